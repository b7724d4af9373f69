import type { PinChangeRecord } from "../../src-contract/api/pin-change-schemas.ts";
import type { PinChangeOutcome } from "../../src-contract/bridge/views.ts";
import { AppError } from "../app-error.ts";
import { BackendError, isKnownRefusal } from "../backend/backend-error.ts";
import type { NotedChange, PinChange } from "./send-encrypted-pin.ts";

/** The ledger's record of a change in the window's terms. */
function outcomeOf(record: PinChangeRecord): PinChangeOutcome {
  const support = record.solaris_error_id === undefined ? {} : { supportId: record.solaris_error_id };
  switch (record.state) {
    case "changed":
      return { outcome: "changed", ...(record.changed_at !== undefined && { changedAt: record.changed_at }) };
    case "refused":
      return { outcome: "refused", code: record.problem ?? "ERR_REFUSED", ...support };
    case "not_received":
      return { outcome: "not-sent" };
    case "in_progress":
      return { outcome: "in-progress" };
    case "unknown":
      return { outcome: "unknown", ...support };
  }
}

/** The outcome of a change as the window is told. */
export interface ChangeEnd {
  readonly outcome: PinChangeOutcome;
  /** The ledger will keep this outcome whatever still arrives. */
  readonly isSettled: boolean;
}

export const changed: ChangeEnd = { outcome: { outcome: "changed" }, isSettled: true };

/** The outcome that the ledger has recorded. */
export function endOf(record: PinChangeRecord): ChangeEnd {
  return { outcome: outcomeOf(record), isSettled: record.state !== "in_progress" };
}

/**
 * Asks the ledger what became of a change, and says how long ago it began if the journal knows. A ledger restored from a
 * backup needs that to tell what never arrived from what it has forgotten.
 * @throws BackendError
 */
export async function settle({ backend, journal, scope, requestId }: NotedChange): Promise<PinChangeRecord> {
  return backend.settleChange(requestId, await journal.secondsSince(scope, requestId));
}

/**
 * Finds the outcome of a failed call that may have changed a PIN. Without an answer it asks the ledger; if that does not
 * answer either, the outcome is unknown.
 * @throws the error, if nothing was sent
 */
export async function endOfFailure(change: Omit<PinChange, "encrypt">, error: BackendError): Promise<ChangeEnd> {
  if (error.arrival === "never-sent") throw error;
  if (error.code === "ERR_PIN_CHANGE_OUTCOME_UNKNOWN") {
    return { outcome: { outcome: "unknown", ...error.details }, isSettled: true };
  }
  change.tell("settling");
  const record = await settleIfAnswered(change);
  const isUnclear = error.code === "ERR_PIN_CHANGE_IN_PROGRESS" || !isKnownRefusal(error);
  if (isUnclear) return record === null ? { outcome: { outcome: "unknown" }, isSettled: false } : endOf(record);
  // If answer and ledger contradict each other, the ledger counts: it knows every arrival.
  if (record !== null && pinMayHaveChanged.has(record.state)) return endOf(record);
  // A request refused before it was recorded, or with its change request still open, could be carried out if it arrived
  // again. Asking the ledger has closed it.
  return { outcome: { outcome: "refused", code: error.code, ...error.details }, isSettled: record !== null };
}

/** States in which the PIN may have changed. */
const pinMayHaveChanged: ReadonlySet<PinChangeRecord["state"]> = new Set([
  "changed",
  "in_progress",
  "unknown",
] as const);

/** Like `settle`, but null if the ledger does not answer. */
export async function settleIfAnswered(change: NotedChange): Promise<PinChangeRecord | null> {
  try {
    return await settle(change);
  } catch (unanswered) {
    if (unanswered instanceof BackendError) return null;
    throw unanswered;
  }
}

/** A change request that could not be authorised is never confirmed, so the PIN is unchanged whatever was lost. */
export function notConfirmed(error: unknown): ChangeEnd {
  if (!(error instanceof AppError)) throw error;
  return { outcome: { outcome: "refused", code: error.code, ...error.details }, isSettled: false };
}
