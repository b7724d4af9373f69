import type { CardView } from "../../src-contract/bridge/views.ts";
import { cardTitle } from "../card-words.ts";

/** Names the card that a screen is about; nothing if it is no longer known. */
export function CardLabel({ card }: { readonly card: CardView | null }) {
  return card === null ? null : <p class="card-label">{cardTitle(card)}</p>;
}
