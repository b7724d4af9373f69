import type { PinChangeRecord } from "../../src-contract/api/pin-change-schemas.ts";
import type { PinChangeOutcome } from "../../src-contract/bridge/views.ts";
import { AppError } from "../app-error.ts";
import { BackendError, isKnownRefusal } from "../backend/backend-error.ts";
import type { NotedChange, PinChange } from "./send-encrypted-pin.ts";

/** What the backend's ledger says of a change, in the window's terms. */
function outcomeOf(record: PinChangeRecord): PinChangeOutcome {
  const support = record.solaris_error_id === undefined ? {} : { supportId: record.solaris_error_id };
  switch (record.state) {
    case "changed":
      return { outcome: "changed" };
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

/** How a change ended, as the window is told. */
export interface ChangeEnd {
  readonly outcome: PinChangeOutcome;
  /** The ledger keeps to it, whatever of the change may still arrive. */
  readonly isSettled: boolean;
}

export const changed: ChangeEnd = { outcome: { outcome: "changed" }, isSettled: true };

/** What the ledger said. */
export function endOf(record: PinChangeRecord): ChangeEnd {
  return { outcome: outcomeOf(record), isSettled: record.state !== "in_progress" };
}

/**
 * Asks the ledger what became of a change. It is told how long ago the change was begun, where the journal knows: a ledger
 * that was restored from a backup then tells what never arrived from what it has forgotten.
 * @throws BackendError
 */
export async function settle({ backend, journal, scope, requestId }: NotedChange): Promise<PinChangeRecord> {
  return backend.settleChange(requestId, await journal.secondsSince(scope, requestId));
}

/**
 * How a call that was to change a PIN ended, after it failed. Where no answer was seen the ledger is asked; where that
 * does not answer either, nothing is claimed.
 * @throws the error, where nothing was sent
 */
export async function endOfFailure(change: Omit<PinChange, "encrypt">, error: BackendError): Promise<ChangeEnd> {
  if (error.arrival === "never-sent") throw error;
  if (error.code === "ERR_PIN_CHANGE_OUTCOME_UNKNOWN") {
    return { outcome: { outcome: "unknown", ...error.details }, isSettled: true };
  }
  change.tell("settling");
  const record = await settleIfAnswered(change);
  const isOpen = error.code === "ERR_PIN_CHANGE_IN_PROGRESS" || !isKnownRefusal(error);
  if (isOpen) return record === null ? { outcome: { outcome: "unknown" }, isSettled: false } : endOf(record);
  // Two that contradict each other: the ledger's word counts, it knows of every arrival.
  if (record !== null && saysMore.has(record.state)) return endOf(record);
  // Refused before it was on record, or with its change request still open, it could be carried out if it arrived again:
  // that the ledger was asked has closed it.
  return { outcome: { outcome: "refused", code: error.code, ...error.details }, isSettled: record !== null };
}

/** States in which the PIN may be another than before. */
const saysMore: ReadonlySet<PinChangeRecord["state"]> = new Set(["changed", "in_progress", "unknown"] as const);

/** The same, or null where the ledger does not answer. */
export async function settleIfAnswered(change: NotedChange): Promise<PinChangeRecord | null> {
  try {
    return await settle(change);
  } catch (unanswered) {
    if (unanswered instanceof BackendError) return null;
    throw unanswered;
  }
}

/** A change request that could not be authorised is never confirmed: the PIN stays as it was, whatever was lost. */
export function notConfirmed(error: unknown): ChangeEnd {
  if (!(error instanceof AppError)) throw error;
  return { outcome: { outcome: "refused", code: error.code, ...error.details }, isSettled: false };
}
