// What is old is removed, and never for the sake of a clock that was put forward.
import { describe, expect, it } from "vitest";
import { CLOCKS_DIFFER_MS } from "../../src-backend/clocks-differ.ts";
import { migrations } from "../../src-backend/database/migrations.ts";
import { createRemoval } from "../../src-backend/database/remove-old.ts";
import { createLedger } from "../../src-backend/pin-changes/ledger.ts";
import type { LogEvent } from "../../src-backend/server-log.ts";
import { openOwnDatabase } from "./own-database.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

async function open() {
  const database = await openOwnDatabase();
  const events: LogEvent[] = [];
  // The computer's clock, and the monotonic one.
  let time = 1_800_000_000_000;
  let jumped = 0;
  const now = () => time + jumped;
  const another = () => createRemoval(database, (event) => events.push(event), { now, monotonic: () => time });
  let remove = another();
  const ledger = createLedger(database);
  const entry = {
    rowId: "ada",
    attempt: 1,
    cardId: null,
    changeRequestId: null,
    problem: null,
    solarisErrorId: null,
  };
  const add = async (requestId: string, contentHash: string | null) => {
    const route = contentHash === null ? null : ("signed" as const);
    const state = contentHash === null ? ("not_received" as const) : ("changed" as const);
    const times = { createdAt: now(), updatedAt: now(), version: 0, heldUntil: null };
    await ledger.add(database, { ...entry, requestId, contentHash, route, state, ...times }, ["ada"]);
  };
  const ids = async () =>
    (await database.selectFrom("pin_change").select("request_id").execute()).map((row) => row.request_id);
  const restart = () => {
    remove = another();
  };
  return {
    database,
    events,
    restart,
    another,
    add,
    ids,
    jump: (ms: number) => {
      jumped += ms;
    },
    pass: (ms: number) => {
      time += ms;
    },
    /** An hour passes, and what is old by then is removed. */
    anHour: async () => {
      time += HOUR;
      await remove();
    },
    hours: async (count: number) => {
      for (let hour = 0; hour < count; hour += 1) {
        time += HOUR;
        await remove();
      }
    },
    /** So do some days, without removal in between. */
    days: async (count: number) => {
      time += count * DAY - HOUR;
      await remove();
      time += HOUR;
      await remove();
    },
  };
}

describe("the removal", () => {
  it("keeps a change for ninety days, and an id that was only closed for one", async () => {
    const { add, ids, days } = await open();
    await add("asked", "hash");
    await add("invented", null);
    await days(1);
    expect((await ids()).sort()).toEqual(["asked", "invented"]);
    await days(1);
    expect(await ids()).toEqual(["asked"]);
    await days(88);
    expect(await ids()).toEqual(["asked"]);
    await days(1);
    expect(await ids()).toEqual([]);
  });

  it.each([-1, 1])("takes nothing while the clock has jumped by %d years, and says so", async (years) => {
    const { add, ids, events, jump, anHour } = await open();
    await add("asked", "hash");
    await anHour();
    jump(years * 365 * DAY);
    await anHour();
    expect(await ids()).toEqual(["asked"]);
    expect(events).toEqual([{ event: "removal_put_off" }]);
    jump(-years * 365 * DAY);
    await anHour();
    await anHour();
    expect(await ids()).toEqual(["asked"]);
    expect(events).toHaveLength(2);
  });

  it("goes on in an hour in which the clocks agree", async () => {
    const { database, events, jump, anHour, days } = await open();
    const ends_at = new Date(1_800_000_000_000 + DAY - CLOCKS_DIFFER_MS).toISOString();
    const token = { token_hash: "hash", customer_id: "ada", ends_at };
    await database.insertInto("demo_token").values(token).execute();
    jump(2 * DAY);
    await anHour();
    const tokens = () => database.selectFrom("demo_token").selectAll().execute();
    expect(await tokens()).toHaveLength(1);
    await anHour();
    expect(await tokens()).toHaveLength(0);
    await days(1);
    expect(events).toEqual([{ event: "removal_put_off" }]);
  });

  it("takes a used proof once its age alone refuses it, and no other", async () => {
    const { database, anHour } = await open();
    // By any instance's clock.
    const over = 1_800_000_000_000 + 2 * HOUR - CLOCKS_DIFFER_MS;
    const proofs = { old: over, young: over + 1 };
    for (const [name, endsAt] of Object.entries(proofs)) {
      await database
        .insertInto("used_proof")
        .values({ name, ends_at: new Date(endsAt).toISOString() })
        .execute();
    }
    const left = async () => (await database.selectFrom("used_proof").selectAll().execute()).map(({ name }) => name);
    // The first time only sets the removal's own time.
    await anHour();
    expect(await left()).toEqual(["old", "young"]);
    await anHour();
    expect(await left()).toEqual(["young"]);
    await anHour();
    expect(await left()).toEqual([]);
  });

  it("takes nothing too early for a clock that stays ahead by 91 days for 80 hours", async () => {
    const { add, ids, jump, hours } = await open();
    await add("asked", "hash");
    await hours(2);
    jump(91 * DAY);
    await hours(80);
    expect(await ids()).toEqual(["asked"]);
    jump(-91 * DAY);
    await hours(90);
    jump(91 * DAY); // again, and not on top of the first time
    await hours(80);
    expect(await ids()).toEqual(["asked"]);
  });

  it("takes nothing too early after starting with a clock that is ahead", async () => {
    const { add, ids, jump, hours, restart } = await open();
    await add("asked", "hash");
    await hours(2);
    jump(91 * DAY);
    restart();
    await add("asked later", "hash");
    await hours(80);
    expect((await ids()).sort()).toEqual(["asked", "asked later"]);
  });

  it("keeps what was written after starting with a clock that was behind until it was put right", async () => {
    const { add, ids, jump, hours, restart } = await open();
    await hours(2);
    jump(-91 * DAY);
    restart();
    await add("asked", "hash");
    jump(91 * DAY);
    await hours(80);
    expect(await ids()).toEqual(["asked"]);
  });

  it("begins on an earlier version's database at its last row, whatever is written since", async () => {
    const { database, add, ids, jump, hours, restart } = await open();
    await add("asked", "hash");
    await database.schema.dropTable("removal_clock").execute();
    await migrations["0003_removal_clock"]?.up(database);
    await migrations["0007_one_removal_clock"]?.up(database);
    jump(91 * DAY);
    restart();
    await add("asked later", "hash");
    await hours(80);
    expect((await ids()).sort()).toEqual(["asked", "asked later"]);
  });

  it("catches up with a year without a server at a day an hour", async () => {
    const { add, ids, jump, hours, restart } = await open();
    await add("asked", "hash");
    await hours(2);
    jump(365 * DAY);
    restart();
    await hours(89);
    expect(await ids()).toEqual(["asked"]);
    await hours(2);
    expect(await ids()).toEqual([]);
  });

  it("takes nothing earlier, nor later, for being run by several instances in turns", async () => {
    const { add, ids, jump, another, pass } = await open();
    await add("asked", "hash");
    const removals = [another(), another(), another()];
    const hours = async (count: number) => {
      for (let third = 0; third < 3 * count; third += 1) {
        pass(HOUR / 3);
        await removals[third % 3]?.();
      }
    };
    await hours(2);
    jump(91 * DAY);
    await hours(88);
    expect(await ids()).toEqual(["asked"]);
    await hours(5);
    expect(await ids()).toEqual([]);
  });

  it("does not take what an instance writes whose clock is behind from its start", async () => {
    const { add, ids, jump, another, pass } = await open();
    const right = another();
    for (let hour = 0; hour < 3; hour += 1) {
      pass(HOUR);
      await right();
    }
    jump(-91 * DAY);
    another();
    await add("asked", "hash");
    jump(91 * DAY);
    for (let hour = 0; hour < 80; hour += 1) {
      pass(HOUR);
      await right();
    }
    expect(await ids()).toEqual(["asked"]);
  });
});
