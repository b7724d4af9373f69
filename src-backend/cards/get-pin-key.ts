import type { PinKey } from "../api/cards.ts";
import type { CustomerIdentity } from "../sign-in/customer-identity.ts";
import { solarisPinKey } from "../solaris/answers.ts";
import type { HttpReply } from "../solaris/exchange.ts";
import { type Solaris, SolarisRefusal, unreadableAnswer } from "../solaris/solaris-client.ts";
import { requireOwnCard } from "./list-cards.ts";

/** Solaris' newest PIN encryption key, as Solaris sends it. Fetched each time, never kept (solaris-api §1). */
export async function getPinKey(solaris: Solaris, customer: CustomerIdentity, cardId: string): Promise<PinKey> {
  await requireOwnCard(solaris, customer, cardId);
  const reply = await fetchPinKey(solaris, cardId);
  const parsed = solarisPinKey.safeParse(reply.json);
  if (!parsed.success) throw unreadableAnswer(solaris, "pin_key");
  return parsed.data;
}

// §1: the key is not the card's, but an older variant of the path has the card in it.
async function fetchPinKey(solaris: Solaris, cardId: string): Promise<HttpReply> {
  try {
    return await solaris.call({ operation: "pin_key", method: "GET", path: ["v1", "cards", "pin_keys", "latest"] });
  } catch (error) {
    if (!(error instanceof SolarisRefusal) || error.error.status !== 404) throw error;
    const path = ["v1", "cards", cardId, "pin_keys", "latest"];
    return await solaris.call({ operation: "pin_key_of_card", method: "GET", path });
  }
}
