import type { ProblemCode } from "../../src-contract/errors/error-codes.ts";
import { databaseFailure } from "../database/database-failed.ts";
import { recordOrRefuse } from "../database/record-or-refuse.ts";
import type { MayHaveForgotten } from "../database/restore-marks.ts";
import type { PinChangeState } from "../database/tables.ts";
import { ProblemError } from "../http/problem-error.ts";
import type { Log } from "../server-log.ts";
import type { InFlight } from "./changes-in-flight.ts";
import type { Ledger, LedgerEntry } from "./ledger.ts";

/** An entry in one of these states is in hand, or the process that had it in hand has left it behind. */
const underWay: ReadonlySet<PinChangeState> = new Set(["received", "started", "confirming"]);
/** What a request may take beyond its time limit at Solaris. */
const GRACE_MS = 1000;

type Change = Partial<Pick<LedgerEntry, "changeRequestId" | "state" | "problem" | "solarisErrorId">>;
type NewEntry = Pick<LedgerEntry, "customerId" | "requestId" | "attempt"> &
  Partial<Pick<LedgerEntry, "cardId" | "route" | "contentHash">>;

/** The ledger, and what its entries mean at this moment. What has to be written and cannot be is `ERR_NOT_RECORDED`. */
export type Records = ReturnType<typeof createRecords>;

interface Dependencies {
  readonly ledger: Ledger;
  readonly inFlight: InFlight;
  readonly mayHaveForgotten: MayHaveForgotten;
  readonly log: Log;
  readonly now: () => number;
  /** What one request has for Solaris. */
  readonly solarisTimeoutMs: number;
}

/** Creates the records of PIN changes. */
export function createRecords({ ledger, inFlight, mayHaveForgotten, log, now, solarisTimeoutMs }: Dependencies) {
  /** Writes what has happened. It has, so a failure is only logged: the caller is told the truth all the same. */
  const finish = async (entry: LedgerEntry, change: Change): Promise<void> => {
    try {
      if (await ledger.replace(entry, { ...entry, ...change, updatedAt: now() })) return;
      log({ event: "outcome_not_recorded" });
    } catch (error) {
      log({ event: "database_failed", use: "ledger", reason: databaseFailure(error) });
      log({ event: "outcome_not_recorded" });
    }
  };

  const write = async (entry: NewEntry, state: PinChangeState): Promise<LedgerEntry | null> => {
    const nothing = { cardId: null, route: null, contentHash: null, changeRequestId: null };
    const times = { createdAt: now(), updatedAt: now() };
    const whole: LedgerEntry = { ...nothing, ...entry, state, problem: null, solarisErrorId: null, ...times };
    return (await recordOrRefuse(log, "ledger", () => ledger.add(whole))) ? whole : null;
  };

  /** Looks after the entry was read, so that an entry taken in hand and added meanwhile does not count as left behind. */
  const asOfNow = async (entry: LedgerEntry): Promise<LedgerEntry> => {
    if (!underWay.has(entry.state) || inFlight.heldFor(entry.customerId, entry.requestId) !== null) return entry;
    const change = whatBecameOf(entry);
    const ended = { ...entry, ...change, updatedAt: now() };
    try {
      if (!(await ledger.replace(entry, ended))) {
        // It was let go after it was read: its end is written by now.
        const entries = await ledger.find(entry.customerId, entry.requestId);
        return entries.find(({ attempt }) => attempt === entry.attempt) ?? entry;
      }
    } catch (error) {
      // It is read the same way the next time.
      log({ event: "database_failed", use: "ledger", reason: databaseFailure(error) });
    }
    log({ event: "pin_change_left_behind", left_as: entry.state, read_as: change.state });
    return ended;
  };

  return {
    /** The attempts under this id as they stand now, the first one first. */
    find: async (customerId: string, requestId: string): Promise<readonly LedgerEntry[]> => {
      const entries = await recordOrRefuse(log, "ledger", () => ledger.find(customerId, requestId));
      return Promise.all(entries.map(asOfNow));
    },
    /** Writes an entry that was received; null where its attempt has one by now. */
    add: (entry: NewEntry) => write(entry, "received"),
    /**
     * Writes, where the attempt has no entry, that it is not carried out any more: as `not_received`, or as `unknown`
     * where the ledger may have forgotten it.
     * @param begunSecondsAgo as the app says
     */
    close: async (entry: NewEntry, begunSecondsAgo: number | undefined): Promise<void> => {
      await write(entry, mayHaveForgotten(begunSecondsAgo) ? "unknown" : "not_received");
    },
    /**
     * Writes what has to be on record before it goes on; null where the entry is no longer as it was read.
     * @param otherwise the problem where it cannot be written, once Solaris was asked for something
     */
    advance: async (entry: LedgerEntry, change: Change, otherwise?: ProblemCode): Promise<LedgerEntry | null> => {
      const moved = { ...entry, ...change, updatedAt: now() };
      return (await recordOrRefuse(log, "ledger", () => ledger.replace(entry, moved), otherwise)) ? moved : null;
    },
    finish,
    /** From before an entry is written as under way, to after its end is. @returns what lets it go */
    takeInHand: ({ customerId, requestId }: Pick<LedgerEntry, "customerId" | "requestId">) =>
      inFlight.take(customerId, requestId),
    /** In how many seconds an entry in hand is over at the latest. */
    secondsLeft: ({ customerId, requestId }: LedgerEntry): number => {
      const leftMs = solarisTimeoutMs + GRACE_MS - (inFlight.heldFor(customerId, requestId) ?? 0);
      return Math.max(1, Math.ceil(leftMs / 1000));
    },
  };
}

/** The end of an entry that nobody answers for any more: unknown only where Solaris may have been asked for the change. */
function whatBecameOf({ state }: LedgerEntry): { state: "refused" | "unknown"; problem: LedgerEntry["problem"] } {
  const isChanging = state === "started" || state === "confirming";
  return isChanging ? { state: "unknown", problem: null } : { state: "refused", problem: "ERR_SOLARIS_UNAVAILABLE" };
}

/** What an entry has to be answered with, where it is not a success. */
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
