import type { AddKeyRequest, AddKeyResponse } from "../../src-contract/api/device-schemas.ts";
import { ProblemError } from "../http/problem-error.ts";
import type { KeyedQueue } from "../keyed-queue.ts";
import type { CustomerIdentity } from "../sign-in/customer-identity.ts";
import type { Solaris } from "../solaris/solaris-client.ts";
import { getDevice } from "./list-devices.ts";

/**
 * Adds the restricted key, which the device signs with its unrestricted one (docs/solaris-api.md §6.5). Only to a device
 * that has none: Solaris would accept another (§6.5), so the unrestricted key alone would be enough to add a key that needs
 * no passcode.
 */
export async function addKey(
  openSolaris: () => Solaris,
  takeTurns: KeyedQueue,
  customer: CustomerIdentity,
  deviceId: string,
  request: AddKeyRequest,
): Promise<AddKeyResponse> {
  // In turns, so the second of two requests sees the first one's key.
  return takeTurns(deviceId, async () => {
    const solaris = openSolaris();
    const { key_purposes } = await getDevice(solaris, customer, deviceId);
    if (key_purposes.includes("restricted")) throw new ProblemError("ERR_RESTRICTED_KEY_EXISTS");
    const { signature, ...key } = request;
    const body = {
      ...key,
      key_type: "ecdsa-p256",
      key_purpose: "restricted",
      device_signature: { signature_key_purpose: "unrestricted", signature },
    };
    const path = ["v1", "mfa", "devices", deviceId, "keys"];
    const added = await solaris.call({ operation: "add_key", method: "POST", path, body });
    return { key_id: added.id };
  });
}
