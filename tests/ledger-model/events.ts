import type { LedgerEntry } from "../../src-backend/pin-changes/ledger.ts";
import type { SolarisOperation } from "../../src-backend/solaris/operations.ts";
import { carryOut, counted, tell, type Wrong } from "./claims.ts";
import type { RequestKind, Said, Told } from "./requests.ts";
import type { Heard, Point, Reply, Scripts } from "./scripts.ts";
import type { Setting } from "./setting.ts";
import { nameOfRow, visibleRows, type World, withRow } from "./world.ts";
import { underWay, waysToWrite } from "./writes.ts";

/** One thing that happens. */
export interface Happening {
  readonly to: World;
  /** A request, as it was before; or what is around them. */
  readonly actor: Point | "standby" | "failover" | "restart" | "Solaris";
  readonly does: string;
  /** What a request heard, and what it answered then. Null for a crash. */
  readonly heard: Heard | null;
  readonly told: Told | null;
  /** Where the request is then; null if it has ended. */
  readonly reached: Point | null;
  readonly wrong: Wrong | null;
}

const unheard = { heard: null, told: null, reached: null, wrong: null };
/** The calls that change a PIN. */
const changing: ReadonlySet<SolarisOperation> = new Set(["pin_update", "confirm_with_tan"]);
/** What Solaris can say to a call that it does not carry out, or that it was never sent. */
const refusals: { readonly [Operation in SolarisOperation]?: readonly Said[] } = {
  list_cards: ["ERR_SOLARIS_UNAVAILABLE"],
  pin_update: ["ERR_PIN_REFUSED", "ERR_PIN_KEY_OUTDATED", "ERR_SOLARIS_UNAVAILABLE"],
  create_change_request: ["ERR_SOLARIS_UNAVAILABLE"],
  authorize_change_request: ["ERR_SOLARIS_UNAVAILABLE", "ERR_CHANGE_REQUEST_ENDED"],
  confirm_with_tan: ["ERR_TAN_REFUSED", "ERR_CHANGE_REQUEST_ENDED", "ERR_SOLARIS_UNAVAILABLE"],
};

/** Everything that can happen next. */
export async function happeningsIn(world: World, setting: Setting, scripts: Scripts): Promise<readonly Happening[]> {
  for (;;) {
    const unknown: (() => Promise<unknown>)[] = [];
    const all = [...eventsOfSurroundings(world, setting), ...eventsOfRequests(world, setting, scripts, unknown)];
    if (unknown.length === 0) return all;
    for (const learn of unknown) await learn();
  }
}

function* eventsOfRequests(
  world: World,
  setting: Setting,
  scripts: Scripts,
  unknown: (() => Promise<unknown>)[],
): Generator<Happening> {
  const seen = new Set<Point>();
  for (const actor of world.requests) {
    // Two requests at one point are alike.
    if (seen.has(actor) || !mayBegin(actor, world)) continue;
    seen.add(actor);
    for (const { reply, isHoldOver = false, does, to, wrong = null } of replies(world, actor, setting)) {
      const heard = { reply, isHoldOver };
      const key = `${isHoldOver}${Array.isArray(reply) ? reply.map(nameOfRow) : reply}`;
      const reached = actor.next.get(key);
      if (reached === undefined) {
        unknown.push(() => scripts.learn(actor, key, heard));
        continue;
      }
      const { told } = reached;
      const goesOn = told === null ? reached : null;
      const moved = { ...to, requests: exchanged(world.requests, actor, goesOn) };
      const judged = told === null ? { world: moved, wrong: null } : tell(actor.kind, told, moved);
      yield { actor, does, heard, told, reached: goesOn, to: judged.world, wrong: wrong ?? judged.wrong };
    }
    // A crash of whoever has nothing written or asked yet is a request that never arrives.
    if (actor.heard.length === 0) continue;
    const gone = { ...world, requests: exchanged(world.requests, actor, null) };
    yield { ...unheard, actor, does: "crashes", to: gone };
    const { asks } = actor;
    if (asks?.for !== "solaris" || !changing.has(asks.operation)) continue;
    const to = { ...gone, atSolaris: counted(world.atSolaris, attemptOf(actor.kind), 1) };
    yield { ...unheard, actor, does: "asks Solaris to change the PIN, and crashes", to };
  }
}

interface Possible {
  readonly reply: Reply;
  readonly isHoldOver?: boolean;
  readonly does: string;
  readonly to: World;
  readonly wrong?: Wrong | null;
}

/** All that a request can hear. */
function* replies(world: World, { kind, asks }: Point, setting: Setting): Generator<Possible> {
  if (asks === null) return;
  if (asks.for === "add" || asks.for === "replace") {
    yield* waysToWrite(world, kind, asks, setting);
    return;
  }
  if (asks.for === "find") {
    const reply = rowsFor(kind, visibleRows(world), setting);
    const found = reply.map(({ state }) => `\`${state}\``).join(" and ");
    const does = found === "" ? "finds no row" : `finds ${found}`;
    yield { reply, does, to: world };
    if (reply.some(({ state }) => underWay.has(state))) {
      yield { reply, isHoldOver: true, does: `${does}, whose time looks over`, to: world };
    }
    yield { reply: "database failed", does: "cannot read", to: world };
    return;
  }
  const { operation } = asks;
  for (const said of refusals[operation] ?? []) {
    yield { reply: said, does: `asks Solaris (\`${operation}\`) and gets \`${said}\``, to: world };
  }
  if (!changing.has(operation)) {
    yield { reply: "yes", does: `asks Solaris (\`${operation}\`)`, to: world };
    return;
  }
  const index = attemptOf(kind);
  const { world: to, wrong } = carryOut(world, index);
  yield { reply: "yes", does: "has the PIN changed by Solaris", to, wrong };
  const lost = { ...world, atSolaris: counted(world.atSolaris, index, 1) };
  yield {
    reply: "ERR_PIN_CHANGE_OUTCOME_UNKNOWN",
    does: "asks Solaris to change the PIN, and gets no answer",
    to: lost,
  };
}

/** What happens by no request's doing. */
function* eventsOfSurroundings(world: World, { database, faults = [] }: Setting): Generator<Happening> {
  for (const index of [0, 1] as const) {
    if (world.atSolaris[index] === 0) continue;
    const { world: to, wrong } = carryOut({ ...world, atSolaris: counted(world.atSolaris, index, -1) }, index);
    yield { ...unheard, actor: "Solaris", does: "carries out a call whose answer nobody waits for", to, wrong };
  }
  const [oldest, ...later] = world.unreplicated;
  if (oldest === undefined || database === "embedded") return;
  const replicated = { ...world, rows: withRow(world.rows, oldest.row), unreplicated: later };
  const lost = world.unreplicated.map(({ row }) => `\`${row.state}\``).join(" and ");
  yield { ...unheard, actor: "standby", does: `gets \`${oldest.row.state}\``, to: replicated };
  yield { ...unheard, actor: "failover", does: lost, to: { ...world, unreplicated: [] } };
  if (!faults.includes("restart") || world.unreplicated.every(({ isVisible }) => isVisible)) return;
  const unreplicated = world.unreplicated.map(({ row }) => ({ row, isVisible: true }));
  yield { ...unheard, actor: "restart", does: "", to: { ...world, unreplicated } };
}

/** The app sends a second attempt only once it is told that the first was refused for its key. */
function mayBegin({ kind, heard }: Point, { isKeyOutdated }: World): boolean {
  return kind !== "again" || heard.length > 0 || isKeyOutdated;
}

/** The rows that are read: as they are, but a settlement that closes nothing sees what it would have written. */
function rowsFor(kind: RequestKind, rows: readonly LedgerEntry[], { without }: Setting): readonly LedgerEntry[] {
  if (kind !== "settle") return rows;
  const [first, second] = rows;
  if (first === undefined) return without === "an unrecorded id is closed" ? [unwritten[0]] : rows;
  const isOpen = first.state === "authorization_required" || first.state === "awaiting_confirmation";
  if (isOpen && without === "an open change request is closed") {
    return [{ ...first, state: "refused", problem: "ERR_PIN_CHANGE_CLOSED" }];
  }
  const mayComeAgain = second === undefined && first.problem === "ERR_PIN_KEY_OUTDATED";
  return mayComeAgain && without === "a second attempt that has not come is closed" ? [first, unwritten[1]] : rows;
}

const nothing = { cardId: null, route: null, contentHash: null, changeRequestId: null, problem: null };
const notReceived = (attempt: number): LedgerEntry => ({
  ...nothing,
  ...{ rowId: "ada", requestId: "", attempt, state: "not_received", solarisErrorId: null },
  ...{ createdAt: 0, updatedAt: 0, version: 0, heldUntil: null },
});
/** What a settlement would have written, by attempt. */
const unwritten = [notReceived(1), notReceived(2)] as const;

function attemptOf(kind: RequestKind): 0 | 1 {
  return kind === "again" ? 1 : 0;
}

function exchanged(requests: readonly Point[], from: Point, to: Point | null): readonly Point[] {
  const at = requests.indexOf(from);
  return to === null ? requests.toSpliced(at, 1) : requests.with(at, to);
}
