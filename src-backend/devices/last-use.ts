import { DEVICE_LIMIT, type ListedDevice } from "../../src-contract/api/device-schemas.ts";
import type { CustomerIdentity } from "../sign-in/customer-identity.ts";
import type { SolarisDeviceKey } from "../solaris/answers.ts";
import { readPastInstant } from "../solaris/instant.ts";
import type { Solaris } from "../solaris/solaris-client.ts";
import { SolarisRefusal, SolarisUnclear } from "../solaris/solaris-failure.ts";
import { type ListedDevices, listDevices, listKeys } from "./list-devices.ts";

/**
 * The customer's bound devices, each with its last use. Their keys are asked for side by side: of as many devices as there
 * can be (docs/solaris-api.md §6.1), so that a longer list does not become many calls.
 */
export async function listDevicesWithLastUse(
  solaris: Solaris,
  customer: CustomerIdentity,
): Promise<ListedDevices & { readonly devices: readonly ListedDevice[] }> {
  const { devices, leftOut } = await listDevices(solaris, customer);
  const withLastUse = devices.map(async (device, index): Promise<ListedDevice> => {
    return { ...device, last_used_at: index < DEVICE_LIMIT ? await lastUse(solaris, customer, device.id) : null };
  });
  return { devices: await Promise.all(withLastUse), leftOut };
}

/** Null where Solaris does not say it. A list of keys that fails leaves only this out: the device is there all the same. */
async function lastUse(solaris: Solaris, customer: CustomerIdentity, deviceId: string): Promise<string | null> {
  try {
    return latestUse(await listKeys(solaris, deviceId), { device_id: deviceId, person_id: customer.personId });
  } catch (error) {
    if (error instanceof SolarisRefusal || error instanceof SolarisUnclear) return null;
    throw error;
  }
}

type Owner = Readonly<Record<"device_id" | "person_id", string>>;

/**
 * When any of this device's keys was last used (docs/solaris-api.md §6.5). A key whose time cannot be read may be the one that
 * was used last, so then nothing is said.
 */
function latestUse(keys: readonly SolarisDeviceKey[], owner: Owner): string | null {
  const said = keys.filter((key) => isOf(key, owner) && !isAbsent(key.used_at));
  const uses = said.flatMap(({ used_at: at }) => readPastInstant(at) ?? []);
  if (uses.length < said.length) return null;
  // All in one form and in UTC (instant.ts), so their order as texts is that in time.
  return uses.toSorted().at(-1) ?? null;
}

/** Keys that are named as another device's, or another person's, say nothing of this one. */
function isOf(key: SolarisDeviceKey, owner: Owner): boolean {
  return (["device_id", "person_id"] as const).every((name) => isAbsent(key[name]) || key[name] === owner[name]);
}

function isAbsent(said: unknown): boolean {
  return said === undefined || said === null || said === "";
}
