import type { CardView } from "../../src-preload/contract/views.ts";
import { cardName } from "../card-words.ts";
import { Page } from "../components/page.tsx";
import { words } from "../words/words.ts";

/** The PIN was handed over to main; the digits are gone from here. */
export function SendingScreen({ card }: { readonly card: CardView }) {
  return (
    <Page title={words.pin.sendingTitle}>
      <p>{words.pin.forCard(cardName(card))}</p>
      <p role="status">{words.pin.sending}</p>
    </Page>
  );
}
