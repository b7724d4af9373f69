import { AppError } from "../app-error.ts";
import type { BackendClient } from "../backend/backend-client.ts";
import { log } from "../log.ts";
import { createOneAtATime } from "../one-at-a-time.ts";
import { withTimeout } from "../with-timeout.ts";
import { type ConsentRecords, consentsOf } from "./consent-record.ts";

/** How long a removal waits for the note at most: an answer that is being given may be on its way to the bank. */
const NOTE_WAITS_MS = 2_500;

export interface WithdrawalDependencies {
  readonly backend: Pick<BackendClient, "withdrawDeviceConsent">;
  readonly records: Pick<ConsentRecords, "answer" | "read" | "write">;
  /** The signed-in customer at this backend. @throws AppError ERR_NOT_SIGNED_IN */
  readonly scope: () => string;
  /** Ends what is being collected, at once. */
  readonly stop: () => void;
}

/**
 * Ends consents to device data at the bank, which is told until it has answered. Asks for no policy: the consent may be from an
 * earlier one.
 */
export function createConsentWithdrawals({ backend, records, scope, stop }: WithdrawalDependencies) {
  /** What changes the answer or tells the bank, one after the other. */
  const inTurn = createOneAtATime().after;

  /** @throws BackendError if the bank does not answer so */
  const withdraw = async (own: string, consentId: string): Promise<void> => {
    if (scope() !== own) throw new AppError("ERR_NOT_SIGNED_IN"); // the bank would look among another customer's
    try {
      await backend.withdrawDeviceConsent(consentId);
    } catch (error) {
      // The bank has none of this id, so there is nothing that it could take data under.
      if (!(error instanceof AppError && error.code === "ERR_NOT_FOUND")) throw error;
    }
  };
  /** Tells the bank of the withdrawals that it has not confirmed. @throws AppError why it does not confirm one of them */
  const tell = async (own: string): Promise<void> => {
    const said = records.answer(own);
    const { untold = [] } = said;
    const left: string[] = [];
    let why: AppError | null = null;
    for (const id of untold) {
      try {
        await withdraw(own, id);
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
        why ??= error;
        left.push(id);
      }
    }
    if (left.length < untold.length) await records.write(own, { ...said, untold: left });
    if (why !== null) throw why;
  };
  /** The same where a failure changes nothing: what is on disk says that the bank was not told. */
  const tryToTell = (own: string): Promise<void> => unlessRefused(() => tell(own));

  const noteLeft = async (own: string): Promise<void> => {
    const untold = consentsOf(records.answer(own));
    try {
      await records.write(own, { untold });
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      log({ event: "consent_not_left", code: error.code });
      // Nothing on disk says that the bank is to be told, so it is told now or never.
      await unlessRefused(async () => {
        for (const id of untold) await withdraw(own, id);
        await records.write(own, {});
      });
    }
    stop(); // what began in between
  };

  return {
    inTurn,
    tell,
    tryToTell,
    /**
     * This computer is no longer one of the customer's: what runs ends, and the answer goes. A consent is noted as to be
     * withdrawn first, then the bank is told, for which nobody waits. Never rejects for a failure, which fails no removal.
     * @param own whose it was; they may have been signed out meanwhile, then the bank is told at their next sign-in
     */
    async leave(own: string): Promise<void> {
      stop();
      const noted = inTurn(() => noteLeft(own));
      void noted.then(() => inTurn(() => tryToTell(own)));
      await withTimeout(NOTE_WAITS_MS, noted, undefined);
    },
    /** Tells the bank what it has not confirmed, if there is anything; at each sign-in, which may be over by then. Never rejects for either. */
    tellAgain: (): Promise<void> =>
      unlessRefused(() => {
        const own = scope();
        return inTurn(() => tell(own));
      }),
  };
}

/** @param act may also throw at once */
async function unlessRefused(act: () => Promise<void>): Promise<void> {
  try {
    await act();
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
  }
}
