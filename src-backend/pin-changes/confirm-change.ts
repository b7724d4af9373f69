import type { ConfirmationRequest } from "../../src-contract/api/pin-change-schemas.ts";
import type { ProblemCode } from "../../src-contract/errors/error-codes.ts";
import { requireOwnDevice } from "../devices/list-devices.ts";
import { ProblemError } from "../http/problem-error.ts";
import type { CustomerIdentity } from "../sign-in/customer-identity.ts";
import type { SolarisCall } from "../solaris/operations.ts";
import type { PinChangeDependencies } from "./begin-pin-change.ts";
import { findOpenChangeRequest, type OpenChangeRequest } from "./open-change-request.ts";
import { endOfProblem, recordRefusal } from "./record-refusal.ts";

/** After these the change request can still be confirmed, and the PIN is unchanged. */
const canStillBeConfirmed: ReadonlySet<ProblemCode> = new Set([
  "ERR_TAN_REFUSED",
  "ERR_TOO_MANY_REQUESTS",
  "ERR_SOLARIS_UNAVAILABLE",
]);

/**
 * Confirms a change request, which changes the PIN (docs/solaris-api.md §3b). Returns only if Solaris confirmed the change.
 * `count` counts against the limit of attempts.
 */
export async function confirmChange(
  dependencies: PinChangeDependencies,
  customer: CustomerIdentity,
  requestId: string,
  request: ConfirmationRequest,
  count: () => Promise<void>,
): Promise<void> {
  const { records } = dependencies;
  const open = await findOpenChangeRequest(dependencies, customer, requestId, request.route);
  if (open === null) return;
  if (open.state !== "awaiting_confirmation") throw new ProblemError("ERR_CHANGE_REQUEST_ENDED");
  await count();
  const solaris = dependencies.openSolaris();
  if (request.route === "device_signing") {
    await requireOwnDevice(solaris, customer, request.device_id, "ERR_DEVICE_REFUSED");
  }
  const release = records.markInFlight(open);
  try {
    // Only one of two concurrent confirmations gets past this.
    const confirming = await records.advance(open, { state: "confirming" });
    if (confirming === null) {
      if ((await findOpenChangeRequest(dependencies, customer, requestId, request.route)) === null) return;
      throw new ProblemError("ERR_PIN_CHANGE_IN_PROGRESS", { retryAfterSeconds: 1 });
    }
    const call = callFor(customer, open, request);
    await recordRefusal(records, confirming, () => solaris.call(call), endOfConfirmation);
    await records.finish(confirming, { state: "changed" });
  } finally {
    release();
  }
}

function endOfConfirmation(problem: ProblemError): ReturnType<typeof endOfProblem> {
  return canStillBeConfirmed.has(problem.code) ? { state: "awaiting_confirmation" } : endOfProblem(problem);
}

function callFor(
  customer: CustomerIdentity,
  { changeRequestId }: OpenChangeRequest,
  request: ConfirmationRequest,
): SolarisCall<"confirm_with_tan" | "confirm_with_signature"> {
  const call = { method: "POST", path: ["v1", "change_requests", changeRequestId, "confirm"] } as const;
  if (request.route === "sms") {
    return { ...call, operation: "confirm_with_tan", body: { person_id: customer.personId, tan: request.tan } };
  }
  const { route, device_consent_id, ...body } = request;
  return { ...call, operation: "confirm_with_signature", body };
}
