import { type Call, pathId } from "../http/call.ts";
import { invalidField, modelNotFound } from "../http/solaris-errors.ts";
import { type Card, findCard } from "../people/person.ts";
import type { World } from "../world.ts";

// The documents name no statuses (Q19). The sandbox's own choice: the cardholder still has the card; an unknown status
// allows no change.
const changeableStatuses: ReadonlySet<string> = new Set(["ACTIVE", "INACTIVE", "BLOCKED"]);

/** The card in the path, or the 404 of docs/solaris-api.md §2. */
export function requireCard(world: World, call: Call): Card {
  const cardId = pathId(call, "card_id");
  const card = findCard(world.people, cardId);
  if (card === undefined) throw modelNotFound("B", "CardAccount", cardId);
  return card;
}

/** Refuses a card whose status does not allow a new PIN. */
export function requireChangeable(card: Card): void {
  if (changeableStatuses.has(card.status)) return;
  const message = `card status ${card.status} does not allow a PIN change`;
  throw invalidField("A", "status", message, message);
}
