import type { PinChangeRecord } from "../../src-contract/api/pin-change-schemas.ts";
import { ProblemError } from "../http/problem-error.ts";
import type { CustomerIdentity } from "../sign-in/customer-identity.ts";
import type { PinChangeDependencies } from "./begin-pin-change.ts";
import type { LedgerEntry } from "./ledger.ts";
import type { Count, Records } from "./records.ts";

/** Each write makes another less likely: there are two attempts, and each can be closed once. */
const MOST_READINGS = 5;

/** How unrecorded ids are closed: each creates a record, and anybody can invent any number of them. */
export interface UnrecordedIds {
  readonly count: Count;
  /** Runs one after another. */
  readonly takeTurns: (close: () => Promise<void>) => Promise<void>;
}

/**
 * Says what became of a PIN change, and makes that final: a request that has not arrived is refused later, and an
 * unconfirmed one can no longer be confirmed. `begunSecondsAgo`: the change's age, if the app says it.
 */
export async function settlePinChange(
  { records }: PinChangeDependencies,
  { rowIds }: CustomerIdentity,
  requestId: string,
  { count, takeTurns }: UnrecordedIds,
  begunSecondsAgo?: number,
): Promise<PinChangeRecord> {
  for (let reading = 0; reading < MOST_READINGS; reading += 1) {
    const entries = await records.find(rowIds, requestId);
    const last = entries.at(-1);
    if (last === undefined) {
      await takeTurns(() => records.close({ rowIds, requestId, attempt: 1 }, begunSecondsAgo, count));
    } else if (last.attempt === 1 && last.state === "refused" && last.problem === "ERR_PIN_KEY_OUTDATED") {
      await records.close({ rowIds, requestId, attempt: 2, cardId: last.cardId }, begunSecondsAgo);
    } else if (last.state === "authorization_required" || last.state === "awaiting_confirmation") {
      await records.advance(last, { state: "refused", problem: "ERR_PIN_CHANGE_CLOSED" });
    } else {
      // If a second attempt never came, the first one's outcome stands.
      const deciding = last.state === "not_received" ? (entries[0] ?? last) : last;
      return describe(records, deciding);
    }
    // Reads again, because the request itself may have been faster than this write.
  }
  throw new ProblemError("ERR_NOT_RECORDED");
}

function describe(records: Records, entry: LedgerEntry): PinChangeRecord {
  return {
    request_id: entry.requestId,
    ...(entry.cardId !== null && { card_id: entry.cardId }),
    ...stateOf(records, entry),
    ...(entry.state === "changed" && { changed_at: new Date(entry.updatedAt).toISOString() }),
    ...(entry.problem !== null && { problem: entry.problem }),
    ...(entry.solarisErrorId !== null && { solaris_error_id: entry.solarisErrorId }),
  };
}

function stateOf(records: Records, entry: LedgerEntry): Pick<PinChangeRecord, "state" | "retry_after_seconds"> {
  const { state } = entry;
  if (state === "changed" || state === "refused" || state === "unknown" || state === "not_received") return { state };
  return { state: "in_progress", retry_after_seconds: records.secondsLeft(entry) };
}
