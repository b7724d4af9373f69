// What finds faults can be at fault itself: each of the three counts has to rise when there is something to count.
import { appendFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { lineOf, tallyOf } from "../../build/tasks/test-faults.mjs";
import type { Ledger } from "../../src-backend/pin-changes/ledger.ts";
import type { BackendOptions } from "../../src-backend/start-backend.ts";
import { type ChangeCase, runChangeCase } from "./change-case.ts";
import { dropAfter } from "./fault.ts";
import { closeFixture, keepStderr, openBoundFixture } from "./fixture.ts";
import { CODE } from "./secrets.ts";
import { startServersHere } from "./servers.ts";

let folder: string;
let giveStderrBack: () => void;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "cardbound-faults-"));
  giveStderrBack = keepStderr(path.join(folder, "core.log"));
});
afterEach(async () => {
  giveStderrBack();
  await rm(folder, { recursive: true, force: true });
});

const simple: ChangeCase = { way: "signed", told: ["changed"], pin: "new" };
const lost: ChangeCase = { way: "signed", faults: [dropAfter("pin_update")], told: ["unknown"], pin: "new" };
const withTan: ChangeCase = { way: "sms", told: ["changed"], pin: "new" };

/** The tally of these cases, run as the tables' are. */
async function tallyWith(options: BackendOptions, cases: readonly ChangeCase[]) {
  const fixture = await openBoundFixture(folder, await startServersHere(folder, options));
  const results = [];
  for (const one of cases) results.push(await runChangeCase(fixture, one));
  await closeFixture(fixture);
  return tallyOf(results);
}

test("without a fault of its own it finds none", async () => {
  const tally = await tallyWith({}, [simple, lost, withTan]);
  expect(lineOf(tally)).toBe("3 cases, 0 wrong outcomes, 0 double changes, 0 secrets found");
});

test("it finds double changes where the ledger forgets", async () => {
  const forgetful: Ledger = { find: async () => [], add: async () => true, replace: async () => true };
  const { doubles } = await tallyWith({ openLedger: () => forgetful }, [simple, lost]);
  expect(doubles).toBe(2);
});

test("it finds a secret in a line of the log", async () => {
  const log = path.join(folder, "output", "backend.log");
  const talkative = { write: (line: string) => appendFileSync(log, line.replace("}", `,"said":"${CODE}"}`)) };
  const { wrong, doubles, secrets } = await tallyWith({ logTo: talkative }, [withTan]);
  expect({ wrong, doubles, secrets }).toEqual({ wrong: 0, doubles: 0, secrets: 1 });
});

test.each([
  ["what is told", { ...lost, told: ["changed"] }],
  ["which PIN the card has", { ...lost, pin: "old" }],
  ["what the ledger says", { ...lost, settled: "changed" }],
  ["whether the fault strikes", { ...simple, faults: [dropAfter("sca_pin_update")] }],
] satisfies [string, ChangeCase][])("it finds a wrong expectation of %s", async (_, mistaken) => {
  const { wrong, doubles, secrets } = await tallyWith({}, [mistaken]);
  expect({ wrong, doubles, secrets }).toEqual({ wrong: 1, doubles: 0, secrets: 0 });
});
