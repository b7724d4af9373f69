import type { CardView } from "../../src-contract/bridge/views.ts";
import { cardName } from "../card-words.ts";
import { Icon } from "./icon.tsx";

/** Names the card that a screen is about; nothing if it is no longer known. */
export function CardLabel({ card }: { readonly card: CardView | null }) {
  if (card === null) return null;
  return (
    <p class="card-label">
      <Icon name="card" />
      <span>{cardName(card)}</span>
    </p>
  );
}
