// Another process uses the backend's database at each step that writes to it (docs/threat-model.md#ledger-first): what
// cannot be recorded first is not done, what was done is told, and afterwards a second connection sees every row.
import path from "node:path";
import { DatabaseSync } from "node:sqlite";
import type { BindingCase } from "./binding-case.ts";
import type { CaseResult } from "./case-result.ts";
import type { ChangeCase } from "./change-case.ts";
import { backUp, checkpoint, lock, lockForAMoment, type Meddling, meddled, meddledOnceLost } from "./database-fault.ts";
import { event, whileHeld } from "./fault.ts";
import type { Fixture } from "./fixture.ts";
import { startServerProcesses } from "./servers.ts";
import type { SignInCase } from "./sign-in-case.ts";
import { testCases } from "./test-cases.ts";

const CONFIRM = "confirm_change_request";

const locked = ["locked", lock] as const;
/** What must not disturb a backend at work. */
const harmless: readonly (readonly [string, Meddling])[] = [
  ["locked for a moment", lockForAMoment],
  ["read without end, then emptied of its log", checkpoint],
  ["backed up", backUp],
];

const notRecorded = { told: ["refused ERR_NOT_RECORDED"], pin: "old" } as const;
const doneUnrecorded = { told: ["changed"], pin: "new", settled: "unknown" } as const;
const changed = { told: ["changed"], pin: "new" } as const;

const killed = event("backend killed and started", async ({ servers }) => {
  await servers.stopBackend();
  await servers.startBackend();
});

const atOperation = (operation: string, [words, begin]: readonly [string, Meddling]) =>
  whileHeld(operation, `database ${words}`, begin);

const changes: readonly ChangeCase[] = [
  { way: "signed", faults: [meddled(...locked)], ...notRecorded, settled: "not_received", isClosedOnLeaving: true },
  { way: "signed", faults: [atOperation("list_devices", locked)], ...notRecorded },
  { way: "signed", faults: [atOperation("pin_update", locked)], ...doneUnrecorded },
  { way: "sms", atTan: [meddled(...locked)], told: ["failed ERR_NOT_RECORDED", "changed"], pin: "new" },
  { way: "sms", atTan: [atOperation(CONFIRM, locked)], ...doneUnrecorded },
  // The settlement reads what is recorded even so, and claims nothing that it has to write before it has.
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
    // What the backend has claimed is still there after a kill.
    { way: "sms", faults: [meddled(...one)], atTan: [killed], ...changed },
  ]),
];

const NOT_RECORDED = "ERR_NOT_RECORDED";
const bindings: readonly BindingCase[] = [
  { step: "requestCode", faults: [meddled(...locked)], told: NOT_RECORDED, state: "binding request" },
  // A code was sent, but the backend cannot record whose it is: the cardholder asks for another one.
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

/** Another connection sees the row that the last claim rests on, and can write: nothing was left open. */
async function lookFromOutside(fixture: Fixture, result: CaseResult): Promise<void> {
  const other = new DatabaseSync(path.join(fixture.folder, "database", "backend.db"));
  try {
    const last = [...fixture.line.sent].reverse().find(({ path: to }) => /\/pin-change(s|-requests)$/.test(to));
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

testCases((folder) => startServerProcesses(folder), { bindings, signIns, changes }, lookFromOutside);
