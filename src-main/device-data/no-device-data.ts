import type { DeviceData } from "./device-data.ts";

/** For a build without the vendor's script: requests say nothing of this computer, and the bank refuses what it does not take so. */
export const noDeviceData: DeviceData = {
  forStep: () => async () => ({}),
  inBinding: (backend) => backend,
  stop: () => undefined,
};
