import type { ErrorCode } from "../../src-preload/contract/error-codes.ts";
import type { CardView } from "../../src-preload/contract/views.ts";
import { choosePinChange, leavePinChange } from "../actions.ts";
import { cardName } from "../card-words.ts";
import { Button } from "../components/button.tsx";
import { FailureNotice } from "../components/failure-notice.tsx";
import { Notice } from "../components/notice.tsx";
import { Page } from "../components/page.tsx";
import type { PinChangeEnd } from "../store.ts";
import { words } from "../words/words.ts";

/** How a PIN change ended: what happened, whether the PIN is changed, what to do now. */
export function OutcomeScreen({ card, end }: { readonly card: CardView; readonly end: PinChangeEnd }) {
  const name = cardName(card);
  const text = words.outcome;
  const toCards = (primary: boolean) => (
    <Button primary={primary} onClick={leavePinChange}>
      {text.toCards}
    </Button>
  );
  switch (end.outcome) {
    case "changed":
      return (
        <Page title={text.changed.title}>
          <Notice kind="success">
            <p>{text.changed.what(name)}</p>
          </Notice>
          <p>{text.changed.next}</p>
          <div class="actions">{toCards(true)}</div>
        </Page>
      );
    case "unknown":
      return (
        <Page title={text.unknown.title}>
          <Notice kind="uncertain">
            <p>{text.unknown.what(name)}</p>
          </Notice>
          <p>{text.unknown.next}</p>
          {end.supportId !== undefined && <p class="reference">{words.supportId(end.supportId)}</p>}
          <div class="actions">{toCards(true)}</div>
        </Page>
      );
    default: {
      const { title, what } = end.outcome === "refused" ? text.refused : text.notSent;
      return (
        <Page title={title}>
          <p>{what(name)}</p>
          <FailureNotice failure={end} />
          <div class="actions">
            {!isFinal(end.code) && (
              <Button primary onClick={() => choosePinChange(card)}>
                {end.code === "ERR_PIN_REFUSED" ? text.another : words.common.tryAgain}
              </Button>
            )}
            {toCards(isFinal(end.code))}
          </div>
        </Page>
      );
    }
  }
}

/** Trying again at once would end the same way. */
function isFinal(code: ErrorCode): boolean {
  return ["ERR_CARD_NOT_ELIGIBLE", "ERR_DEVICE_REFUSED", "ERR_NOT_FOUND", "ERR_PIN_KEY_INVALID"].includes(code);
}
