import { databaseFailure, mustRecord } from "../database/must-record.ts";
import type { PinChangeState } from "../database/tables.ts";
import { ProblemError } from "../http/problem-error.ts";
import type { Log } from "../log.ts";
import type { Ledger, LedgerEntry } from "./ledger.ts";

/** While an entry is in one of these, a request is being answered for it; or its process has died. */
const underWay: ReadonlySet<PinChangeState> = new Set(["received", "started", "confirming"]);
/** What a request may take beyond its time limit at Solaris. */
const GRACE_MS = 1000;

type Change = Partial<Pick<LedgerEntry, "changeRequestId" | "state" | "problem" | "solarisErrorId">>;
type NewEntry = Pick<LedgerEntry, "customerId" | "requestId" | "attempt"> &
  Partial<Pick<LedgerEntry, "cardId" | "route" | "contentHash">>;

/** The ledger, and what its entries mean as time goes by. What has to be written and cannot be is `not_recorded`. */
export interface Records {
  /** The attempts under this id as they stand now, the first one first. */
  readonly find: (customerId: string, requestId: string) => Promise<readonly LedgerEntry[]>;
  /** Writes an entry; null where its attempt has one by now. */
  readonly add: (entry: NewEntry, state: "received" | "not_received") => Promise<LedgerEntry | null>;
  /** Writes what is about to happen; null where the entry is no longer as it was read. */
  readonly advance: (entry: LedgerEntry, change: Change) => Promise<LedgerEntry | null>;
  /** Writes what has happened. It has, so a failure is only logged: the caller is told the truth all the same. */
  readonly finish: (entry: LedgerEntry, change: Change) => Promise<void>;
  /** In how many seconds an entry under way is over at the latest. */
  readonly secondsLeft: (entry: LedgerEntry) => number;
}

/** Creates the records of PIN changes. `solarisTimeoutMs` is what one request has for Solaris. */
export function createRecords(ledger: Ledger, log: Log, now: () => number, solarisTimeoutMs: number): Records {
  const endOf = (entry: LedgerEntry): number => entry.updatedAt + solarisTimeoutMs + GRACE_MS;

  const finish = async (entry: LedgerEntry, change: Change): Promise<void> => {
    try {
      if (await ledger.replace(entry, { ...entry, ...change, updatedAt: now() })) return;
      log({ event: "outcome_not_recorded" });
    } catch (error) {
      log({ event: "database_failed", use: "ledger", reason: databaseFailure(error) });
      log({ event: "outcome_not_recorded" });
    }
  };

  const asOfNow = async (entry: LedgerEntry): Promise<LedgerEntry> => {
    if (!underWay.has(entry.state) || endOf(entry) >= now()) return entry;
    const change = whatBecameOf(entry);
    const ended = { ...entry, ...change, updatedAt: now() };
    try {
      if (!(await ledger.replace(entry, ended))) {
        // Its process was slow and not dead: what it has written counts.
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
    find: async (customerId, requestId) => {
      const entries = await mustRecord(log, "ledger", () => ledger.find(customerId, requestId));
      return Promise.all(entries.map(asOfNow));
    },
    add: async (entry, state) => {
      const nothing = { cardId: null, route: null, contentHash: null, changeRequestId: null };
      const times = { createdAt: now(), updatedAt: now() };
      const whole: LedgerEntry = { ...nothing, ...entry, state, problem: null, solarisErrorId: null, ...times };
      return (await mustRecord(log, "ledger", () => ledger.add(whole))) ? whole : null;
    },
    advance: async (entry, change) => {
      const moved = { ...entry, ...change, updatedAt: now() };
      return (await mustRecord(log, "ledger", () => ledger.replace(entry, moved))) ? moved : null;
    },
    finish,
    secondsLeft: (entry) => Math.max(1, Math.ceil((endOf(entry) - now()) / 1000)),
  };
}

/** The process that answered for this entry has died. Only where Solaris may have been asked for the change is it unknown. */
function whatBecameOf({ state }: LedgerEntry): { state: "refused" | "unknown"; problem: LedgerEntry["problem"] } {
  const isChanging = state === "started" || state === "confirming";
  return isChanging ? { state: "unknown", problem: null } : { state: "refused", problem: "solaris_unavailable" };
}

/** What an entry has to be answered with, where it is not a success. */
export function problemOfEntry(records: Records, entry: LedgerEntry): ProblemError | null {
  const solarisErrorId = entry.solarisErrorId ?? undefined;
  switch (entry.state) {
    case "received":
    case "started":
    case "confirming":
      return new ProblemError("pin_change_in_progress", { retryAfterSeconds: records.secondsLeft(entry) });
    case "not_received":
      return new ProblemError("pin_change_closed");
    case "unknown":
      return new ProblemError("pin_change_outcome_unknown", { solarisErrorId });
    case "refused":
      return new ProblemError(entry.problem ?? "refused", { solarisErrorId });
    case "authorization_required":
    case "awaiting_confirmation":
    case "changed":
      return null;
  }
}
