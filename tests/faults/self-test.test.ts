// What finds faults can be at fault itself: each of the three counts has to rise when there is something to count, and a
// random walk has to end where something untrue is told.
import { appendFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { lineOf, tallyOf } from "../../build/tasks/test-faults.mjs";
import type { Database } from "../../src-backend/database/open-database.ts";
import { createLedger, type Ledger } from "../../src-backend/pin-changes/ledger.ts";
import type { BackendOptions } from "../../src-backend/start-backend.ts";
import { startServersHere } from "../../src-testing/servers-here.ts";
import { bindByTheWords } from "./cardholder.ts";
import { type ChangeCase, runChangeCase } from "./change-case.ts";
import { dropAfter } from "./fault.ts";
import { createWalkClock, everyWalk } from "./random-walk.ts";
import { CODE } from "./secrets.ts";
import { emptyLogs, openSuite, type Suite } from "./suite.ts";

const simple: ChangeCase = { way: "signed", told: ["changed"], pin: "new" };
const lost: ChangeCase = { way: "signed", faults: [dropAfter("pin_update")], told: ["unknown"], pin: "new" };
const withTan: ChangeCase = { way: "sms", told: ["changed"], pin: "new" };

const openForgetful = (database: Database): Ledger => {
  return { ...createLedger(database), find: async () => [], add: async () => true, replace: async () => true };
};

async function openBoundSuite(optionsIn: (folder: string) => BackendOptions): Promise<Suite> {
  const suite = await openSuite((folder) => startServersHere(folder, optionsIn(folder)));
  await bindByTheWords(suite.fixture.app.bridge);
  return suite;
}

/** The tally of these cases, run as the tables' are. */
async function tallyOn({ fixture }: Suite, cases: readonly ChangeCase[]) {
  await emptyLogs(fixture);
  const results = [];
  for (const one of cases) results.push(await runChangeCase(fixture, one));
  return tallyOf(results);
}

describe("against servers without a fault of their own", () => {
  let suite: Suite;
  beforeAll(async () => {
    suite = await openBoundSuite(() => ({}));
  });
  afterAll(() => suite.close());

  test("it finds none", async () => {
    const tally = await tallyOn(suite, [simple, lost, withTan]);
    expect(lineOf(tally)).toBe("3 cases, 0 wrong outcomes, 0 double changes, 0 secrets found");
  });

  test.each([
    ["what is told", { ...lost, told: ["changed"] }],
    ["which PIN the card has", { ...lost, pin: "old" }],
    ["what the ledger says", { ...lost, settled: "changed" }],
    ["whether the fault strikes", { ...simple, faults: [dropAfter("sca_pin_update")] }],
  ] satisfies [string, ChangeCase][])("it finds a wrong expectation of %s", async (_, mistaken) => {
    const { wrong, doubles, secrets } = await tallyOn(suite, [mistaken]);
    expect({ wrong, doubles, secrets }).toEqual({ wrong: 1, doubles: 0, secrets: 0 });
  });
});

test("it finds double changes where the ledger forgets", async () => {
  const suite = await openBoundSuite(() => ({ openLedger: openForgetful }));
  const { doubles } = await tallyOn(suite, [simple, lost]).finally(suite.close);
  expect(doubles).toBe(2);
});

test("it finds a secret in a line of the log", async () => {
  const suite = await openBoundSuite((folder) => {
    const log = path.join(folder, "output", "backend.log");
    return { logTo: { write: (line) => appendFileSync(log, line.replace("}", `,"said":"${CODE}"}`)) } };
  });
  const { wrong, doubles, secrets } = await tallyOn(suite, [withTan]).finally(suite.close);
  expect({ wrong, doubles, secrets }).toEqual({ wrong: 0, doubles: 0, secrets: 1 });
});

test("a random walk finds that the ledger forgets", async () => {
  const clock = createWalkClock();
  const suite = await openBoundSuite(() => ({ ...clock, openLedger: openForgetful }));
  const walks = await fc
    .check(everyWalk(suite.fixture, clock), { seed: 20_270_115, numRuns: 5, endOnFailure: true }) // not every five walks would meet it
    .finally(suite.close);
  expect(String(walks.errorInstance)).toMatch(/^Error: two changes: /);
});
