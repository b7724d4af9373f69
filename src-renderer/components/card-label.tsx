import type { CardView } from "../../src-contract/bridge/views.ts";
import { cardName } from "../card-words.ts";
import { Icon } from "./icon.tsx";

/** Which card this is about; nothing where nobody knows it any more. */
export function CardLabel({ card }: { readonly card: CardView | null }) {
  if (card === null) return null;
  return (
    <p class="card-label">
      <Icon name="card" />
      <span>{cardName(card)}</span>
    </p>
  );
}
