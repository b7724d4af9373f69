// What is removed of a person, when nothing is, and that nothing false is said of their changes afterwards.
import { describe, expect, it } from "vitest";
import { findLostRows } from "../../src-backend/database/lost-rows.ts";
import type { Database } from "../../src-backend/database/open-database.ts";
import type { PinChangeState } from "../../src-backend/database/tables.ts";
import { erasePerson } from "../../src-backend/erasure/erase-person.ts";
import { hasRowsOfOtherSecrets } from "../../src-backend/erasure/other-secrets.ts";
import { createLedger } from "../../src-backend/pin-changes/ledger.ts";
import { createRecords } from "../../src-backend/pin-changes/records.ts";
import { rowIdsOf } from "../../src-backend/sign-in/customer-ids.ts";
import { openOwnDatabase } from "./own-database.ts";

const now = 1_800_000_000_000;
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const iso = (ms: number) => new Date(ms).toISOString();
const secrets = { current: "the-current-secret-of-the-bank-32", previous: "the-previous-secret-of-the-bank-3" };
const [newest, previous = "", unkeyed = ""] = rowIdsOf("ada", secrets);

interface Added {
  readonly rowId?: string;
  readonly requestId: string;
  readonly state?: PinChangeState;
  readonly updatedAt?: number;
  readonly heldUntil?: number | null;
}

async function add(database: Database, { rowId = newest, requestId, state = "changed", ...more }: Added) {
  const { updatedAt = now - DAY, heldUntil = null } = more;
  const ids = { rowId, requestId, attempt: 1, cardId: "card", changeRequestId: null, solarisErrorId: null };
  const rest = { route: "signed", contentHash: "hash", problem: null, version: 0, createdAt: updatedAt } as const;
  const ledger = createLedger(database);
  const entry = { ...ids, ...rest, state, updatedAt, heldUntil };
  await ledger.inTurn(requestId, (turn) => ledger.add(turn, entry, [rowId]));
}

async function addOthers(database: Database, rowId: string): Promise<void> {
  const names = [`pin_change ${rowId}`, `pin_change ${rowId} a-device`, `code_check ${rowId}`];
  const ends_at = iso(now + DAY);
  await database
    .insertInto("counter")
    .values(names.map((name) => ({ name, used: 1, ends_at })))
    .execute();
  const of = { customer_id: rowId, ends_at };
  await database
    .insertInto("demo_token")
    .values({ token_hash: rowId, ...of })
    .execute();
  await database
    .insertInto("pending_device")
    .values({ challenge_id: rowId, device_id: "d", ...of })
    .execute();
  await database
    .insertInto("device_consent")
    .values({
      consent_id: rowId,
      customer_id: rowId,
      given_at: iso(now),
      counts: 1,
      withdrawn_at: null,
      seen_at: iso(now),
    })
    .execute();
}

const tables = ["pin_change", "counter", "demo_token", "pending_device", "device_consent"] as const;
async function countRows(database: Database) {
  const counts = tables.map(async (table) => (await database.selectFrom(table).selectAll().execute()).length);
  return Promise.all(counts);
}

describe("a person who is erased", () => {
  it("is in no table any more under any of their ids, and others still are", async () => {
    const database = await openOwnDatabase();
    for (const rowId of [newest, previous, unkeyed, `${newest}x`]) {
      await add(database, { rowId, requestId: `of-${rowId}` });
      await addOthers(database, rowId);
    }
    expect(await erasePerson(database, rowIdsOf("ada", secrets), now, 90 * DAY)).toEqual({
      removed: { pin_change: 3, counter: 9, pending_device: 3, demo_token: 3, device_consent: 3 },
      auditRowsKept: 3,
    });
    expect(await countRows(database)).toEqual([1, 3, 1, 1, 1]);
    expect(await database.selectFrom("audit_entry").selectAll().execute()).toHaveLength(4);
  });

  it.each<[PinChangeState, Partial<Added>]>([
    ["received", { heldUntil: now }],
    ["started", { heldUntil: now + MINUTE }],
    ["confirming", { heldUntil: now }],
    ["started", { heldUntil: null, updatedAt: now - 59 * MINUTE }],
    ["authorization_required", { updatedAt: now - 59 * MINUTE }],
    ["awaiting_confirmation", { updatedAt: now - 59 * MINUTE }],
  ])("keeps everything while a change is under way: %s, %j", async (state, more) => {
    const database = await openOwnDatabase();
    await add(database, { requestId: "ended" });
    await add(database, { requestId: "open", state, ...more });
    await addOthers(database, newest);
    const refused = await erasePerson(database, rowIdsOf("ada", secrets), now, 90 * DAY);
    expect(refused).toEqual({ underWay: 1, seconds: expect.any(Number) });
    expect(refused).not.toMatchObject({ seconds: 0 });
    expect(await countRows(database)).toEqual([2, 3, 1, 1, 1]);
    expect(await database.selectFrom("erased_request").selectAll().execute()).toEqual([]);
  });

  it.each<[PinChangeState, Partial<Added>]>([
    ["started", { heldUntil: now - MINUTE }],
    ["awaiting_confirmation", { updatedAt: now - 61 * MINUTE }],
  ])("can be erased with a change that nobody can go on with: %s", async (state, more) => {
    const database = await openOwnDatabase();
    await add(database, { requestId: "open", state, ...more });
    expect(await erasePerson(database, rowIdsOf("ada", secrets), now, 90 * DAY)).toMatchObject({
      removed: { pin_change: 1 },
    });
  });

  it("does not have a change carried out once more, and hears of it that its end is unknown", async () => {
    const database = await openOwnDatabase();
    await add(database, { requestId: "erased" });
    await erasePerson(database, rowIdsOf("ada", secrets), now, 90 * DAY);
    const records = createRecords({
      ledger: createLedger(database),
      inFlight: { take: () => () => {}, heldFor: () => null, untilEmpty: async () => {} },
      mayHaveForgotten: () => false,
      isLost: (await findLostRows(database, () => {}, secrets)).have,
      isShared: false,
      log: () => {},
      now: () => now,
      solarisTimeoutMs: 1000,
    });
    const rowIds = rowIdsOf("ada", secrets);
    const sent = (requestId: string) =>
      records.add(
        { rowIds, requestId, attempt: 1, cardId: "card", route: "signed", contentHash: "hash" },
        async () => {},
      );
    await expect(sent("erased")).rejects.toMatchObject({ code: "ERR_PIN_CHANGE_OUTCOME_UNKNOWN" });
    expect(await sent("another")).toMatchObject({ state: "received" });
    await records.close({ rowIds, requestId: "erased", attempt: 1 }, undefined);
    expect(await records.find(rowIds, "erased")).toMatchObject([{ state: "unknown" }]);
    // What stays for that is no id, and ends when the ledger would have forgotten it.
    const kept = await database.selectFrom("erased_request").selectAll().execute();
    expect(kept).toEqual([{ request_hash: expect.stringMatching(/^[\w-]{43}$/), ends_at: iso(now + 91 * DAY) }]);
  });
});

describe("rows that another secret keyed", () => {
  it.each(["pin_change", "counter", "demo_token", "device_consent"] as const)("are seen in %s", async (table) => {
    const database = await openOwnDatabase();
    if (table === "pin_change") await add(database, { rowId: previous, requestId: "r1" });
    if (table === "counter") {
      const counter = { name: `code_check ${previous} a-device`, used: 1, ends_at: iso(now) };
      await database.insertInto("counter").values(counter).execute();
    }
    if (table === "demo_token") {
      const row = { token_hash: "hash", customer_id: previous, ends_at: iso(now) };
      await database.insertInto("demo_token").values(row).execute();
    }
    if (table === "device_consent") {
      const row = { consent_id: "c", given_at: iso(now), counts: 1, withdrawn_at: null, seen_at: iso(now) };
      await database
        .insertInto("device_consent")
        .values({ ...row, customer_id: previous })
        .execute();
    }
    expect(await hasRowsOfOtherSecrets(database, secrets)).toBe(false);
    expect(await hasRowsOfOtherSecrets(database, { current: secrets.current })).toBe(true);
    expect(await hasRowsOfOtherSecrets(database, undefined)).toBe(true);
  });

  it("are not those that none keyed", async () => {
    const database = await openOwnDatabase();
    await add(database, { rowId: unkeyed, requestId: "r1" });
    expect(await hasRowsOfOtherSecrets(database, undefined)).toBe(false);
  });
});
