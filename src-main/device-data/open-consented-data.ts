import type { DeviceDataMode } from "../../src-contract/rules/device-data-mode.ts";
import type { BackendClient } from "../backend/backend-client.ts";
import type { CollectDeviceData } from "./collect-device-data.ts";
import { createDeviceConsents } from "./consent-answers.ts";
import { openConsentRecords } from "./consent-record.ts";
import { createDeviceData } from "./device-data.ts";

interface Dependencies {
  readonly backend: BackendClient;
  /** Null in a build without the vendor's script. */
  readonly collector: CollectDeviceData | null;
  /** For what was answered here; created if missing. */
  readonly folder: string;
  /** The signed-in customer at this backend. @throws AppError ERR_NOT_SIGNED_IN */
  readonly scope: () => string;
  /** What the bank wants. */
  readonly mode: () => DeviceDataMode;
  /** Milliseconds since the epoch, by the bank's clock. */
  readonly now: () => number;
}

/** Opens device data, and the consent without which there are none. A release without the vendor's script has none of it. */
export function openConsentedData({ collector, folder, ...given }: Dependencies) {
  const own = { ...given, records: openConsentRecords(folder) };
  const deviceData = createDeviceData({ ...own, collector, now: () => performance.now() });
  const mode = () => (collector === null ? "off" : given.mode());
  return { deviceData, deviceConsents: createDeviceConsents({ ...own, mode, stop: deviceData.stop }) };
}
