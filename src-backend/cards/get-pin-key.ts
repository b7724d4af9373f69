import type { PinKey } from "../../src-contract/api/card-schemas.ts";
import type { CustomerIdentity } from "../sign-in/customer-identity.ts";
import type { Solaris } from "../solaris/solaris-client.ts";
import { SolarisRefusal } from "../solaris/solaris-failure.ts";
import { requireOwnCard } from "./list-cards.ts";

/**
 * Solaris' newest PIN encryption key, as Solaris sends it. Fetched each time, never kept (docs/solaris-api.md §1). All cards
 * share the key, but an older variant of the path names a card.
 */
export async function getPinKey(solaris: Solaris, customer: CustomerIdentity, cardId: string): Promise<PinKey> {
  await requireOwnCard(solaris, customer, cardId);
  try {
    return await solaris.call({ operation: "pin_key", method: "GET", path: ["v1", "cards", "pin_keys", "latest"] });
  } catch (error) {
    if (!(error instanceof SolarisRefusal) || error.error?.status !== 404) throw error;
    const path = ["v1", "cards", cardId, "pin_keys", "latest"];
    return await solaris.call({ operation: "pin_key_of_card", method: "GET", path });
  }
}
