import { expect, it, vi } from "vitest";
import type { Database } from "../../src-backend/database/open-database.ts";
import { createReadiness } from "../../src-backend/running/readiness.ts";
import type { LogEvent } from "../../src-backend/server-log.ts";
import { routes } from "../../src-contract/api/routes.ts";
import { ask, setUp } from "./backend.ts";
import { openOwnDatabase, ownDatabase } from "./own-database.ts";

/** What takes the ledger away from the backend, and gives it back: through a connection of its own. */
async function takeLedger(database: Database) {
  await database.schema.alterTable("pin_change").renameTo("taken_away").execute();
  return () => database.schema.alterTable("taken_away").renameTo("pin_change").execute();
}

it("is about the database, and health about the process alone; the log says only when that changes", async () => {
  const database = await ownDatabase();
  const { url, logged } = await setUp({ config: { database, logLevel: "info" } });
  const askBoth = async () => [
    (await ask(url + routes.ready, "GET")).status,
    (await ask(url + routes.health, "GET")).status,
  ];
  const before = logged().length;
  expect(await askBoth()).toEqual([200, 200]);
  const giveBack = await takeLedger(await openOwnDatabase(database));
  expect(await askBoth()).toEqual([503, 200]);
  const { json } = await ask(url + routes.ready, "GET");
  expect([json.code, json.status]).toEqual(["ERR_NOT_READY", 503]);
  await giveBack();
  expect(await askBoth()).toEqual([200, 200]);
  const events = logged()
    .slice(before)
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect(events.map(({ event, reason }) => [event, reason])).toEqual([
    ["not_ready", "other"],
    ["ready_again", undefined],
  ]);
});

it("is not given by a database that hangs, which is asked once, however often anybody asks", async () => {
  const database = await openOwnDatabase();
  const events: LogEvent[] = [];
  const readiness = createReadiness(database, (entry) => events.push(entry));
  let answer: () => void = () => {};
  const held = new Promise<void>((resolve) => {
    answer = resolve;
  });
  const asked = vi
    .spyOn(database, "selectFrom")
    .mockImplementation(() => ({ select: () => ({ limit: () => ({ execute: () => held }) }) }) as never);
  expect(await Promise.all([readiness.isReady(), readiness.isReady()])).toEqual([false, false]);
  expect(await readiness.isReady()).toBe(false);
  expect(asked).toHaveBeenCalledTimes(1);
  expect(events).toEqual([{ event: "not_ready", reason: "slow" }]);
  answer();
  await held;
  asked.mockRestore();
  await expect.poll(readiness.isReady).toBe(true);
});

it("ends for good when the server is about to stop", async () => {
  const readiness = createReadiness(await openOwnDatabase(), () => {});
  expect(await readiness.isReady()).toBe(true);
  readiness.end();
  expect(await readiness.isReady()).toBe(false);
});
