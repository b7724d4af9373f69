import {
  type CreateDeviceRequest,
  type CreateDeviceResponse,
  DEVICE_LIMIT,
  type VerifyDeviceRequest,
} from "../api/devices.ts";
import type { SolarisProblemCode } from "../api/problem.ts";
import { ProblemError } from "../http/problem-error.ts";
import type { CustomerIdentity } from "../sign-in/customer-identity.ts";
import { solarisCreatedDevice } from "../solaris/answers.ts";
import { problemOfError } from "../solaris/error-table.ts";
import { problemOfRefusal } from "../solaris/refusal-problem.ts";
import { type Solaris, SolarisRefusal, unreadableAnswer } from "../solaris/solaris-client.ts";
import { listDevices } from "./list-devices.ts";
import type { PendingDevices } from "./pending-devices.ts";

/** Registers the device's unrestricted key; Solaris sends the customer a one-time code (solaris-api §6.1). */
export async function createDevice(
  solaris: Solaris,
  pending: PendingDevices,
  customer: CustomerIdentity,
  request: CreateDeviceRequest,
): Promise<CreateDeviceResponse> {
  // For the policy alone: Solaris knows no such field.
  const { protection_level, ...device } = request;
  const body = {
    ...device,
    person_id: customer.personId,
    key_type: "ecdsa-p256",
    key_purpose: "unrestricted",
    challenge_type: "sms",
  };
  const path = ["v1", "mfa", "devices"];
  const reply = await solaris
    .call({ operation: "create_device", method: "POST", path, body })
    .catch((error) => explain(solaris, customer, error));
  const created = solarisCreatedDevice.safeParse(reply.json);
  if (!created.success) throw unreadableAnswer(solaris, "create_device");
  const { id: deviceId, challenge } = created.data;
  await pending.remember({ deviceId, challengeId: challenge.id, customerId: customer.customerId });
  return { device_id: deviceId, challenge: { id: challenge.id, expires_at: challenge.expires_at } };
}

/** Hands the signed code to Solaris, which makes the device a bound one (§6.2). */
export async function verifyDevice(
  solaris: Solaris,
  pending: PendingDevices,
  customer: CustomerIdentity,
  deviceId: string,
  request: VerifyDeviceRequest,
): Promise<void> {
  const { challenge_id: challengeId, ...body } = request;
  // Somebody else's challenge, or another device's, answers like one that has ended.
  if (!(await pending.has({ deviceId, challengeId, customerId: customer.customerId }))) {
    throw new ProblemError("code_expired");
  }
  const path = ["v1", "mfa", "challenges", "signatures", challengeId];
  try {
    await solaris
      .call({ operation: "verify_challenge", method: "PUT", path, body })
      .catch((error) => explain(solaris, customer, error));
  } catch (error) {
    if (error instanceof ProblemError && error.code === "code_expired") await pending.forget(challengeId);
    throw error;
  }
  await pending.forget(challengeId);
}

/**
 * Solaris' limit of devices is documented and what it says then is not (ambiguity 10), so a refusal that could be about
 * it is explained by counting.
 */
async function explain(solaris: Solaris, customer: CustomerIdentity, error: unknown): Promise<never> {
  if (!(error instanceof SolarisRefusal)) throw error;
  const { operation } = error.call;
  const meant = problemOfError(operation, error.error);
  throw problemOfRefusal(error, (await isAboutLimit(solaris, customer, error, meant)) ? "device_limit_reached" : meant);
}

async function isAboutLimit(
  solaris: Solaris,
  customer: CustomerIdentity,
  { call, error }: SolarisRefusal,
  meant: SolarisProblemCode,
): Promise<boolean> {
  // Of a signed code a 409 alone can be about it: the others are a wrong code's, which needs no further look.
  const candidates = call.operation === "create_device" ? [400, 403, 409] : [409];
  if (!candidates.includes(error.status) || error.field === "key" || meant === "no_mobile_number") return false;
  try {
    return (await listDevices(solaris, customer)).length >= DEVICE_LIMIT;
  } catch {
    // The answer to the first question stands.
    return false;
  }
}
