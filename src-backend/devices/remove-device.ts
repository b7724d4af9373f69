import type { CustomerIdentity } from "../sign-in/customer-identity.ts";
import type { Solaris } from "../solaris/solaris-client.ts";
import { requireOwnDevice } from "./list-devices.ts";

/** Removes a bound device with all its keys (solaris-api §6.4). */
export async function removeDevice(solaris: Solaris, customer: CustomerIdentity, deviceId: string): Promise<void> {
  await requireOwnDevice(solaris, customer, deviceId);
  const path = ["v1", "mfa", "devices", deviceId];
  await solaris.call({ operation: "delete_device", method: "DELETE", path });
}
