import { recordOrRefuse } from "../database/record-or-refuse.ts";
import { ProblemError } from "../http/problem-error.ts";
import type { PartnerPolicy } from "../policy/partner-policy.ts";
import type { Log } from "../server-log.ts";
import type { CustomerIdentity } from "../sign-in/customer-identity.ts";
import type { ConsentRecords } from "./consent-records.ts";

/** What a request says of its device. */
interface SaidOfDevice {
  readonly device_data?: string | undefined;
  readonly device_consent_id?: string | undefined;
}

/**
 * Lets a request pass that has device data under a consent that counts, or none where the policy needs none. Looks before
 * Solaris is asked for anything; the data itself is not looked at, nor kept (docs/solaris-api.md §9).
 * @throws ProblemError `ERR_DEVICE_CONSENT_MISSING`, `ERR_DEVICE_DATA_REQUIRED`; `ERR_NOT_RECORDED` if the consent cannot be read
 */
export type RequireDeviceData = (customer: CustomerIdentity, said: SaidOfDevice) => Promise<void>;

/** Creates the check for the partner's policy. */
export function createRequireDeviceData(
  { deviceData: mode }: Pick<PartnerPolicy, "deviceData">,
  records: Pick<ConsentRecords, "counts">,
  log: Log,
): RequireDeviceData {
  return async ({ rowIds }, { device_data: data, device_consent_id: consentId }) => {
    if (data === undefined) {
      if (mode === "required") throw new ProblemError("ERR_DEVICE_DATA_REQUIRED");
      return;
    }
    const isTaken = mode !== "off" && consentId !== undefined;
    const counts = isTaken && (await recordOrRefuse(log, "device_consents", () => records.counts(rowIds, consentId)));
    if (!counts) throw new ProblemError("ERR_DEVICE_CONSENT_MISSING");
  };
}
