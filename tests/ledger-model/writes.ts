import type { LedgerEntry } from "../../src-backend/pin-changes/ledger.ts";
import type { RequestKind } from "./requests.ts";
import type { Asked, Reply } from "./scripts.ts";
import type { Guard, Setting } from "./setting.ts";
import { isLocked, visibleRows, type World, withRow } from "./world.ts";

/** An entry in one of these states is in flight, or was abandoned. */
export const underWay: ReadonlySet<LedgerEntry["state"]> = new Set(["received", "started", "confirming"]);

type Write = Extract<Asked, { readonly for: "add" | "replace" }>;

/** One way in which a write can go. */
export interface Written {
  readonly reply: Reply;
  readonly does: string;
  readonly to: World;
}

/** All the ways in which a write can go: PostgreSQL as its documentation has it (15, 27.2.8). */
export function waysToWrite(world: World, kind: RequestKind, write: Write, setting: Setting): readonly Written[] {
  const row = write.for === "add" ? write.entry : write.by;
  const { without, database, faults = [] } = setting;
  const isOnceMore = write.for === "replace" && write.read === write.by;
  const what = `\`${row.state}\`${isOnceMore ? " once more" : ""}`;
  const failed: Written = { reply: "database failed", does: `cannot write ${what}`, to: world };
  // Whoever writes a row that another write holds waits for it, or gives up.
  if (isLocked(world, row.attempt)) return [failed];
  if (isLeftOut(kind, write, without)) return [{ reply: true, does: `goes on without writing ${what}`, to: world }];
  const there = visibleRows(world).find(({ attempt }) => attempt === row.attempt);
  if (!mayWrite(there, write, without)) {
    const isUnseen = without === "that write is looked at" && asksSolaris(row);
    return [failed, { reply: isUnseen, does: `does not write ${what}, because the row is another by now`, to: world }];
  }
  const waiting = (isVisible: boolean): World => ({
    ...world,
    unreplicated: [...world.unreplicated, { row, isVisible }],
  });
  // What comes first in the log of the primary is at the standby first.
  const everywhere = [...world.unreplicated.map((one) => one.row), row].reduce(withRow, world.rows);
  const durable: World = { ...world, rows: everywhere, unreplicated: [] };
  const unheard = database === "embedded" ? durable : waiting(database === "asynchronous");
  const ways: Written[] = [
    failed,
    { reply: true, does: `writes ${what}`, to: database === "asynchronous" ? waiting(true) : durable },
    { reply: "database failed", does: `writes ${what}, but does not hear so`, to: unheard },
  ];
  if (database !== "synchronous" || !faults.includes("cancelled wait")) return ways;
  const reply = without === "a cancelled wait is a failed write" ? true : "database failed";
  const does = `writes ${what}, and its wait for the standby is cancelled`;
  return [...ways, { reply, does, to: waiting(true) }];
}

function mayWrite(there: LedgerEntry | undefined, write: Write, without: Guard | undefined): boolean {
  if (write.for === "add") return there === undefined || without === "an attempt has one row";
  if (there === undefined) return false;
  if (without === "only an unchanged row is replaced") return true;
  return there.state === write.read.state && there.version === write.read.version;
}

/** Who tells what was never written has nothing to confirm. */
const withoutConfirmation: ReadonlySet<Guard> = new Set([
  "a refusal is confirmed before it is told",
  "an unrecorded id is closed",
  "a second attempt that has not come is closed",
  "an open change request is closed",
]);

function isLeftOut(kind: RequestKind, write: Write, without: Guard | undefined): boolean {
  if (write.for === "add") return false;
  if (write.read === write.by) return without !== undefined && withoutConfirmation.has(without);
  if (asksSolaris(write.by)) return without === "a row is written before Solaris is asked";
  const isOfAnother = kind === "settle" && underWay.has(write.read.state);
  return isOfAnother && without === "an abandoned row is ended before that is told";
}

/** Whether Solaris is asked to change the PIN next. */
function asksSolaris({ state }: LedgerEntry): boolean {
  return state === "started" || state === "confirming";
}
