import type { AuthorizationRequest, AuthorizationResponse } from "../api/pin-changes.ts";
import { requireOwnDevice } from "../devices/list-devices.ts";
import { ProblemError } from "../http/problem-error.ts";
import type { CustomerIdentity } from "../sign-in/customer-identity.ts";
import { solarisAuthorization } from "../solaris/answers.ts";
import type { HttpReply } from "../solaris/exchange.ts";
import { problemOfFailure } from "../solaris/refusal-problem.ts";
import { type Solaris, unreadableAnswer } from "../solaris/solaris-client.ts";
import type { PinChangeDesk } from "./begin-pin-change.ts";
import { findOpenChangeRequest, type OpenChangeRequest } from "./open-change-request.ts";

/**
 * Has Solaris send a TAN, or say what the device has to sign (solaris-api §3a). Changes nothing, and so can be repeated.
 * `countCode` counts against the limit of what is sent to the customer's phone.
 */
export async function authorizeChange(
  desk: PinChangeDesk,
  customer: CustomerIdentity,
  requestId: string,
  request: AuthorizationRequest,
  countCode: () => Promise<void>,
): Promise<AuthorizationResponse> {
  const { records } = desk;
  const open = await findOpenChangeRequest(desk, customer, requestId, request.route);
  if (open === null) throw new ProblemError("pin_change_closed");
  if (request.route === "sms") await countCode();
  const solaris = desk.openSolaris();
  const reply = await askSolaris(solaris, customer, open, request).catch(async (error: unknown) => {
    const problem = problemOfFailure(error);
    if (problem instanceof ProblemError && problem.code === "change_request_ended") {
      await records.finish(open, { state: "refused", problem: problem.code });
    }
    throw problem;
  });
  const answer = readAuthorization(desk, solaris, request.route, reply);
  // Closed while Solaris was asked: what it has sent is of no use any more.
  if ((await records.advance(open, { state: "awaiting_confirmation" })) === null) {
    if ((await findOpenChangeRequest(desk, customer, requestId, request.route))?.state !== "awaiting_confirmation") {
      throw new ProblemError("pin_change_closed");
    }
  }
  return answer;
}

async function askSolaris(
  solaris: Solaris,
  customer: CustomerIdentity,
  { changeRequestId }: OpenChangeRequest,
  request: AuthorizationRequest,
): Promise<HttpReply> {
  const path = ["v1", "change_requests", changeRequestId, "authorize"];
  const call = { operation: "authorize_change_request", method: "POST", path } as const;
  if (request.route === "sms") {
    return solaris.call({ ...call, body: { person_id: customer.personId, delivery_method: "mobile_number" } });
  }
  const { route, ...device } = request;
  await requireOwnDevice(solaris, customer, device.device_id, "device_refused");
  return solaris.call({ ...call, body: { ...device, delivery_method: route } });
}

function readAuthorization(
  { now, changeRequestSeconds }: PinChangeDesk,
  solaris: Solaris,
  route: AuthorizationRequest["route"],
  reply: HttpReply,
): AuthorizationResponse {
  const parsed = solarisAuthorization.safeParse(reply.json);
  const said = parsed.success ? parsed.data : {};
  const begun = said.updated_at === undefined ? now() : Date.parse(said.updated_at);
  const expires_at = said.expires_at ?? new Date(begun + changeRequestSeconds * 1000).toISOString();
  if (route === "sms") return { expires_at };
  // The device signs nothing but a text of this form; so another one is of no use to it (design.md).
  if (said.string_to_sign === undefined) throw unreadableAnswer(solaris, "authorize_change_request");
  return { expires_at, string_to_sign: said.string_to_sign };
}
