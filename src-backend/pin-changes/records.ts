import type { ProblemCode } from "../../src-contract/errors/error-codes.ts";
import { CLOCKS_DIFFER_MS } from "../clocks-differ.ts";
import { failureFields } from "../database/database-failed.ts";
import type { Database } from "../database/open-database.ts";
import { recordOrRefuse } from "../database/record-or-refuse.ts";
import type { MayHaveForgotten } from "../database/restore-marks.ts";
import type { PinChangeState } from "../database/tables.ts";
import { ProblemError } from "../http/problem-error.ts";
import type { Log, PinChangeEnd } from "../server-log.ts";
import type { RowIds } from "../sign-in/customer-ids.ts";
import type { InFlight } from "./changes-in-flight.ts";
import type { Ledger, LedgerEntry } from "./ledger.ts";

/** An entry in one of these states is in flight, or was abandoned by an instance that ended. */
const underWay: ReadonlySet<PinChangeState> = new Set(["received", "started", "confirming"]);
/** The time that a request may take beyond its limit at Solaris. */
const GRACE_MS = 1000;

type Change = Partial<Pick<LedgerEntry, "changeRequestId" | "state" | "problem" | "solarisErrorId">>;
type NewEntry = { readonly rowIds: RowIds } & Pick<LedgerEntry, "requestId" | "attempt"> &
  Partial<Pick<LedgerEntry, "cardId" | "route" | "contentHash">>;
/**
 * Counts something against the limits, in the transaction that writes it down: so what is not written is not counted, and
 * what cannot be counted is not written. @throws ProblemError
 */
export type Count = (transaction: Database) => Promise<void>;

/** The ledger, and what its entries currently mean. A required write that fails is `ERR_NOT_RECORDED`. */
export type Records = ReturnType<typeof createRecords>;

interface Dependencies {
  readonly ledger: Ledger;
  readonly inFlight: InFlight;
  readonly mayHaveForgotten: MayHaveForgotten;
  /** Whether a request has an entry that nobody's ids find any more (lost-rows.ts). */
  readonly isLost: (inside: Database, requestId: string) => Promise<boolean>;
  /** Whether other instances use this ledger, too. */
  readonly isShared: boolean;
  readonly log: Log;
  readonly now: () => number;
  /** One request's time limit at Solaris. */
  readonly solarisTimeoutMs: number;
}

/** Creates the records of PIN changes. */
export function createRecords({
  ledger,
  inFlight,
  mayHaveForgotten,
  isLost,
  isShared,
  log,
  now,
  solarisTimeoutMs,
}: Dependencies) {
  const holdMs = solarisTimeoutMs + GRACE_MS;
  const heldUntil = (state: PinChangeState): number | null => (underWay.has(state) ? now() + holdMs : null);
  const next = (entry: LedgerEntry, change: Change): LedgerEntry => {
    const moved = { ...entry, ...change, updatedAt: now(), version: entry.version + 1 };
    return { ...moved, heldUntil: heldUntil(moved.state) };
  };

  const tellEnd = ({ route }: Pick<LedgerEntry, "route">, state: PinChangeState): void => {
    if (isEnd(state)) log({ event: "pin_change_ended", route: route ?? "none", end: state });
  };

  /** Writes what has happened. A failure is only logged, because it has happened and the caller must hear it. */
  const finish = async (entry: LedgerEntry, change: Change): Promise<void> => {
    tellEnd(entry, change.state ?? entry.state);
    try {
      if (await ledger.replace(entry, next(entry, change))) return;
      log({ event: "outcome_not_recorded" });
    } catch (error) {
      log({ event: "database_failed", use: "ledger", ...failureFields(error) });
      log({ event: "outcome_not_recorded" });
    }
  };

  /** @param stateIf the new entry's state, depending on whether the request has a lost one */
  const write = (
    { rowIds, ...entry }: NewEntry,
    stateIf: (isLost: boolean) => PinChangeState,
    count?: Count,
  ): Promise<LedgerEntry | null> => {
    const writeInTurn = async (transaction: Database): Promise<LedgerEntry | null> => {
      const state = stateIf(await isLost(transaction, entry.requestId));
      const nothing = { rowId: rowIds[0], cardId: null, route: null, contentHash: null, changeRequestId: null };
      const times = { createdAt: now(), updatedAt: now(), version: 0, heldUntil: heldUntil(state) };
      const whole: LedgerEntry = { ...nothing, ...entry, state, problem: null, solarisErrorId: null, ...times };
      if (!(await ledger.add(transaction, whole, rowIds))) return null;
      await count?.(transaction);
      return whole;
    };
    return recordOrRefuse(log, "ledger", () => ledger.inTurn(entry.requestId, writeInTurn));
  };

  /**
   * Whether nobody works on this entry any more. On a database of its own this process knows that by itself. Otherwise the
   * time of whoever has it must be over, by a margin for their clocks; nothing depends on that being right, because each
   * step that changes something first writes the entry as it was read.
   */
  const isAbandoned = ({ state, rowId, requestId, heldUntil }: LedgerEntry): boolean => {
    if (!underWay.has(state) || inFlight.heldFor(rowId, requestId) !== null) return false;
    return !isShared || (heldUntil ?? 0) + CLOCKS_DIFFER_MS < now();
  };

  /**
   * Makes sure that no failover takes back what says that the PIN is unchanged. What another instance wrote can be read
   * before the standby has it (docs/postgresql.md), and what is written after it, the same once more, is there no sooner.
   */
  const confirm = async (entry: LedgerEntry): Promise<LedgerEntry> => {
    const saysUnchanged = entry.state === "refused" || entry.state === "not_received";
    if (!isShared || !saysUnchanged || (await ledger.replace(entry, entry))) return entry;
    throw new ProblemError("ERR_NOT_RECORDED");
  };

  /** Checks after the entry was read, so an entry that was added meanwhile does not count as abandoned. */
  const asOfNow = async (entry: LedgerEntry): Promise<LedgerEntry> => {
    if (!isAbandoned(entry)) return recordOrRefuse(log, "ledger", () => confirm(entry));
    const change = outcomeOfAbandoned(entry);
    const ended = next(entry, change);
    try {
      if (!(await ledger.replace(entry, ended))) {
        // It ended after it was read, so its outcome is written by now.
        const entries = await ledger.find([entry.rowId], entry.requestId);
        return await confirm(entries.find(({ attempt }) => attempt === entry.attempt) ?? entry);
      }
      tellEnd(entry, change.state);
    } catch (error) {
      log({ event: "database_failed", use: "ledger", ...failureFields(error) });
      // Unknown claims nothing. That the PIN is unchanged is only true once no other instance can get past that row; a process
      // that has the database to itself goes no further from there, and reads the same after a restart.
      if (isShared && change.state === "refused") return entry;
    }
    log({ event: "pin_change_left_behind", left_as: entry.state, read_as: change.state });
    return ended;
  };

  return {
    /** The customer's attempts under this id as of now, in order. */
    find: async (rowIds: RowIds, requestId: string): Promise<readonly LedgerEntry[]> => {
      const entries = await recordOrRefuse(log, "ledger_read", () => ledger.find(rowIds, requestId));
      return Promise.all(entries.map(asOfNow));
    },
    /**
     * Writes a received entry, and counts it; null if its attempt has one by now, which is not counted.
     * @throws ProblemError `ERR_PIN_CHANGE_OUTCOME_UNKNOWN` if it has one that is lost: it may have been carried out
     */
    add: (entry: NewEntry, count: Count): Promise<LedgerEntry | null> => {
      const received = (isLost: boolean): PinChangeState => {
        if (isLost) throw new ProblemError("ERR_PIN_CHANGE_OUTCOME_UNKNOWN");
        return "received";
      };
      return write(entry, received, count);
    },
    /**
     * Closes an attempt without an entry, so it is never carried out: as `not_received`, or as `unknown` if the ledger may
     * have lost it.
     * @param begunSecondsAgo by the app's clock
     */
    close: async (entry: NewEntry, begunSecondsAgo: number | undefined, count?: Count): Promise<void> => {
      const closed = (isLost: boolean) => (isLost || mayHaveForgotten(begunSecondsAgo) ? "unknown" : "not_received");
      const written = await write(entry, closed, count);
      if (written !== null) tellEnd(written, written.state);
    },
    /**
     * Writes a required state before the change continues; null if the entry has changed since it was read.
     * @param otherwise the problem if the write fails after Solaris was asked for something
     */
    advance: async (entry: LedgerEntry, change: Change, otherwise?: ProblemCode): Promise<LedgerEntry | null> => {
      const moved = next(entry, change);
      if (!(await recordOrRefuse(log, "ledger", () => ledger.replace(entry, moved), otherwise))) return null;
      tellEnd(moved, moved.state);
      return moved;
    },
    finish,
    /**
     * Marks a change as in flight, from before its entry is written until after its outcome is. @returns a function that
     * ends this
     */
    markInFlight: ({ rowId, requestId }: Pick<LedgerEntry, "rowId" | "requestId">) => inFlight.take(rowId, requestId),
    /** The most seconds until an entry in flight ends, or can be told to be abandoned. */
    secondsLeft: ({ rowId, requestId, heldUntil }: LedgerEntry): number => {
      const heldFor = inFlight.heldFor(rowId, requestId);
      const ofAnother = Math.min((heldUntil ?? 0) - now(), holdMs) + CLOCKS_DIFFER_MS;
      return Math.max(1, Math.ceil((heldFor === null ? ofAnother : holdMs - heldFor) / 1000));
    },
  };
}

function isEnd(state: PinChangeState): state is PinChangeEnd {
  return state === "changed" || state === "refused" || state === "unknown" || state === "not_received";
}

/** The outcome of an abandoned entry: unknown only if Solaris may have been asked for the change. */
function outcomeOfAbandoned({ state }: LedgerEntry): { state: "refused" | "unknown"; problem: LedgerEntry["problem"] } {
  const isChanging = state === "started" || state === "confirming";
  return isChanging ? { state: "unknown", problem: null } : { state: "refused", problem: "ERR_SOLARIS_UNAVAILABLE" };
}

/** The problem to answer for an entry; null if it is a success. */
export function problemOfEntry(records: Records, entry: LedgerEntry): ProblemError | null {
  const solarisErrorId = entry.solarisErrorId ?? undefined;
  switch (entry.state) {
    case "received":
    case "started":
    case "confirming":
      return new ProblemError("ERR_PIN_CHANGE_IN_PROGRESS", { retryAfterSeconds: records.secondsLeft(entry) });
    case "not_received":
      return new ProblemError("ERR_PIN_CHANGE_CLOSED");
    case "unknown":
      return new ProblemError("ERR_PIN_CHANGE_OUTCOME_UNKNOWN", { solarisErrorId });
    case "refused":
      return new ProblemError(entry.problem ?? "ERR_REFUSED", { solarisErrorId });
    case "authorization_required":
    case "awaiting_confirmation":
    case "changed":
      return null;
  }
}
