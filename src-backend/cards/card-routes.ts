import { z } from "zod";
import { cards, pinKey } from "../../src-contract/api/card-schemas.ts";
import { opaqueId } from "../../src-contract/api/identifiers.ts";
import { routes } from "../../src-contract/api/routes.ts";
import { type App, customerOf } from "../http/fastify-app.ts";
import { forCustomers, fromSolaris, problemAnswers } from "../http/problem-answers.ts";
import type { Solaris } from "../solaris/solaris-client.ts";
import { getPinKey } from "./get-pin-key.ts";
import { listCards } from "./list-cards.ts";

const cardParams = z.object({ card_id: opaqueId });
const security = [{ customer: [] }];

/** Adds the routes for the cards and for the PIN encryption key. */
export function addCardRoutes(app: App, openSolaris: () => Solaris): void {
  app.get(
    routes.cards,
    {
      schema: {
        operationId: "list_cards",
        summary: "The customer's cards",
        security,
        response: { 200: cards, ...problemAnswers(forCustomers, fromSolaris) },
      },
    },
    async (request) => listCards(openSolaris(), customerOf(request)),
  );

  app.get(
    routes.pinKey,
    {
      schema: {
        operationId: "get_pin_key",
        summary: "Solaris' key for the encryption of this card's new PIN",
        description: "Fetch it for each change, right before it.",
        security,
        params: cardParams,
        response: { 200: pinKey, ...problemAnswers(forCustomers, "ERR_NOT_FOUND", fromSolaris) },
      },
    },
    async (request) => getPinKey(openSolaris(), customerOf(request), request.params.card_id),
  );
}
