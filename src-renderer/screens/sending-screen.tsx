import type { CardView, PinChangeRoute } from "../../src-preload/contract/views.ts";
import { CardLabel } from "../components/card-label.tsx";
import { Page } from "../components/page.tsx";
import { pinSteps } from "../screen-steps.ts";
import { words } from "../words/words.ts";

interface SendingProps {
  readonly card: CardView;
  readonly route: PinChangeRoute;
}

/** The PIN was handed over to main; the digits are gone from here. */
export function SendingScreen({ card, route }: SendingProps) {
  return (
    <Page title={words.sending.title} state="sending" steps={pinSteps("pin", route)}>
      <CardLabel card={card} />
      <p role="status">{words.common.working}</p>
    </Page>
  );
}
