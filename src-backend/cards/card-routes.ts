import { z } from "zod";
import { cards, pinChangeRequest, pinChangeResponse, pinKey } from "../api/cards.ts";
import { opaqueId } from "../api/identifiers.ts";
import { routes } from "../api/routes.ts";
import { type App, customerOf } from "../http/app.ts";
import { forCustomers, fromSolaris, problemAnswers } from "../http/problem-answers.ts";
import type { Solaris } from "../solaris/solaris-client.ts";
import { changePin } from "./change-pin.ts";
import { getPinKey } from "./get-pin-key.ts";
import { listCards } from "./list-cards.ts";

const cardParams = z.object({ card_id: opaqueId });
const security = [{ customer: [] }];

/** Adds the cards and the change of a card's PIN. */
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
    async (request) => ({ cards: await listCards(openSolaris(), customerOf(request)) }),
  );

  app.get(
    routes.pinKey,
    {
      schema: {
        operationId: "get_pin_key",
        summary: "Solaris' key for the encryption of this card's new PIN",
        description: "To be fetched for each change, right before it.",
        security,
        params: cardParams,
        response: { 200: pinKey, ...problemAnswers(forCustomers, "not_found", fromSolaris) },
      },
    },
    async (request) => getPinKey(openSolaris(), customerOf(request), request.params.card_id),
  );

  app.post(
    routes.pinChanges,
    {
      schema: {
        operationId: "change_pin",
        summary: "Change the card's PIN",
        description: "Sent to Solaris once. Not to be repeated by itself after `pin_change_outcome_unknown`.",
        security,
        params: cardParams,
        body: pinChangeRequest,
        response: {
          200: pinChangeResponse,
          ...problemAnswers(
            forCustomers,
            ["invalid_request", "not_found", "device_refused", "pin_refused", "pin_key_outdated"],
            ["encryption_refused", "card_not_eligible", "pin_change_outcome_unknown"],
            fromSolaris,
          ),
        },
      },
    },
    async (request) => {
      await changePin(openSolaris(), customerOf(request), request.params.card_id, request.body);
      return { outcome: "changed" as const };
    },
  );
}
