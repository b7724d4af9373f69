// What the database keeps of consents to device data, and for how long. What routes and Solaris make of them: device-consents.test.ts.
import { expect, it } from "vitest";
import { findLostRows } from "../../src-backend/database/lost-rows.ts";
import { createRemoval } from "../../src-backend/database/remove-old.ts";
import { markRestorable, startOnRestored } from "../../src-backend/database/restore-marks.ts";
import { createConsentRecords } from "../../src-backend/device-data/consent-records.ts";
import { markOfSecret } from "../../src-backend/sign-in/customer-ids.ts";
import { openOwnDatabase } from "./own-database.ts";

const now = "2027-01-15T08:00:00.000Z";
const given = { consent_id: "consent1dcon", given_at: now, counts: true, withdrawn_at: null };

it("a restored backup has none that counts: it may have been withdrawn since", async () => {
  const database = await openOwnDatabase();
  const records = createConsentRecords(database, () => Date.parse(now));
  await records.add(["ada"], "consent1dcon", now);
  const clocks = { now: () => Date.parse(now), monotonic: () => 0 };
  await startOnRestored(database, () => {}, clocks, 0);
  expect(await records.counts(["ada"], "consent1dcon")).toBe(true);
  await markRestorable(database, Date.parse(now));
  await startOnRestored(database, () => {}, clocks, 0);
  expect(await records.counts(["ada"], "consent1dcon")).toBe(false);
  expect((await records.list(["ada"])).consents).toEqual([{ ...given, counts: false }]);
  await records.add(["ada"], "consent2dcon", now);
  await startOnRestored(database, () => {}, clocks, 0);
  expect(await records.counts(["ada"], "consent2dcon")).toBe(true);
});

it("one is its customer's alone, and can be withdrawn and given again", async () => {
  const database = await openOwnDatabase();
  const records = createConsentRecords(database, () => Date.parse(now));
  const [ada, bob] = [["ada"], ["bob"]] as const;
  expect(await records.add(ada, "consent1dcon", now)).toEqual(given);
  expect(await records.add(bob, "consent1dcon", now)).toBe(null);
  expect(await records.suspend(bob, "consent1dcon")).toBe(null);
  await records.noteWithdrawal(ada, "consent1dcon", now);
  expect((await records.list(ada)).consents).toEqual([given]);
  expect(await records.suspend(ada, "consent1dcon")).toEqual({ ...given, counts: false });
  await records.noteWithdrawal(bob, "consent1dcon", now);
  expect((await records.list(ada)).consents).toEqual([{ ...given, counts: false }]);
  await records.noteWithdrawal(ada, "consent1dcon", now);
  expect((await records.list(ada)).consents).toEqual([{ ...given, counts: false, withdrawn_at: now }]);
  expect((await records.list(bob)).consents).toEqual([]);
  expect(await records.add(ada, "consent1dcon", now)).toEqual(given);
});

it("one that counts is told however many were withdrawn since: its computer would go without device data", async () => {
  const records = createConsentRecords(await openOwnDatabase(), () => Date.parse(now));
  const at = (second: number) => new Date(Date.parse(now) + second * 1000).toISOString();
  await records.add(["ada"], "counting", at(0));
  for (let n = 1; n <= 51; n++) {
    await records.add(["ada"], `withdrawn${n}`, at(n));
    await records.suspend(["ada"], `withdrawn${n}`);
  }
  const { consents, truncated } = await records.list(["ada"]);
  expect([consents[0]?.consent_id, consents[1]?.consent_id, truncated]).toEqual(["counting", "withdrawn51", true]);
});

it("the newest fifty are told, and that there are more", async () => {
  const database = await openOwnDatabase();
  const records = createConsentRecords(database, () => Date.parse(now));
  const at = (second: number) => new Date(Date.parse(now) + second * 1000).toISOString();
  for (let second = 0; second < 50; second += 1) await records.add(["ada"], `consent${second}`, at(second));
  expect((await records.list(["ada"])).truncated).toBe(false);
  await records.add(["ada"], "newest", at(50));
  const { consents, truncated } = await records.list(["ada"]);
  expect([consents.length, consents[0]?.consent_id, consents[49]?.consent_id, truncated]).toEqual([
    50,
    "newest",
    "consent1",
    true,
  ]);
});

it("each is kept for as long as a change is, after its customer was last here", async () => {
  const database = await openOwnDatabase();
  let ms = Date.parse(now);
  const records = createConsentRecords(database, () => ms);
  for (const id of ["listed", "used", "withdrawn"]) await records.add([id], id, now);
  await records.suspend(["withdrawn"], "withdrawn");
  await records.noteWithdrawal(["withdrawn"], "withdrawn", now);
  const hour = 3_600_000;
  const retention = { pinChangesMs: 48 * hour, auditMs: 96 * hour };
  const remove = createRemoval(database, () => {}, { now: () => ms, monotonic: () => ms }, retention);
  const kept = async () => {
    const rows = await database.selectFrom("device_consent").select("consent_id").execute();
    return rows.map(({ consent_id }) => consent_id).sort();
  };
  const pass = async (hours: number) => {
    for (let passed = 0; passed < hours; passed += 1) {
      await remove();
      ms += hour;
    }
  };
  await pass(47);
  expect(await kept()).toEqual(["listed", "used", "withdrawn"]);
  expect((await records.list(["listed"])).consents).toHaveLength(1);
  expect(await records.counts(["used"], "used")).toBe(true);
  await pass(47);
  expect(await kept()).toEqual(["listed", "used"]);
  await pass(4);
  expect(await kept()).toEqual([]);
});

it("each gets its customer's newest id when they are here, and counts under that alone", async () => {
  const database = await openOwnDatabase();
  const records = createConsentRecords(database, () => Date.parse(now));
  for (const id of ["listed", "used"]) await records.add([`old-${id}`], id, now);
  await records.list(["new-listed", "old-listed"]);
  await records.counts(["new-used", "old-used"], "used");
  for (const id of ["listed", "used"]) {
    expect([await records.counts([`new-${id}`], id), await records.counts([`old-${id}`], id)]).toEqual([true, false]);
  }
});

it("each is counted by the secret that it needs, and is no row of the ledger's if that is lost", async () => {
  const database = await openOwnDatabase();
  const records = createConsentRecords(database, () => Date.parse(now));
  const secrets = { current: "a-current-secret-of-the-bank-32ch", previous: "a-previous-secret-of-the-bank-32c" };
  for (const [index, secret] of [secrets.previous, secrets.current, secrets.previous, "lost"].entries()) {
    await records.add([`${markOfSecret(secret)}.somebody`], `consent${index}`, now);
  }
  const logged: object[] = [];
  const { count } = await findLostRows(database, (entry) => logged.push(entry), secrets);
  expect([count, logged]).toEqual([0, [{ event: "ledger_secrets", current: 1, previous: 2, none: 0 }]]);
});
