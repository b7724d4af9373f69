import { z } from "zod";
import { opaqueId } from "../../src-contract/api/identifiers.ts";
import {
  authorizationRequest,
  authorizationResponse,
  changeRequestRequest,
  changeRequestResponse,
  confirmationRequest,
  pinChangeResponse,
  requestId,
} from "../../src-contract/api/pin-change-schemas.ts";
import { routes } from "../../src-contract/api/routes.ts";
import type { RequireDeviceData } from "../device-data/require-device-data.ts";
import { type App, customerOf } from "../http/fastify-app.ts";
import {
  forCustomers,
  fromLedger,
  fromSolaris,
  ofChangeRequests,
  ofDeviceData,
  problemAnswers,
} from "../http/problem-answers.ts";
import type { Limits } from "../limits/limits.ts";
import type { StepUp } from "../sign-in/step-up.ts";
import { authorizeChange } from "./authorize-change.ts";
import type { NewChange, PinChangeDependencies } from "./begin-pin-change.ts";
import { confirmChange } from "./confirm-change.ts";
import { createChangeRequest } from "./create-change-request.ts";

const security = [{ customer: [] }];
const params = z.object({ request_id: requestId });

/** Adds the routes for PIN changes by change request: create, authorise, confirm. */
export function addChangeRequestRoutes(
  app: App,
  dependencies: PinChangeDependencies,
  limits: Limits,
  stepUp: StepUp,
  requireDeviceData: RequireDeviceData,
): void {
  app.post(
    routes.changeRequests,
    {
      schema: {
        operationId: "create_change_request",
        summary: "Begin a PIN change by change request; nothing changes before it is confirmed",
        security,
        params: z.object({ card_id: opaqueId }),
        body: changeRequestRequest,
        response: {
          200: changeRequestResponse,
          ...problemAnswers(
            forCustomers,
            ["ERR_INVALID_REQUEST", "ERR_NOT_FOUND", "ERR_NO_MOBILE_NUMBER", "ERR_PIN_REFUSED", "ERR_PIN_KEY_OUTDATED"],
            [
              "ERR_ENCRYPTION_REFUSED",
              "ERR_CARD_NOT_ELIGIBLE",
              "ERR_ROUTE_REFUSED",
              "ERR_CHANGE_REQUEST_ENDED",
              "ERR_DEVICE_REFUSED",
              "ERR_SIGN_IN_AGAIN",
            ],
            "ERR_PIN_CHANGE_OUTCOME_UNKNOWN",
            fromLedger,
            fromSolaris,
          ),
        },
      },
    },
    async (request) => {
      // Only of a new change, as for a signed one (pin-change-routes.ts).
      const newChange: NewChange = {
        require: async () => stepUp.require(request),
        count: (inside) => limits.countInside(inside, request, ["pin_change"]),
      };
      await createChangeRequest(dependencies, customerOf(request), request.params.card_id, request.body, newChange);
      return { outcome: "authorization_required" as const };
    },
  );

  app.post(
    routes.pinChangeAuthorization,
    {
      schema: {
        operationId: "authorize_change_request",
        summary: "Request a TAN, or the text that the device has to sign",
        description: "Each repetition gives a new one, with a new time limit.",
        security,
        params,
        body: authorizationRequest,
        response: {
          200: authorizationResponse,
          ...problemAnswers(forCustomers, ofChangeRequests, "ERR_NO_MOBILE_NUMBER", ofDeviceData, fromSolaris),
        },
      },
    },
    async (request) => {
      const { params: address, body } = request;
      const count = async () => {
        if (body.route === "sms") return limits.count(request, ["code"]);
        await requireDeviceData(customerOf(request), body);
        return limits.count(request, ["code_check"], body.device_id);
      };
      return authorizeChange(dependencies, customerOf(request), address.request_id, body, count);
    },
  );

  app.post(
    routes.pinChangeConfirmation,
    {
      schema: {
        operationId: "confirm_change_request",
        summary: "Confirm the PIN change",
        description: "Sent to Solaris one at a time, and never again after an unclear answer.",
        security,
        params,
        body: confirmationRequest,
        response: {
          200: pinChangeResponse,
          ...problemAnswers(forCustomers, ofChangeRequests, "ERR_TAN_REFUSED", ofDeviceData, fromSolaris),
        },
      },
    },
    async (request) => {
      const { params: address, body } = request;
      const count = async () => {
        if (body.route === "sms") return limits.count(request, ["code_check"]);
        await requireDeviceData(customerOf(request), body);
        return limits.count(request, ["code_check"], body.device_id);
      };
      await confirmChange(dependencies, customerOf(request), address.request_id, body, count);
      return { outcome: "changed" as const };
    },
  );
}
