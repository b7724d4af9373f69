// What a ledger that was restored can still say: only what it cannot have forgotten.
import { describe, expect, it } from "vitest";
import type { Database } from "../../src-backend/database/open-database.ts";
import { markRestorable, startOnRestored } from "../../src-backend/database/restore-marks.ts";
import type { PinChangeState } from "../../src-backend/database/tables.ts";
import { createLedger } from "../../src-backend/pin-changes/ledger.ts";
import type { LogEvent } from "../../src-backend/server-log.ts";
import { openOwnDatabase } from "./own-database.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const madeAt = 1_800_000_000_000;

/** A ledger whose backup was restored two days later, and asked at a time. */
async function restored() {
  const database: Database = await openOwnDatabase();
  let time = madeAt;
  let jumped = 0;
  const events: LogEvent[] = [];
  const start = () =>
    startOnRestored(database, (event) => events.push(event), { now: () => time + jumped, monotonic: () => time }, 0);
  const begin = async (at: number) => {
    time = at;
    return start();
  };
  const setTime = (at: number) => {
    time = at;
  };
  const jump = (ms: number) => {
    jumped = ms;
  };
  return { database, events, begin, setTime, jump };
}

describe("an id that a ledger does not know", () => {
  it("may be forgotten after a restoration, unless it was begun while this server was at work", async () => {
    const { database, begin, setTime, jump } = await restored();
    const atFirst = await begin(madeAt);
    expect([atFirst(undefined), atFirst(0), atFirst(2 * 3600)]).toEqual([false, false, false]);
    await markRestorable(database, madeAt);
    const restoredAt = madeAt + 2 * DAY;
    const mayHaveForgotten = await begin(restoredAt);
    expect(mayHaveForgotten(0)).toBe(true);
    const askedAt = restoredAt + 5 * DAY;
    setTime(askedAt);
    const begunAt = (at: number) => mayHaveForgotten((askedAt - at) / 1000);
    for (const ms of [0, -DAY, DAY]) {
      jump(ms); // the computer's clock says nothing of it
      expect(begunAt(madeAt - DAY)).toBe(true); // the app's clock may have been put forward since
      expect(begunAt(madeAt + DAY)).toBe(true);
      expect(begunAt(restoredAt + HOUR)).toBe(true);
      expect(begunAt(restoredAt + HOUR + 1000)).toBe(false);
      expect(mayHaveForgotten(undefined)).toBe(true);
    }
  });

  it("may be forgotten for each of several servers that start at once, of which one notes it", async () => {
    const { database, begin, events } = await restored();
    await markRestorable(database, madeAt);
    const all = await Promise.all([madeAt + DAY, madeAt + DAY, madeAt + DAY].map(begin));
    expect(all.map((mayHaveForgotten) => mayHaveForgotten(0))).toEqual([true, true, true]);
    expect(events).toEqual([{ event: "database_restored", left_open: 0 }]);
  });

  it("is asked about for ninety days at most: then nobody needs to say when", async () => {
    const { database, begin, setTime } = await restored();
    await markRestorable(database, madeAt);
    const mayHaveForgotten = await begin(madeAt + DAY);
    setTime(madeAt + 90 * DAY);
    expect(mayHaveForgotten(undefined)).toBe(true);
    setTime(madeAt + 91 * DAY + HOUR);
    expect(mayHaveForgotten(undefined)).toBe(false);
  });

  it("may be forgotten by age alone, where its row would have been removed", async () => {
    const { begin } = await restored();
    const mayHaveForgotten = await begin(madeAt);
    expect(mayHaveForgotten((89 * DAY) / 1000)).toBe(false);
    expect(mayHaveForgotten((90 * DAY) / 1000)).toBe(true);
  });

  it("is judged by every restoration, at each later start", async () => {
    const { database, begin, setTime, events } = await restored();
    await markRestorable(database, madeAt);
    await begin(madeAt + HOUR);
    await markRestorable(database, madeAt + 10 * DAY);
    await begin(madeAt + 11 * DAY);
    const mayHaveForgotten = await begin(madeAt + 95 * DAY); // ninety days after the first, and not after the second
    expect(mayHaveForgotten(60)).toBe(true);
    setTime(madeAt + 102 * DAY);
    expect(mayHaveForgotten(undefined)).toBe(false);
    expect(events.filter(({ event }) => event === "database_restored")).toHaveLength(2);
  });
});

describe("a change that was open when the backup was made", () => {
  it.each<[PinChangeState, PinChangeState]>([
    ["received", "unknown"],
    ["started", "unknown"],
    ["authorization_required", "unknown"],
    ["awaiting_confirmation", "unknown"],
    ["confirming", "unknown"],
    ["changed", "changed"],
    ["refused", "refused"],
    ["unknown", "unknown"],
    ["not_received", "not_received"],
  ])("may have been carried out since: %s is %s", async (state, becomes) => {
    const { database, begin, events } = await restored();
    const ledger = createLedger(database);
    const entry = { rowId: "ada", requestId: "r1", attempt: 1, cardId: null, route: null, contentHash: null };
    const problem = state === "refused" ? ("ERR_PIN_REFUSED" as const) : null;
    const rest = { changeRequestId: null, problem, solarisErrorId: null, createdAt: madeAt, updatedAt: madeAt };
    await ledger.add(database, { ...entry, ...rest, state, version: 0, heldUntil: null }, ["ada"]);
    await begin(madeAt);
    expect((await ledger.find(["ada"], "r1"))[0]?.state).toBe(state);
    await markRestorable(database, madeAt);
    await begin(madeAt + DAY);
    expect((await ledger.find(["ada"], "r1"))[0]).toMatchObject({ state: becomes, problem });
    expect(events).toEqual([{ event: "database_restored", left_open: state === becomes ? 0 : 1 }]);
  });
});
