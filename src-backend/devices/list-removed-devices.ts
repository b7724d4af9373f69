import {
  MOST_REMOVED_DEVICES,
  type RemovedDevice,
  type RemovedDevices,
} from "../../src-contract/api/device-schemas.ts";
import type { CustomerIdentity } from "../sign-in/customer-identity.ts";
import type { Solaris } from "../solaris/solaris-client.ts";
import { readEntries } from "./list-devices.ts";

/**
 * The customer's removed devices, as Solaris lists them on request (docs/solaris-api.md §6.3), the newest removal first. One
 * that has another entry as a bound device is not told: which of the two is true nobody can know.
 */
export async function listRemovedDevices(solaris: Solaris, customer: CustomerIdentity): Promise<RemovedDevices> {
  const { entries, leftOut } = await readEntries(solaris, customer, { "filter[include_deleted]": "true" });
  const bound = new Set(entries.flatMap(({ device, removedAt }) => (removedAt === null ? [device.id] : [])));
  const removed = entries.flatMap(({ device, removedAt }): RemovedDevice[] =>
    removedAt === null || bound.has(device.id) ? [] : [{ ...device, removed_at: removedAt }],
  );
  // All times are in one form and in UTC (instant.ts). Of two removals of one device the later one stays.
  const inOrder = removed.toSorted((one, other) => (one.removed_at < other.removed_at ? -1 : 1));
  const all = [...new Map(inOrder.map((device) => [device.id, device])).values()].toSorted((one, other) =>
    one.removed_at < other.removed_at ? 1 : -1,
  );
  const devices = all.slice(0, MOST_REMOVED_DEVICES);
  return { devices, left_out: leftOut, truncated: all.length > devices.length };
}
