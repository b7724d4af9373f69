import type { Card } from "../../src-contract/api/card-schemas.ts";
import type { CardListView, CardView } from "../../src-contract/bridge/views.ts";
import type { BackendClient } from "../backend/backend-client.ts";

/**
 * Solaris does not document which statuses allow a PIN change; this is the cautious reading (docs/solaris-api.md Q19):
 * offered for a card in use, with a note for one not in use at the moment, never for a closed one. Solaris decides.
 */
const pinChangeByStatus: Readonly<Record<string, CardView["pinChange"]>> = {
  ACTIVE: "allowed",
  INACTIVE: "with-note",
  BLOCKED: "with-note",
};

/** The customer's cards as the window shows them. An unknown status allows no change. */
export async function listCards(backend: BackendClient): Promise<CardListView> {
  const { cards, cards_left_out: cardsLeftOut, accounts_left_out, truncated } = await backend.listCards();
  return { cards: cards.map(toView), cardsLeftOut, accountsLeftOut: accounts_left_out, isCutShort: truncated };
}

function toView(card: Card): CardView {
  return {
    id: card.id,
    maskedNumber: card.masked_pan,
    nameOnCard: card.name_on_card,
    type: card.type,
    expires: card.expires,
    status: card.status,
    pinChange: Object.hasOwn(pinChangeByStatus, card.status)
      ? (pinChangeByStatus[card.status] ?? "not-allowed")
      : "not-allowed",
  };
}
