import {
  type CreateDeviceRequest,
  type CreateDeviceResponse,
  DEVICE_LIMIT,
  type VerifyDeviceRequest,
} from "../../src-contract/api/device-schemas.ts";
import { failureFields } from "../database/database-failed.ts";
import { recordOrRefuse } from "../database/record-or-refuse.ts";
import { ProblemError } from "../http/problem-error.ts";
import { requireActivationCode } from "../letters/activation-letters.ts";
import type { CustomerIdentity } from "../sign-in/customer-identity.ts";
import type { Solaris } from "../solaris/solaris-client.ts";
import { SolarisRefusal } from "../solaris/solaris-failure.ts";
import { listDevices } from "./list-devices.ts";
import type { PendingDevices } from "./pending-devices.ts";

const CODE_LIFETIME_MS = 5 * 60 * 1000;

/**
 * Registers the device's unrestricted key; Solaris sends the customer a one-time code (docs/solaris-api.md §6.1), unless a
 * letter has brought one (§6.6).
 */
export async function createDevice(
  solaris: Solaris,
  pending: PendingDevices,
  customer: CustomerIdentity,
  request: CreateDeviceRequest,
  now: () => number,
): Promise<CreateDeviceResponse> {
  if (request.challenge_type === "activation_code") await requireActivationCode(solaris, customer, now);
  // For the policy and for the consent: Solaris has no such fields.
  const { protection_level, device_consent_id, ...device } = request;
  const body = {
    ...device,
    person_id: customer.personId,
    key_type: "ecdsa-p256",
    key_purpose: "unrestricted",
    challenge_type: request.challenge_type ?? "sms",
  };
  const path = ["v1", "mfa", "devices"];
  const created = await solaris
    .call({ operation: "create_device", method: "POST", path, body })
    .catch((error) => explain(solaris, customer, error));
  const { id: deviceId, challengeId, expiresAt } = created;
  // Without this record nobody knows whose code it is. The code was already sent, so the answer must not say that nothing
  // was done.
  const remember = () => pending.remember({ deviceId, challengeId, rowIds: customer.rowIds });
  await recordOrRefuse(solaris.log, "pending_devices", remember, "ERR_SOLARIS_UNAVAILABLE");
  return { device_id: deviceId, challenge: { id: challengeId, expires_at: endOfCode(expiresAt, now()) } };
}

/** If Solaris gives no expiry, or one in the past, uses the documented lifetime (§6.2). */
function endOfCode(expiresAt: string | undefined, now: number): string {
  const isToCome = expiresAt !== undefined && Date.parse(expiresAt) > now;
  return isToCome ? expiresAt : new Date(now + CODE_LIFETIME_MS).toISOString();
}

/** Sends the signed code to Solaris, which completes the device's verification (§6.2). */
export async function verifyDevice(
  solaris: Solaris,
  pending: PendingDevices,
  customer: CustomerIdentity,
  deviceId: string,
  request: VerifyDeviceRequest,
): Promise<void> {
  const { challenge_id: challengeId, device_consent_id, ...body } = request;
  // A challenge of another customer or device looks like an expired one.
  if (!(await pending.has({ deviceId, challengeId, rowIds: customer.rowIds }))) {
    throw new ProblemError("ERR_CODE_EXPIRED");
  }
  const path = ["v1", "mfa", "challenges", "signatures", challengeId];
  try {
    await solaris
      .call({ operation: "verify_challenge", method: "PUT", path, body })
      .catch((error) => explain(solaris, customer, error));
  } catch (error) {
    if (error instanceof ProblemError && error.code === "ERR_CODE_EXPIRED") await forget(solaris, pending, challengeId);
    throw error;
  }
  await forget(solaris, pending, challengeId);
}

/** Cleans up after Solaris' answer, which stands even if this fails. */
async function forget(solaris: Solaris, pending: PendingDevices, challengeId: string): Promise<void> {
  await pending.forget(challengeId).catch((error: unknown) => {
    solaris.log({ event: "database_failed", use: "pending_devices", ...failureFields(error) });
  });
}

/**
 * Solaris documents its device limit but not the refusal (Q10), so this counts the devices to explain a refusal that could
 * be about it.
 */
async function explain(solaris: Solaris, customer: CustomerIdentity, error: unknown): Promise<never> {
  if (!(error instanceof SolarisRefusal)) throw error;
  const { call, error: said } = error;
  if (await isAboutLimit(solaris, customer, error)) {
    throw new SolarisRefusal(call, said, call.operation, "ERR_DEVICE_LIMIT");
  }
  throw error;
}

async function isAboutLimit(
  solaris: Solaris,
  customer: CustomerIdentity,
  { call, code, entry, error }: SolarisRefusal,
): Promise<boolean> {
  if (error === null) return false;
  // For a signed code only a 409 can be about it: other statuses mean a wrong code, and need no check.
  const candidates = call.operation === "create_device" ? [400, 403, 409] : [409];
  if (!candidates.includes(error.status) || entry?.field === "key" || code === "ERR_NO_MOBILE_NUMBER") return false;
  try {
    return (await listDevices(solaris, customer)).devices.length >= DEVICE_LIMIT;
  } catch {
    // The first answer stands.
    return false;
  }
}
