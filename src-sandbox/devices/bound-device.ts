import { type Clock, formatTimeInSeconds } from "../clock.ts";

export const keyPurposes = ["unrestricted", "restricted"] as const;
export type KeyPurpose = (typeof keyPurposes)[number];

export type DeviceKey = {
  readonly keyId: string;
  readonly purpose: KeyPurpose;
  /** The uncompressed point in lower-case hex. */
  readonly point: string;
  usedAt?: number;
};

export type Device = {
  readonly id: string;
  readonly personId: string;
  readonly name: string;
  readonly createdAt: number;
  verified: boolean;
  deletedAt?: number;
  keys: DeviceKey[];
};

// docs/solaris-api.md §6.1: "max five registered devices per customer".
const deviceLimit = 5;

/** Finds a device that is bound: verified and not removed. */
export function findLiveDevice(devices: ReadonlyMap<string, Device>, id: string): Device | undefined {
  const device = devices.get(id);
  return device !== undefined && isLive(device) ? device : undefined;
}

/** Whether a device is bound: verified and not removed. */
export function isLive(device: Device): boolean {
  return device.verified && device.deletedAt === undefined;
}

/** Whether a person has as many bound devices as Solaris allows. */
export function hasAllDevices(devices: ReadonlyMap<string, Device>, personId: string): boolean {
  return [...devices.values()].filter((device) => device.personId === personId && isLive(device)).length >= deviceLimit;
}

/** The bound or pending devices with this key; removed devices have no keys. */
export function findKeyHolders(devices: ReadonlyMap<string, Device>, point: string): Device[] {
  return [...devices.values()].filter((device) => device.keys.some((key) => key.point === point));
}

/**
 * Removes a device with all its keys (docs/solaris-api.md §6.4). Its record stays for lists that include removed devices.
 */
export function removeDevice(device: Device, clock: Clock): void {
  device.deletedAt = clock.now();
  device.keys = [];
}

/** A device as shown in lists (docs/solaris-api.md §6.3). */
export function describeDevice(device: Device): object {
  return {
    id: device.id,
    name: device.name,
    person_id: device.personId,
    created_at: formatTimeInSeconds(device.createdAt),
    ...(device.deletedAt !== undefined && { deleted_at: formatTimeInSeconds(device.deletedAt) }),
  };
}
