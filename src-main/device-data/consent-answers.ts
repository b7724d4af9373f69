import type { DeviceConsentView } from "../../src-contract/bridge/views.ts";
import type { DeviceDataMode } from "../../src-contract/rules/device-data-mode.ts";
import { AppError } from "../app-error.ts";
import type { BackendClient } from "../backend/backend-client.ts";
import { createOneAtATime } from "../one-at-a-time.ts";
import type { ConsentRecords } from "./consent-record.ts";

interface Dependencies {
  readonly backend: Pick<BackendClient, "giveDeviceConsent" | "withdrawDeviceConsent">;
  readonly records: Pick<ConsentRecords, "answer" | "write">;
  /** The signed-in customer at this backend. @throws AppError ERR_NOT_SIGNED_IN */
  readonly scope: () => string;
  /** What the bank wants; "off" in a build without the vendor's script. */
  readonly mode: () => DeviceDataMode;
  /** Ends what is being collected, at once. */
  readonly stop: () => void;
  /** The bank's time, in milliseconds since 1970. */
  readonly now: () => number;
}

export type DeviceConsents = ReturnType<typeof createDeviceConsents>;

/**
 * What the cardholder says of device data on this computer (docs/device-data.md#the-question). A yes is one once the bank has
 * answered so and it is on disk; a no holds at once, and the bank is told until it has answered.
 */
export function createDeviceConsents({ backend, records, scope, mode, stop, now }: Dependencies) {
  const inTurn = createOneAtATime().after;

  const view = (): DeviceConsentView | null => {
    const wanted = mode();
    if (wanted === "off") return null;
    const said = records.answer(scope());
    const isRequired = wanted === "required";
    if (said === null) return { isRequired, answer: null };
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

  /** Tells the bank of a withdrawal that it has not confirmed. @throws BackendError if it does not answer so */
  const tell = async (own: string): Promise<void> => {
    const said = records.answer(own);
    if (said === null || !("refused_at" in said) || said.untold === null) return;
    if (scope() !== own) throw new AppError("ERR_NOT_SIGNED_IN"); // the bank would look among another customer's
    try {
      await backend.withdrawDeviceConsent(said.untold);
    } catch (error) {
      // The bank has none of this id, so there is nothing that it could take data under.
      if (!(error instanceof AppError && error.code === "ERR_NOT_FOUND")) throw error;
    }
    await records.write(own, { refused_at: said.refused_at, untold: null });
  };
  /** The same where a failure changes nothing: what is on disk says that the bank was not told. */
  const tryToTell = async (own: string): Promise<void> => {
    try {
      await tell(own);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
    }
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
        if (said === null || "consent_id" in said) {
          const untold = said?.consent_id ?? null;
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
    /** Tells the bank what it has not confirmed, if there is anything; at each sign-in. Never rejects for its answer. */
    async tellAgain(): Promise<void> {
      const own = scope();
      const said = records.answer(own);
      if (said !== null && "refused_at" in said && said.untold !== null) await inTurn(() => tryToTell(own));
    },
  };
}
