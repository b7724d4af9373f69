import type { DeviceConsentView } from "../../src-contract/bridge/views.ts";
import type { DeviceDataMode } from "../../src-contract/rules/device-data-mode.ts";
import { AppError } from "../app-error.ts";
import type { BackendClient } from "../backend/backend-client.ts";
import { consentsOf, MOST_UNTOLD } from "./consent-record.ts";
import { createConsentWithdrawals, type WithdrawalDependencies } from "./consent-withdrawals.ts";

interface Dependencies extends WithdrawalDependencies {
  readonly backend: Pick<BackendClient, "giveDeviceConsent" | "listDeviceConsents" | "withdrawDeviceConsent">;
  /** What the bank wants; "off" in a build without the vendor's script. */
  readonly mode: () => DeviceDataMode;
  /** The bank's time, in milliseconds since 1970. */
  readonly now: () => number;
}

export type DeviceConsents = ReturnType<typeof createDeviceConsents>;

/**
 * What the cardholder says of device data on this computer (docs/device-data.md#the-question). A yes is one once the bank has
 * answered so and it is on disk; a no holds at once, and the bank is told until it has answered.
 */
export function createDeviceConsents({ mode, now, ...own }: Dependencies) {
  const { backend, records, scope, stop } = own;
  const { inTurn, tell, tryToTell, leave, tellAgain } = createConsentWithdrawals(own);

  const view = (): DeviceConsentView | null => {
    const wanted = mode();
    if (wanted === "off") return null;
    const said = records.answer(scope());
    const isRequired = wanted === "required";
    if ("consent_id" in said) return { isRequired, answer: { is: "given", since: said.given_at ?? null } };
    if (!("refused_at" in said)) return { isRequired, answer: null };
    return { isRequired, answer: { is: "refused", since: said.refused_at, isTold: said.untold === undefined } };
  };
  const shown = (): DeviceConsentView => {
    const now = view();
    if (now === null) throw new AppError("ERR_REFUSED");
    return now;
  };
  /**
   * Tells the bank of earlier withdrawals: with a new yes they must neither count still nor be forgotten.
   * @returns those that wait for Solaris alone, as the bank itself takes nothing under them (docs/device-data.md#unconfirmed)
   * @throws AppError why there can be no yes now
   */
  const settleEarlier = async (own: string): Promise<readonly string[]> => {
    try {
      await tell(own);
      return [];
    } catch (error) {
      const { untold = [] } = records.answer(own);
      if (!(error instanceof AppError) || untold.length === MOST_UNTOLD) throw error;
      const listed = await backend.listDeviceConsents();
      const isSuspended = (id: string) => listed.some(({ consent_id, counts }) => consent_id === id && !counts);
      if (!untold.every(isSuspended)) throw error;
      return untold;
    }
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
        if (records.read(own) !== null) return shown(); // a second consent would leave the first to nobody
        const untold = await settleEarlier(own);
        if (scope() !== own) throw new AppError("ERR_NOT_SIGNED_IN");
        const { consent_id, given_at } = await backend.giveDeviceConsent();
        try {
          await records.write(own, { consent_id, ...(given_at !== null && { given_at }), untold });
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
        if (!("refused_at" in said)) {
          try {
            await records.write(own, { refused_at: new Date(now()).toISOString(), untold: consentsOf(said) });
          } catch (error) {
            if ("consent_id" in said) await backend.withdrawDeviceConsent(said.consent_id).catch(() => undefined);
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
