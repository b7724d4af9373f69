import type { AuthorizationRequest, AuthorizationResponse } from "../../src-contract/api/pin-change-schemas.ts";
import type { ProblemCode } from "../../src-contract/errors/error-codes.ts";
import { requireOwnDevice } from "../devices/list-devices.ts";
import { ProblemError } from "../http/problem-error.ts";
import type { CustomerIdentity } from "../sign-in/customer-identity.ts";
import type { AnswerTo } from "../solaris/answer-table.ts";
import type { Solaris } from "../solaris/solaris-client.ts";
import type { PinChangeDependencies } from "./begin-pin-change.ts";
import { findOpenChangeRequest, type OpenChangeRequest } from "./open-change-request.ts";
import { endOfProblem } from "./record-refusal.ts";

/**
 * After these the change request cannot be confirmed: it has ended, or the answer suggests that the PIN was already changed.
 */
const endsChangeRequest: ReadonlySet<ProblemCode> = new Set([
  "ERR_CHANGE_REQUEST_ENDED",
  "ERR_PIN_CHANGE_OUTCOME_UNKNOWN",
]);

/**
 * Makes Solaris send a TAN, or name the text that the device has to sign (docs/solaris-api.md §3a). Changes nothing, so it
 * can be repeated. `count` counts against the limit of messages to the customer's phone, or of texts to sign.
 */
export async function authorizeChange(
  dependencies: PinChangeDependencies,
  customer: CustomerIdentity,
  requestId: string,
  request: AuthorizationRequest,
  count: () => Promise<void>,
): Promise<AuthorizationResponse> {
  const { records } = dependencies;
  const open = await findOpenChangeRequest(dependencies, customer, requestId, request.route);
  if (open === null) throw hasChanged();
  await count();
  const solaris = dependencies.openSolaris();
  const said = await askSolaris(solaris, customer, open, request).catch(async (error: unknown) => {
    if (error instanceof ProblemError && endsChangeRequest.has(error.code))
      await records.finish(open, endOfProblem(error));
    throw error;
  });
  const answer = describeAuthorization(dependencies, request.route, said);
  // Closed while Solaris was asked, so what Solaris sent is useless.
  if ((await records.advance(open, { state: "awaiting_confirmation" }, "ERR_SOLARIS_UNAVAILABLE")) === null) {
    const now = await findOpenChangeRequest(dependencies, customer, requestId, request.route);
    if (now === null) throw hasChanged();
    if (now.state !== "awaiting_confirmation") throw new ProblemError("ERR_PIN_CHANGE_CLOSED");
  }
  return answer;
}

/** The PIN is changed by now, so the answer must not say otherwise: this one says nothing, and has the app ask what became of it. */
function hasChanged(): ProblemError {
  return new ProblemError("ERR_PIN_CHANGE_OUTCOME_UNKNOWN");
}

async function askSolaris(
  solaris: Solaris,
  customer: CustomerIdentity,
  { changeRequestId }: OpenChangeRequest,
  request: AuthorizationRequest,
): Promise<AnswerTo<"authorize_change_request">> {
  const path = ["v1", "change_requests", changeRequestId, "authorize"];
  const call = { operation: "authorize_change_request", method: "POST", path } as const;
  if (request.route === "sms") {
    return solaris.call({ ...call, body: { person_id: customer.personId, delivery_method: "mobile_number" } });
  }
  const { route, device_consent_id, ...device } = request;
  await requireOwnDevice(solaris, customer, device.device_id, "ERR_DEVICE_REFUSED");
  return solaris.call({ ...call, body: { ...device, delivery_method: route } });
}

function describeAuthorization(
  { now, changeRequestSeconds }: PinChangeDependencies,
  route: AuthorizationRequest["route"],
  said: AnswerTo<"authorize_change_request">,
): AuthorizationResponse {
  const begun = said.updated_at === undefined ? now() : Date.parse(said.updated_at);
  const expires_at = said.expires_at ?? new Date(begun + changeRequestSeconds * 1000).toISOString();
  if (route === "sms") return { expires_at };
  // The device only signs texts of this form (docs/threat-model.md#one-form-per-signer), so any other is useless to it.
  if (said.string_to_sign === undefined) throw new ProblemError("ERR_SOLARIS_UNAVAILABLE");
  return { expires_at, string_to_sign: said.string_to_sign };
}
