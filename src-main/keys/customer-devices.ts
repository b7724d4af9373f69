import type { DeviceListView } from "../../src-contract/bridge/views.ts";
import { AppError } from "../app-error.ts";
import type { BindingDependencies } from "./bind-this-computer.ts";
import { ownDeviceId } from "./enrolment-state.ts";

/** The customer's devices as the window lists them. */
export async function listDevices({ backend, enrolment }: BindingDependencies): Promise<DeviceListView> {
  const { devices, limit, left_out: leftOut } = await backend.listDevices();
  const ownId = await ownDeviceId(enrolment);
  return {
    limit,
    leftOut,
    devices: devices.map(({ id, name, created_at: boundAt }) => ({ id, name, boundAt, isThisComputer: id === ownId })),
  };
}

/** Removes another device; removing this computer takes more (remove-this-computer.ts). @returns the remaining devices */
export async function removeOtherDevice(dependencies: BindingDependencies, deviceId: string): Promise<DeviceListView> {
  if (deviceId === (await ownDeviceId(dependencies.enrolment))) throw new AppError("ERR_BAD_ARGUMENT");
  await dependencies.backend.removeDevice(deviceId);
  return listDevices(dependencies);
}
