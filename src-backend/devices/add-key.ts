import type { AddKeyRequest, AddKeyResponse } from "../../src-contract/api/device-schemas.ts";
import { failureFields } from "../database/database-failed.ts";
import { recordOrRefuse } from "../database/record-or-refuse.ts";
import { ProblemError } from "../http/problem-error.ts";
import type { KeyedQueue } from "../keyed-queue.ts";
import type { CustomerIdentity } from "../sign-in/customer-identity.ts";
import type { Solaris } from "../solaris/solaris-client.ts";
import { SolarisRefusal } from "../solaris/solaris-failure.ts";
import type { KeyHold, KeysBeingAdded } from "./keys-being-added.ts";
import { listKeyPurposes, requireOwnDevice } from "./list-devices.ts";

/** In seconds: what a device waits for is over by then, or told anew. */
const ASK_AGAIN_AFTER = 15;

interface Dependencies {
  readonly openSolaris: () => Solaris;
  readonly takeTurns: KeyedQueue;
  readonly keysBeingAdded: KeysBeingAdded;
}

/**
 * Adds the restricted key, which the device signs with its unrestricted one (docs/solaris-api.md §6.5). Only to a device
 * that has none: Solaris would accept another (§6.5), so the unrestricted key alone would be enough to add a key that needs
 * no passcode. The device's keys are read while nobody else adds one, so the second of two requests sees the first one's.
 */
export async function addKey(
  { openSolaris, takeTurns, keysBeingAdded }: Dependencies,
  customer: CustomerIdentity,
  deviceId: string,
  request: AddKeyRequest,
): Promise<AddKeyResponse> {
  // The database's hold is for all instances. Turns are for this one: they need no clock, which could be wrong.
  return takeTurns(deviceId, async () => {
    const solaris = openSolaris();
    // Before the hold, so nobody holds another customer's device, or writes rows for invented ones.
    await requireOwnDevice(solaris, customer, deviceId);
    const hold = await recordOrRefuse(solaris.log, "adding_keys", () => keysBeingAdded.take(deviceId, request.key));
    if (hold === null) throw new ProblemError("ERR_SOLARIS_UNAVAILABLE", { retryAfterSeconds: ASK_AGAIN_AFTER });
    let mayGoOn = false;
    try {
      const keyPurposes = await listKeyPurposes(solaris, deviceId);
      if (keyPurposes.includes("restricted")) throw new ProblemError("ERR_RESTRICTED_KEY_EXISTS");
      if (!hold.isLongEnough()) throw new ProblemError("ERR_SOLARIS_UNAVAILABLE");
      mayGoOn = true;
      const added = await sendKey(solaris, deviceId, request);
      mayGoOn = false;
      return { key_id: added.id };
    } catch (error) {
      if (error instanceof SolarisRefusal) mayGoOn = false;
      throw error;
    } finally {
      await endHold(solaris, hold, mayGoOn);
    }
  });
}

function sendKey(solaris: Solaris, deviceId: string, { signature, device_consent_id, ...key }: AddKeyRequest) {
  const body = {
    ...key,
    key_type: "ecdsa-p256",
    key_purpose: "restricted",
    device_signature: { signature_key_purpose: "unrestricted", signature },
  };
  const path = ["v1", "mfa", "devices", deviceId, "keys"];
  return solaris.call({ operation: "add_key", method: "POST", path, body });
}

/** Solaris' answer stands even if this fails: then the hold ends by its time. */
async function endHold({ log }: Solaris, hold: KeyHold, mayGoOn: boolean): Promise<void> {
  await (mayGoOn ? hold.keepAsUnclear() : hold.release()).catch((error: unknown) => {
    log({ event: "database_failed", use: "adding_keys", ...failureFields(error) });
  });
}
