import type { DeviceConsentView } from "../../src-contract/bridge/views.ts";
import type { DeviceDataMode } from "../../src-contract/rules/device-data-mode.ts";
import { AppError } from "../app-error.ts";
import type { BackendClient } from "../backend/backend-client.ts";
import { consentOf } from "./consent-record.ts";
import { createConsentWithdrawals, type WithdrawalDependencies } from "./consent-withdrawals.ts";

interface Dependencies extends WithdrawalDependencies {
  readonly backend: Pick<BackendClient, "giveDeviceConsent" | "withdrawDeviceConsent">;
  /** What the bank wants; "off" in a build without the vendor's script. */
  readonly mode: () => DeviceDataMode;
}

export type DeviceConsents = ReturnType<typeof createDeviceConsents>;

/**
 * What the cardholder says of device data on this computer (docs/device-data.md#the-question). A yes is one once the bank has
 * answered so and it is on disk; a no holds at once, and the bank is told until it has answered.
 */
export function createDeviceConsents({ mode, ...own }: Dependencies) {
  const { backend, records, scope, stop, now } = own;
  const { inTurn, tell, tryToTell, leave, tellAgain } = createConsentWithdrawals(own);

  const view = (): DeviceConsentView | null => {
    const wanted = mode();
    if (wanted === "off") return null;
    const said = records.answer(scope());
    const isRequired = wanted === "required";
    if (said === null || "left_at" in said) return { isRequired, answer: null };
    if ("consent_id" in said) return { isRequired, answer: { is: "given", since: said.given_at ?? null } };
    return { isRequired, answer: { is: "refused", since: said.refused_at, isTold: said.untold === null } };
  };
  const shown = (): DeviceConsentView => {
    const now = view();
    if (now === null) throw new AppError("ERR_REFUSED");
    return now;
  };
  const requireWanted = () => {
    if (mode() === "off") throw new AppError("ERR_REFUSED");
  };

  return {
    /** What is to be shown of it; null where nobody is asked for anything. */
    view,
    /**
     * Says yes at the bank.
     * @throws BackendError if the bank did not answer so; AppError ERR_FOLDER_UNUSABLE if it is not on disk: then the bank is told a no
     */
    async give(): Promise<DeviceConsentView> {
      requireWanted();
      const own = scope();
      return inTurn(async () => {
        await tell(own); // or the older consent would be forgotten here, and still count there
        if (scope() !== own) throw new AppError("ERR_NOT_SIGNED_IN");
        const { consent_id, given_at } = await backend.giveDeviceConsent();
        try {
          await records.write(own, { consent_id, ...(given_at !== null && { given_at }) });
        } catch (error) {
          await backend.withdrawDeviceConsent(consent_id).catch(() => undefined); // nobody could withdraw it later
          throw error;
        }
        return shown();
      });
    },
    /**
     * Says no, or withdraws: what runs ends, and nothing is collected from now on, whatever the bank answers. Says it to the
     * bank once more where it has not confirmed it.
     * @throws AppError ERR_FOLDER_UNUSABLE if the answer is not on disk; the bank was told by then
     */
    async refuse(): Promise<DeviceConsentView> {
      stop();
      requireWanted();
      const own = scope();
      return inTurn(async () => {
        const said = records.answer(own);
        if (said === null || !("refused_at" in said)) {
          const untold = consentOf(said);
          try {
            await records.write(own, { refused_at: new Date(now()).toISOString(), untold });
          } catch (error) {
            if (untold !== null) await backend.withdrawDeviceConsent(untold).catch(() => undefined);
            throw error;
          }
          stop(); // what began in between
        }
        await tryToTell(own);
        return shown();
      });
    },
    leave,
    tellAgain,
  };
}
