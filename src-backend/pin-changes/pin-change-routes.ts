import { z } from "zod";
import { opaqueId } from "../../src-contract/api/identifiers.ts";
import {
  pinChangeRecord,
  pinChangeRequest,
  pinChangeResponse,
  requestId,
  settlementRequest,
} from "../../src-contract/api/pin-change-schemas.ts";
import { routes } from "../../src-contract/api/routes.ts";
import type { RequireDeviceData } from "../device-data/require-device-data.ts";
import { type App, customerOf } from "../http/fastify-app.ts";
import { forCustomers, fromLedger, fromSolaris, ofDeviceData, problemAnswers } from "../http/problem-answers.ts";
import type { Limits } from "../limits/limits.ts";
import type { StepUp } from "../sign-in/step-up.ts";
import type { NewChange, PinChangeDependencies } from "./begin-pin-change.ts";
import { changePin } from "./change-pin.ts";
import { settlePinChange, type UnrecordedIds } from "./settle-pin-change.ts";

const security = [{ customer: [] }];

/** Adds the routes for the signed PIN change and for settling any change. */
export function addPinChangeRoutes(
  app: App,
  dependencies: PinChangeDependencies,
  limits: Limits,
  stepUp: StepUp,
  requireDeviceData: RequireDeviceData,
): void {
  app.post(
    routes.pinChanges,
    {
      schema: {
        operationId: "change_pin",
        summary: "Change the card's PIN",
        description: "Sent to Solaris once. Repeating the request answers with its outcome, and never sends it again.",
        security,
        params: z.object({ card_id: opaqueId }),
        body: pinChangeRequest,
        response: {
          200: pinChangeResponse,
          ...problemAnswers(
            forCustomers,
            ["ERR_INVALID_REQUEST", "ERR_NOT_FOUND", "ERR_DEVICE_REFUSED", "ERR_PIN_REFUSED", "ERR_PIN_KEY_OUTDATED"],
            ["ERR_ENCRYPTION_REFUSED", "ERR_CARD_NOT_ELIGIBLE", "ERR_PIN_CHANGE_OUTCOME_UNKNOWN", "ERR_ROUTE_REFUSED"],
            "ERR_SIGN_IN_AGAIN",
            ofDeviceData,
            fromLedger,
            fromSolaris,
          ),
        },
      },
    },
    async (request) => {
      const { params, body } = request;
      // Only of a new change: what became of one is told to whoever sent it, or a 401 would mean that nothing was done.
      const newChange: NewChange = {
        require: async () => {
          stepUp.require(request);
          await requireDeviceData(customerOf(request), body);
        },
        count: (inside) => limits.countInside(inside, request, ["pin_change"], body.device_id),
      };
      await changePin(dependencies, customerOf(request), params.card_id, body, newChange);
      return { outcome: "changed" as const };
    },
  );

  app.post(
    routes.pinChangeSettlement,
    {
      schema: {
        operationId: "settle_pin_change",
        summary: "What became of a PIN change, and makes that final",
        description:
          "A POST because it decides: a change that has not arrived by now is `not_received`, and refused for a day if it arrives later; a change request that waits for its confirmation is refused; after `ERR_PIN_KEY_OUTDATED` no second attempt is taken. So ask only once you want to send nothing more under this id. Asking again is safe, and so is asking about an id that never existed. It never asks Solaris for a change.",
        security,
        params: z.object({ request_id: requestId }),
        body: settlementRequest,
        response: { 200: pinChangeRecord, ...problemAnswers(forCustomers, "ERR_INVALID_REQUEST", "ERR_NOT_FOUND") },
      },
      // The body is optional: earlier apps send none.
      preValidation: async (request) => {
        request.body ??= {};
      },
    },
    async (request) => {
      const { params, body } = request;
      const unrecorded: UnrecordedIds = {
        count: (inside) => limits.countInside(inside, request, ["settlement"]),
        takeTurns: (close) => limits.takeTurns(request, close),
      };
      return settlePinChange(dependencies, customerOf(request), params.request_id, unrecorded, body.begun_seconds_ago);
    },
  );
}
