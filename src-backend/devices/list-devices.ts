import type { Device, DeviceDetail } from "../../src-contract/api/device-schemas.ts";
import type { ProblemCode } from "../../src-contract/errors/error-codes.ts";
import { ProblemError } from "../http/problem-error.ts";
import type { CustomerIdentity } from "../sign-in/customer-identity.ts";
import { type SolarisDeviceKey, solarisDevice } from "../solaris/answers.ts";
import { readPastInstant } from "../solaris/instant.ts";
import { isOwn } from "../solaris/own-entry.ts";
import { readAllPages } from "../solaris/paging.ts";
import type { Solaris } from "../solaris/solaris-client.ts";

/** A customer's devices as Solaris lists them. It proves that a device is absent only if `leftOut` is 0. */
export interface ListedDevices {
  readonly devices: readonly Device[];
  /** Unreadable entries, plus one if the list never ended. */
  readonly leftOut: number;
}

/** One entry of the list, of this customer. */
interface Entry {
  readonly device: Device;
  /** RFC 3339; null if it is bound. */
  readonly removedAt: string | null;
}

/** The customer's bound devices. Solaris lists only those whose code was signed (docs/solaris-api.md §6.3). */
export async function listDevices(solaris: Solaris, customer: CustomerIdentity): Promise<ListedDevices> {
  const { entries, leftOut } = await readEntries(solaris, customer);
  const bound = entries.filter(({ removedAt }) => removedAt === null);
  return { devices: [...new Map(bound.map(({ device }) => [device.id, device])).values()], leftOut };
}

/**
 * Everything that Solaris lists for this customer: an id may have several entries.
 * @param filter what the list is asked for beyond its person
 */
export async function readEntries(
  solaris: Solaris,
  customer: CustomerIdentity,
  filter: Readonly<Record<string, string>> = {},
): Promise<{ readonly entries: readonly Entry[]; readonly leftOut: number }> {
  // Both names of the filter: the public stand-in uses another one, and Solaris ignores unknown parameters (§6.3, §11).
  const query = { "filter[person_id]": customer.personId, person_id: customer.personId, ...filter };
  const call = { operation: "list_devices", path: ["v1", "mfa", "devices"], query } as const;
  const { entries: said, isComplete } = await readAllPages(solaris, call);
  const entries: Entry[] = [];
  let leftOut = isComplete ? 0 : 1;
  for (const one of said) {
    const parsed = solarisDevice.safeParse(one);
    const removedAt = parsed.success ? readRemoval(parsed.data.deleted_at) : undefined;
    if (!parsed.success || removedAt === undefined) leftOut += 1;
    else if (isOwn(parsed.data, customer)) {
      const { id, name, created_at } = parsed.data;
      entries.push({ device: { id, name, created_at: created_at ?? null }, removedAt });
    }
  }
  if (leftOut > 0) solaris.log({ event: "solaris_entries_skipped", operation: "list_devices", count: leftOut });
  return { entries, leftOut };
}

/** When a device was removed; null if it was not, undefined if its time is not a possible removal time. */
function readRemoval(at: string | null | undefined): string | null | undefined {
  return at === undefined || at === null || at === "" ? null : readPastInstant(at);
}

/**
 * The customer's device of this id, or null if Solaris does not know it.
 * @throws ProblemError `ERR_SOLARIS_UNAVAILABLE` if the list is incomplete
 */
export async function findOwnDevice(
  solaris: Solaris,
  customer: CustomerIdentity,
  deviceId: string,
): Promise<Device | null> {
  const { devices, leftOut } = await listDevices(solaris, customer);
  const device = devices.find((one) => one.id === deviceId);
  if (device === undefined && leftOut > 0) throw new ProblemError("ERR_SOLARIS_UNAVAILABLE");
  return device ?? null;
}

/** The customer's device of this id. Another customer's device looks like one that does not exist. */
export async function requireOwnDevice(
  solaris: Solaris,
  customer: CustomerIdentity,
  deviceId: string,
  otherwise: ProblemCode = "ERR_NOT_FOUND",
): Promise<Device> {
  const device = await findOwnDevice(solaris, customer, deviceId);
  if (device === null) throw new ProblemError(otherwise);
  return device;
}

/** One bound device with the purposes of its keys. */
export async function getDevice(solaris: Solaris, customer: CustomerIdentity, deviceId: string): Promise<DeviceDetail> {
  const device = await requireOwnDevice(solaris, customer, deviceId);
  return { ...device, key_purposes: await listKeyPurposes(solaris, deviceId) };
}

/** The purposes of a device's keys. Whose device it is, the caller has checked. */
export async function listKeyPurposes(solaris: Solaris, deviceId: string): Promise<DeviceDetail["key_purposes"]> {
  return (await listKeys(solaris, deviceId)).map((key) => key.key_purpose);
}

/** A device's keys. Whose device it is, the caller has checked. */
export function listKeys(solaris: Solaris, deviceId: string): Promise<readonly SolarisDeviceKey[]> {
  return solaris.call({ operation: "list_keys", method: "GET", path: ["v1", "mfa", "devices", deviceId, "keys"] });
}
