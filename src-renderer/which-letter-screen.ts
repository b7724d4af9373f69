import type { LettersView } from "../src-contract/bridge/views.ts";
import type { Place } from "./store.ts";
import type { AwaitingDevice } from "./which-screen.ts";

export type Letter = NonNullable<LettersView["asked"]>;
export type EndedLetter = Letter & { readonly ended: NonNullable<Letter["ended"]> };

/** Where a letter's code links this computer. The name is null if none was recorded, and the system suggests none. */
export type LetterScreen =
  | { readonly screen: "letter-offer"; readonly computerName: string | null }
  | { readonly screen: "letter"; readonly letter: Letter; readonly computerName: string | null }
  | { readonly screen: "letter-again"; readonly letter: Letter }
  | { readonly screen: "letter-code"; readonly computerName: string | null }
  | { readonly screen: "letter-over"; readonly letter: EndedLetter; readonly computerName: string | null }
  | { readonly screen: "letter-cancelled" };

/** Which of a letter's screens is shown: apart from which-screen.ts, as none of them is the first. */
export function screenOfLetter({ asked }: LettersView, device: AwaitingDevice, place: Place): LetterScreen {
  const computerName = device.state === "binding" ? device.computerName : device.suggestedName;
  if (asked === null) {
    return place === "letter-cancelled" ? { screen: place } : { screen: "letter-offer", computerName };
  }
  const { ended } = asked;
  if (ended !== null) return { screen: "letter-over", letter: { ...asked, ended }, computerName };
  if (place === "letter-code") return { screen: place, computerName };
  return place === "letter-again"
    ? { screen: place, letter: asked }
    : { screen: "letter", letter: asked, computerName };
}
