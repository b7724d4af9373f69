import type { DeviceDataMode } from "../../src-contract/rules/device-data-mode.ts";
import { AppError } from "../app-error.ts";
import type { BackendClient } from "../backend/backend-client.ts";
import { withTimeout } from "../with-timeout.ts";
import type { CollectDeviceData } from "./collect-device-data.ts";
import type { ConsentRecords } from "./consent-record.ts";
import type { DeviceDataFields, DeviceDataOfStep } from "./device-data-fields.ts";
import { withDeviceData } from "./with-device-data.ts";

/** How long a step waits for device data in all. */
const WAITS_MS = 2_500;

interface Dependencies {
  readonly backend: Pick<BackendClient, "listDeviceConsents">;
  /** Null in a build without the vendor's script. */
  readonly collector: CollectDeviceData | null;
  readonly records: Pick<ConsentRecords, "read" | "forget">;
  /** The signed-in customer at this backend. @throws AppError ERR_NOT_SIGNED_IN */
  readonly scope: () => string;
  /** What the bank wants. */
  readonly mode: () => DeviceDataMode;
  /** Milliseconds of a monotonic clock. */
  readonly now: () => number;
}

export type DeviceData = ReturnType<typeof createDeviceData>;

/**
 * Collects device data for the requests that may have some (docs/device-data.md): only if the bank's policy wants it and this
 * computer's consent counts there, asked anew each time. Otherwise the script is not even loaded.
 */
export function createDeviceData({ backend, collector, records, scope, mode, now }: Dependencies) {
  /** Counts the stops: what was begun before one gives nothing. */
  let stops = 0;

  const collect = async (): Promise<DeviceDataFields> => {
    const before = stops;
    const own = scope();
    const consentId = records.read(own);
    if (collector === null || consentId === null) return {};
    const consents = await backend.listDeviceConsents();
    const listed = consents.find((consent) => consent.consent_id === consentId);
    // It was withdrawn elsewhere, or a backup was restored: before the next step it is asked anew.
    if (listed?.counts === false) await records.forget(own, consentId);
    if (listed?.counts !== true || stops !== before) return {};
    const text = await collector.collect(consentId);
    return text === null || stops !== before ? {} : { device_data: text, device_consent_id: consentId };
  };
  const orNothing = async (): Promise<DeviceDataFields> => {
    try {
      return await collect();
    } catch (error) {
      if (error instanceof AppError) return {}; // the bank does not say, so there is no consent to be seen
      throw error;
    }
  };

  /** For one step of the cardholder: nothing is kept for the next. */
  const forStep = (): DeviceDataOfStep => {
    let begun: { readonly fields: Promise<DeviceDataFields>; readonly until: number; readonly stops: number } | null =
      null;
    return async () => {
      const wanted = mode();
      if (wanted === "off") return {};
      begun ??= { fields: orNothing(), until: now() + WAITS_MS, stops };
      const fields = await withTimeout<DeviceDataFields, DeviceDataFields>(
        Math.max(begun.until - now(), 0),
        begun.fields,
        {},
      );
      const given = begun.stops === stops ? fields : {};
      if (wanted === "required" && given.device_data === undefined) throw new AppError("ERR_DEVICE_DATA_REQUIRED");
      return given;
    };
  };

  return {
    forStep,
    /** The backend, as one step of the binding calls it. */
    inBinding: (whole: BackendClient): BackendClient => withDeviceData(whole, forStep()),
    /** The consent is withdrawn, or the session over: ends what runs, at once, and drops what was collected. */
    stop(): void {
      stops++;
      collector?.stop();
    },
  };
}
