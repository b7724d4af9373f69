import type { DeviceListView, RemovedDevicesView } from "../../src-contract/bridge/views.ts";
import { AppError } from "../app-error.ts";
import { BackendError } from "../backend/backend-error.ts";
import type { BindingDependencies } from "./bind-this-computer.ts";
import { ownDeviceId } from "./enrolment-state.ts";

/** The customer's devices as the window lists them. @param withLastUse whether to ask for it, which takes longer */
export async function listDevices(
  { backend, enrolment }: BindingDependencies,
  withLastUse: boolean,
): Promise<DeviceListView> {
  const { devices, limit, left_out: leftOut } = await backend.listDevices(withLastUse);
  const ownId = await ownDeviceId(enrolment);
  return {
    limit,
    leftOut,
    devices: devices.map(({ id, name, created_at: boundAt, last_used_at: lastUsedAt = null }) => {
      return { id, name, boundAt, lastUsedAt, isThisComputer: id === ownId };
    }),
  };
}

/** The customer's removed devices; null where the backend is an earlier one, which does not tell them. */
export async function listRemovedDevices({ backend }: BindingDependencies): Promise<RemovedDevicesView | null> {
  try {
    const { devices, left_out: leftOut, truncated: isCutShort } = await backend.listRemovedDevices();
    return {
      leftOut,
      isCutShort,
      devices: devices.map(({ id, name, removed_at: removedAt }) => ({ id, name, removedAt })),
    };
  } catch (error) {
    if (error instanceof BackendError && error.code === "ERR_OPERATION_UNKNOWN") return null;
    throw error;
  }
}

/** Removes another device; removing this computer takes more (remove-this-computer.ts). @returns the remaining devices */
export async function removeOtherDevice(dependencies: BindingDependencies, deviceId: string): Promise<DeviceListView> {
  if (deviceId === (await ownDeviceId(dependencies.enrolment))) throw new AppError("ERR_BAD_ARGUMENT");
  await dependencies.backend.removeDevice(deviceId);
  return listDevices(dependencies, true);
}
