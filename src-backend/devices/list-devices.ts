import type { Device, DeviceDetail } from "../api/devices.ts";
import type { ProblemCode } from "../api/problem.ts";
import { ProblemError } from "../http/problem-error.ts";
import type { CustomerIdentity } from "../sign-in/customer-identity.ts";
import { solarisDevice } from "../solaris/answers.ts";
import { readAllPages } from "../solaris/paging.ts";
import type { Solaris } from "../solaris/solaris-client.ts";

/** What Solaris lists of a customer's devices. A device is missing from it only where `leftOut` is 0. */
export interface ListedDevices {
  readonly devices: readonly Device[];
  /** Entries that could not be read, and one more where the list had no end. */
  readonly leftOut: number;
}

/** The customer's bound devices. Solaris lists only those whose code was signed (solaris-api §6.3). */
export async function listDevices(solaris: Solaris, customer: CustomerIdentity): Promise<ListedDevices> {
  // The public stand-in knows the filter by another name, and Solaris ignores what it does not know (§6.3, §11).
  const query = { "filter[person_id]": customer.personId, person_id: customer.personId };
  const call = { operation: "list_devices", path: ["v1", "mfa", "devices"], query } as const;
  const { entries, isComplete } = await readAllPages(solaris, call);
  const devices = new Map<string, Device>();
  let leftOut = isComplete ? 0 : 1;
  for (const entry of entries) {
    const parsed = solarisDevice.safeParse(entry);
    if (!parsed.success) leftOut += 1;
    else if (isOwn(parsed.data, customer) && !isRemoved(parsed.data)) {
      const { id, name, created_at } = parsed.data;
      devices.set(id, { id, name, created_at: created_at ?? null });
    }
  }
  if (leftOut > 0) solaris.log({ event: "solaris_entries_skipped", operation: "list_devices", count: leftOut });
  return { devices: [...devices.values()], leftOut };
}

/** Solaris ignores parameters that it does not know (§11): the filter must not be the only thing between customers. */
function isOwn(
  { person_id: owner }: { person_id?: string | null | undefined },
  { personId }: CustomerIdentity,
): boolean {
  return owner === undefined || owner === null || owner === personId;
}

function isRemoved({ deleted_at: at }: { deleted_at?: string | null | undefined }): boolean {
  return at !== undefined && at !== null && at !== "";
}

/**
 * The customer's device of this id, or null where Solaris does not know it.
 * @throws ProblemError `solaris_unavailable` where its list does not tell
 */
export async function findOwnDevice(
  solaris: Solaris,
  customer: CustomerIdentity,
  deviceId: string,
): Promise<Device | null> {
  const { devices, leftOut } = await listDevices(solaris, customer);
  const device = devices.find((one) => one.id === deviceId);
  if (device === undefined && leftOut > 0) throw new ProblemError("solaris_unavailable");
  return device ?? null;
}

/** The customer's device of this id. Somebody else's answers like one that does not exist. */
export async function requireOwnDevice(
  solaris: Solaris,
  customer: CustomerIdentity,
  deviceId: string,
  otherwise: ProblemCode = "not_found",
): Promise<Device> {
  const device = await findOwnDevice(solaris, customer, deviceId);
  if (device === null) throw new ProblemError(otherwise);
  return device;
}

/** One bound device with the purposes of its keys. */
export async function getDevice(solaris: Solaris, customer: CustomerIdentity, deviceId: string): Promise<DeviceDetail> {
  const device = await requireOwnDevice(solaris, customer, deviceId);
  const path = ["v1", "mfa", "devices", deviceId, "keys"];
  const key_purposes = await solaris.call({ operation: "list_keys", method: "GET", path });
  return { ...device, key_purposes };
}
