import type { DeviceDetail } from "../../src-contract/api/device-schemas.ts";
import type { BackendClient } from "../backend/backend-client.ts";
import { BackendError } from "../backend/backend-error.ts";

/**
 * The device as Solaris knows it. It lists verified devices only (docs/solaris-api.md §6.3). Null proves its absence: the
 * backend answers `ERR_NOT_FOUND` only after reading the complete list (docs/threat-model.md#absence-needs-whole-list).
 */
export async function findDevice(backend: BackendClient, deviceId: string): Promise<DeviceDetail | null> {
  try {
    return await backend.getDevice(deviceId);
  } catch (error) {
    if (isUnknown(error)) return null;
    throw error;
  }
}

export async function isDeviceKnown(backend: BackendClient, deviceId: string): Promise<boolean> {
  return (await findDevice(backend, deviceId)) !== null;
}

/** Removes the device and its keys. A device unknown to Solaris counts as removed. */
export async function ensureDeviceRemoved(backend: BackendClient, deviceId: string): Promise<void> {
  try {
    await backend.removeDevice(deviceId);
  } catch (error) {
    if (!isUnknown(error)) throw error;
  }
}

function isUnknown(error: unknown): boolean {
  return error instanceof BackendError && error.code === "ERR_NOT_FOUND";
}
