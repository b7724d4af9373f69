import { AppError } from "../app-error.ts";
import type { DeviceConsents } from "./consent-answers.ts";
import type { DeviceData } from "./device-data.ts";

/** For a build without the vendor's script: requests say nothing of this computer, and the bank refuses what it does not take so. */
const noDeviceData: DeviceData = {
  forStep: () => async () => ({}),
  inBinding: (backend) => backend,
  stop: () => undefined,
};

/** Nor is anything asked about it. */
const noDeviceConsents: DeviceConsents = {
  view: () => null,
  give: () => Promise.reject(new AppError("ERR_REFUSED")),
  refuse: () => Promise.reject(new AppError("ERR_REFUSED")),
  leave: async () => undefined,
  tellAgain: async () => undefined,
};

/** Both, which core.ts has in such a build. */
export const noConsentedData = { deviceData: noDeviceData, deviceConsents: noDeviceConsents };
