import type { LettersView } from "../../src-contract/bridge/views.ts";
import { useWindowState } from "../store.ts";
import { screenOfLetter } from "../which-letter-screen.ts";
import type { AwaitingDevice } from "../which-screen.ts";
import { LetterAgainScreen } from "./letter-again-screen.tsx";
import { LetterCodeScreen } from "./letter-code-screen.tsx";
import { LetterOfferScreen } from "./letter-offer-screen.tsx";
import { LetterCancelledScreen, LetterOverScreen } from "./letter-over-screen.tsx";
import { LetterScreen } from "./letter-screen.tsx";

interface LetterScreensProps {
  readonly letters: LettersView;
  readonly device: AwaitingDevice;
}

/** Where a letter's code links this computer. */
export function LetterScreens({ letters, device }: LetterScreensProps) {
  const place = useWindowState((state) => state.place);
  const shown = screenOfLetter(letters, device, place);
  switch (shown.screen) {
    case "letter-offer":
      return <LetterOfferScreen computerName={shown.computerName} />;
    case "letter":
      return <LetterScreen letter={shown.letter} computerName={shown.computerName} />;
    case "letter-again":
      return <LetterAgainScreen letter={shown.letter} />;
    case "letter-code":
      return <LetterCodeScreen computerName={shown.computerName} />;
    case "letter-over":
      return <LetterOverScreen letter={shown.letter} computerName={shown.computerName} />;
    case "letter-cancelled":
      return <LetterCancelledScreen />;
  }
}
