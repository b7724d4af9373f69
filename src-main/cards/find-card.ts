import type { CardView } from "../../src-contract/bridge/views.ts";
import type { BackendClient } from "../backend/backend-client.ts";
import { BackendError } from "../backend/backend-error.ts";
import { listCards } from "./card-list.ts";

/** Finds the card of a change for the window to name. Without it, the window still tells the outcome. */
export async function findCard(backend: BackendClient, cardId: string | undefined): Promise<CardView | undefined> {
  if (cardId === undefined) return undefined;
  try {
    return (await listCards(backend)).cards.find(({ id }) => id === cardId);
  } catch (error) {
    if (error instanceof BackendError) return undefined;
    throw error;
  }
}
