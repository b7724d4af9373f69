import type { AddKeyRequest, AddKeyResponse } from "../api/devices.ts";
import type { CustomerIdentity } from "../sign-in/customer-identity.ts";
import { solarisAddedKey } from "../solaris/answers.ts";
import { type Solaris, unreadableAnswer } from "../solaris/solaris-client.ts";
import { requireOwnDevice } from "./list-devices.ts";

/** Adds the restricted key, for which the device vouches with its unrestricted one (solaris-api §6.5). */
export async function addKey(
  solaris: Solaris,
  customer: CustomerIdentity,
  deviceId: string,
  request: AddKeyRequest,
): Promise<AddKeyResponse> {
  await requireOwnDevice(solaris, customer, deviceId);
  const { signature, ...key } = request;
  const body = {
    ...key,
    key_type: "ecdsa-p256",
    key_purpose: "restricted",
    device_signature: { signature_key_purpose: "unrestricted", signature },
  };
  const path = ["v1", "mfa", "devices", deviceId, "keys"];
  const reply = await solaris.call({ operation: "add_key", method: "POST", path, body });
  const added = solarisAddedKey.safeParse(reply.json);
  if (!added.success) throw unreadableAnswer(solaris, "add_key");
  return { key_id: added.data.id };
}
