import type { Device, DeviceDetail } from "../../src-contract/api/device-schemas.ts";
import type { ProblemCode } from "../../src-contract/errors/error-codes.ts";
import { ProblemError } from "../http/problem-error.ts";
import type { CustomerIdentity } from "../sign-in/customer-identity.ts";
import { solarisDevice } from "../solaris/answers.ts";
import { readInstant } from "../solaris/instant.ts";
import { readAllPages } from "../solaris/paging.ts";
import type { Solaris } from "../solaris/solaris-client.ts";

/** How far Solaris' clock may be ahead of ours. */
const CLOCKS_APART_MS = 24 * 60 * 60 * 1000;

/** A customer's devices as Solaris lists them. It proves that a device is absent only if `leftOut` is 0. */
export interface ListedDevices {
  readonly devices: readonly Device[];
  /** Unreadable entries, plus one if the list never ended. */
  readonly leftOut: number;
}

/** The customer's bound devices. Solaris lists only those whose code was signed (docs/solaris-api.md §6.3). */
export async function listDevices(solaris: Solaris, customer: CustomerIdentity): Promise<ListedDevices> {
  // Both names of the filter: the public stand-in uses another one, and Solaris ignores unknown parameters (§6.3, §11).
  const query = { "filter[person_id]": customer.personId, person_id: customer.personId };
  const call = { operation: "list_devices", path: ["v1", "mfa", "devices"], query } as const;
  const { entries, isComplete } = await readAllPages(solaris, call);
  const devices = new Map<string, Device>();
  let leftOut = isComplete ? 0 : 1;
  for (const entry of entries) {
    const parsed = solarisDevice.safeParse(entry);
    const isRemoved = parsed.success ? readRemoval(parsed.data.deleted_at) : undefined;
    if (!parsed.success || isRemoved === undefined) leftOut += 1;
    else if (isOwn(parsed.data, customer) && !isRemoved) {
      const { id, name, created_at } = parsed.data;
      devices.set(id, { id, name, created_at: created_at ?? null });
    }
  }
  if (leftOut > 0) solaris.log({ event: "solaris_entries_skipped", operation: "list_devices", count: leftOut });
  return { devices: [...devices.values()], leftOut };
}

/** Solaris ignores unknown parameters (§11), so the filter must not be all that separates customers. */
function isOwn(
  { person_id: owner }: { person_id?: string | null | undefined },
  { personId }: CustomerIdentity,
): boolean {
  return owner === undefined || owner === null || owner === "" || owner === personId;
}

/** Whether a device was removed; undefined if its time is not a possible removal time. */
function readRemoval(at: string | null | undefined): boolean | undefined {
  if (at === undefined || at === null || at === "") return false;
  const removedAt = readInstant(at);
  return removedAt !== undefined && Date.parse(removedAt) < Date.now() + CLOCKS_APART_MS ? true : undefined;
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
export function listKeyPurposes(solaris: Solaris, deviceId: string): Promise<DeviceDetail["key_purposes"]> {
  return solaris.call({ operation: "list_keys", method: "GET", path: ["v1", "mfa", "devices", deviceId, "keys"] });
}
