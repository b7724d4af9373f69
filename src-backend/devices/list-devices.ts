import type { Device, DeviceDetail } from "../api/devices.ts";
import type { ProblemCode } from "../api/problem.ts";
import { ProblemError } from "../http/problem-error.ts";
import type { CustomerIdentity } from "../sign-in/customer-identity.ts";
import { solarisDevice, solarisDeviceKeys } from "../solaris/answers.ts";
import { readAllPages } from "../solaris/paging.ts";
import { type Solaris, unreadableAnswer } from "../solaris/solaris-client.ts";

/** The customer's bound devices. Solaris lists only those whose code was signed (solaris-api §6.3). */
export async function listDevices(solaris: Solaris, customer: CustomerIdentity): Promise<Device[]> {
  const query = { "filter[person_id]": customer.personId };
  const call = { operation: "list_devices", path: ["v1", "mfa", "devices"], query } as const;
  const all = await readAllPages(solaris, call, solarisDevice);
  return (
    all
      // Solaris ignores parameters that it does not know (§11): the filter must not be the only thing between customers.
      .filter((device) => device.person_id === undefined || device.person_id === customer.personId)
      .filter((device) => device.deleted_at === undefined || device.deleted_at === null)
      .map(({ id, name, created_at }) => ({ id, name, created_at }))
  );
}

/** The customer's device of this id. Somebody else's answers like one that does not exist. */
export async function requireOwnDevice(
  solaris: Solaris,
  customer: CustomerIdentity,
  deviceId: string,
  otherwise: ProblemCode = "not_found",
): Promise<Device> {
  const device = (await listDevices(solaris, customer)).find((one) => one.id === deviceId);
  if (device === undefined) throw new ProblemError(otherwise);
  return device;
}

/** One bound device with the purposes of its keys. */
export async function getDevice(solaris: Solaris, customer: CustomerIdentity, deviceId: string): Promise<DeviceDetail> {
  const device = await requireOwnDevice(solaris, customer, deviceId);
  const path = ["v1", "mfa", "devices", deviceId, "keys"];
  const reply = await solaris.call({ operation: "list_keys", method: "GET", path });
  const purposes = solarisDeviceKeys.safeParse(reply.json);
  if (!purposes.success) throw unreadableAnswer(solaris, "list_keys");
  return { ...device, key_purposes: purposes.data };
}
