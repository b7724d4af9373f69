import { AppError } from "../app-error.ts";
import type { DeviceConsents } from "./consent-answers.ts";
import { createConsentWithdrawals, type WithdrawalDependencies } from "./consent-withdrawals.ts";
import type { DeviceData } from "./device-data.ts";

/** For a build without the vendor's script: requests say nothing of this computer, and the bank refuses what it does not take so. */
const noDeviceData: DeviceData = {
  forStep: () => async () => ({}),
  inBinding: (backend) => backend,
  stop: () => undefined,
};
const refused = () => Promise.reject(new AppError("ERR_REFUSED"));

/** Nor is anything asked about it. A consent that was given to an earlier version ends all the same. */
export function openNoDeviceData(given: Omit<WithdrawalDependencies, "stop">) {
  const { leave, tellAgain } = createConsentWithdrawals({ ...given, stop: () => undefined });
  const deviceConsents: DeviceConsents = { view: () => null, give: refused, refuse: refused, leave, tellAgain };
  return { deviceData: noDeviceData, deviceConsents };
}
