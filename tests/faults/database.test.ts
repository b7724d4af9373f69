// Another process at the backend's database, over every step that writes to it (findings D1): what cannot be written down
// first is not done, what was done is told, and afterwards a second connection sees every row.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type BindingCase, nameOf as nameOfBinding, runBindingCase } from "./binding-case.ts";
import { bindByTheWords } from "./cardholder.ts";
import { asExpected, type CaseResult, leaveResult } from "./case-result.ts";
import { type ChangeCase, nameOf, runChangeCase } from "./change-case.ts";
import { backUp, checkpoint, lock, lockForAMoment, type Meddling, meddled, meddledOnceLost } from "./database-fault.ts";
import { event, whileHeld } from "./fault.ts";
import { closeGround, type Ground, keepStderr, openGround } from "./ground.ts";
import { startServerProcesses } from "./servers.ts";
import { nameOfSignIn, runSignInCase, type SignInCase } from "./sign-in-case.ts";

const CONFIRM = "confirm_change_request";

const locked = ["locked", lock] as const;
/** What a database in use has to put up with. */
const harmless: readonly (readonly [string, Meddling])[] = [
  ["locked for a moment", lockForAMoment],
  ["read without end, then emptied of its log", checkpoint],
  ["backed up", backUp],
];

const notRecorded = { told: ["refused ERR_NOT_RECORDED"], pin: "old" } as const;
const doneUnrecorded = { told: ["changed"], pin: "new", settled: "unknown" } as const;
const changed = { told: ["changed"], pin: "new" } as const;

const atOperation = (operation: string, [words, begin]: readonly [string, Meddling]) =>
  whileHeld(operation, `database ${words}`, begin);

const changes: readonly ChangeCase[] = [
  { way: "signed", faults: [meddled(...locked)], ...notRecorded, settled: "not_received", isClosedOnLeaving: true },
  { way: "signed", faults: [atOperation("list_devices", locked)], ...notRecorded },
  { way: "signed", faults: [atOperation("pin_update", locked)], ...doneUnrecorded },
  { way: "sms", atTan: [meddled(...locked)], told: ["failed ERR_NOT_RECORDED", "changed"], pin: "new" },
  { way: "sms", atTan: [atOperation(CONFIRM, locked)], ...doneUnrecorded },
  // The settlement: what is recorded is read all the same; what has to be written is not claimed before it is.
  { way: "signed", faults: [meddledOnceLost("/pin-changes", locked)], ...changed },
  { way: "sms", atTan: [meddledOnceLost("/confirmation", locked)], ...changed },
  {
    way: "signed",
    faults: [meddledOnceLost("/pin-changes", locked, "drop_before")],
    told: ["unknown", "not-sent"],
    pin: "old",
  },
  ...harmless.flatMap((one): ChangeCase[] => [
    { way: "signed", faults: [meddled(...one)], ...changed },
    { way: "signed", faults: [atOperation("pin_update", one)], ...changed },
    { way: "sms", atTan: [meddled(...one)], ...changed },
    { way: "sms", atTan: [atOperation(CONFIRM, one)], ...changed },
    { way: "signed", faults: [meddledOnceLost("/pin-changes", one)], ...changed },
    { way: "signed", faults: [meddledOnceLost("/pin-changes", one, "drop_before")], told: ["not-sent"], pin: "old" },
  ]),
];

const NOT_RECORDED = "ERR_NOT_RECORDED";
const bindings: readonly BindingCase[] = [
  { step: "requestCode", faults: [meddled(...locked)], told: NOT_RECORDED, state: "binding request" },
  // A code was sent, and whose it is cannot be kept: another one is asked for.
  {
    step: "requestCode",
    faults: [atOperation("create_device", locked)],
    told: "ERR_SOLARIS_UNAVAILABLE",
    state: "binding request",
  },
  { step: "confirmCode", faults: [meddled(...locked)], told: NOT_RECORDED, state: "binding code" },
  { step: "confirmCode", faults: [atOperation("verify_challenge", locked)], told: "done", state: "binding passcode" },
  ...harmless.flatMap((one): BindingCase[] => [
    { step: "requestCode", faults: [meddled(...one)], told: "done", state: "binding code" },
    { step: "confirmCode", faults: [meddled(...one)], told: "done", state: "binding passcode" },
  ]),
];

const signIns: readonly SignInCase[] = [
  { faults: [meddled(...locked)], told: NOT_RECORDED },
  ...harmless.map((one): SignInCase => ({ faults: [meddled(...one)], told: "done" })),
];

let ground: Ground;
let giveStderrBack: () => void;
beforeAll(async () => {
  const folder = await mkdtemp(path.join(tmpdir(), "cardbound-faults-"));
  giveStderrBack = keepStderr(path.join(folder, "core.log"));
  ground = await openGround(folder, await startServerProcesses(folder));
});
afterAll(async () => {
  await closeGround(ground);
  giveStderrBack();
  await rm(ground.folder, { recursive: true, force: true });
});

/** What was claimed rests on a row that another connection reads, and nothing stays open that would keep it from writing. */
async function lookFromOutside(result: CaseResult): Promise<void> {
  const other = new DatabaseSync(path.join(ground.folder, "database", "backend.db"));
  try {
    const last = [...ground.line.sent].reverse().find(({ path: to }) => /\/pin-change(s|-requests)$/.test(to));
    const { request_id: id } = JSON.parse(last?.body ?? "{}") as { request_id?: string };
    const rows = other.prepare("SELECT state FROM pin_change WHERE request_id = ?").all(id ?? "");
    if (id !== undefined && rows.length === 0) result.wrong.push("its row is not seen by another connection");
    other.exec("BEGIN IMMEDIATE; ROLLBACK");
  } catch (error) {
    result.wrong.push(`another connection cannot write: ${error instanceof Error ? error.message : error}`);
  } finally {
    other.close();
  }
}

test.each(bindings.map((one) => [nameOfBinding(one), one] as const))("%s", async (name, one) => {
  const result = await runBindingCase(ground, one);
  await lookFromOutside(result);
  await leaveResult(result);
  expect(result).toEqual({ name, ...asExpected });
});

test.each(signIns.map((one) => [nameOfSignIn(one), one] as const))("%s", async (name, one) => {
  const result = await runSignInCase(ground, one);
  await leaveResult(result);
  expect(result).toEqual({ name, ...asExpected });
});

test.each(changes.map((one) => [nameOf(one), one] as const))("%s", async (name, one) => {
  await bindByTheWords(ground.desk.bridge);
  const result = await runChangeCase(ground, one);
  await lookFromOutside(result);
  await leaveResult(result);
  expect(result).toEqual({ name, ...asExpected });
});

const killed = event("backend killed", async ({ servers }) => {
  await servers.stopBackend();
  await servers.startBackend();
});

// D1: what a killed backend leaves is what it has claimed.
const afterwards: readonly ChangeCase[] = harmless.map(([words, begin]) => ({
  way: "sms",
  faults: [meddled(words, begin)],
  atTan: [killed],
  ...changed,
}));
test.each(afterwards.map((one) => [nameOf(one), one] as const))("%s", async (name, one) => {
  await bindByTheWords(ground.desk.bridge);
  const result = await runChangeCase(ground, one);
  await lookFromOutside(result);
  await leaveResult(result);
  expect(result).toEqual({ name, ...asExpected });
});
