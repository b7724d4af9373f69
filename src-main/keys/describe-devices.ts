import type { Devices } from "../../src-contract/api/device-schemas.ts";
import type { DeviceListView } from "../../src-contract/bridge/views.ts";

/** The customer's devices as the window lists them. @param ownId this computer's, or null where it has none */
export function describeDevices({ devices, limit, left_out: leftOut }: Devices, ownId: string | null): DeviceListView {
  return {
    limit,
    leftOut,
    devices: devices.map(({ id, name, created_at: boundAt }) => ({ id, name, boundAt, isThisComputer: id === ownId })),
  };
}
