// The disk with the backend's database is full: a real one, small and its own.
import path from "node:path";
import { describe } from "vitest";
import type { BindingCase } from "./binding-case.ts";
import type { CaseResult } from "./case-result.ts";
import type { ChangeCase } from "./change-case.ts";
import { type Fault, whileHeld } from "./fault.ts";
import type { Fixture } from "./fixture.ts";
import { findSecrets, secretsOf } from "./secrets.ts";
import { startServerProcesses } from "./servers.ts";
import { canMountSmallDisks, fillDisk, onSmallDisk } from "./small-disk.ts";
import { testCases } from "./test-cases.ts";

let pid = 0;
const databaseOf = ({ folder }: Fixture) => path.join(folder, "database");

const diskFull: Fault = {
  words: "ledger's disk full",
  strike: async (fixture) => {
    const free = await fillDisk(pid, databaseOf(fixture));
    return { struck: async () => true, pass: free };
  },
};
const diskFullAt = (operation: string) =>
  whileHeld(operation, "ledger's disk full", (fixture) => fillDisk(pid, databaseOf(fixture)));

const CREATE = "sca_pin_update";
const CONFIRM = "confirm_change_request";

const inTheWay = { told: ["refused ERR_NOT_RECORDED"], pin: "old" } as const;
const unrecorded = { ...inTheWay, settled: "not_received", isClosedOnLeaving: true } as const;
/** Solaris has been asked, so nobody may say that nothing was sent. The PIN is as before. */
const askedUnrecorded = { told: ["refused ERR_SOLARIS_UNAVAILABLE"], pin: "old" } as const;
const doneUnrecorded = { told: ["changed"], pin: "new", settled: "unknown" } as const;

/** What cannot be recorded first is not done. What was done is told, even if it cannot be recorded. */
const table: readonly ChangeCase[] = [
  { way: "signed", faults: [diskFull], ...unrecorded },
  { way: "device_signing", faults: [diskFull], ...unrecorded },
  { way: "sms", faults: [diskFull], ...unrecorded },
  { way: "signed", faults: [diskFullAt("list_devices")], ...inTheWay },
  { way: "signed", faults: [diskFullAt("pin_update")], ...doneUnrecorded },
  { way: "device_signing", faults: [diskFullAt(CREATE)], ...askedUnrecorded },
  { way: "device_signing", faults: [diskFullAt(CONFIRM)], ...doneUnrecorded },
  { way: "sms", atTan: [diskFull], told: ["failed ERR_NOT_RECORDED", "changed"], pin: "new" },
  { way: "sms", atTan: [diskFullAt(CONFIRM)], ...doneUnrecorded },
];

/** Limits and the owners of codes are on the same disk. */
const bindings: readonly BindingCase[] = [
  { step: "requestCode", faults: [diskFull], told: "ERR_NOT_RECORDED", state: "binding request" },
  {
    step: "requestCode",
    faults: [diskFullAt("create_device")],
    told: "ERR_SOLARIS_UNAVAILABLE",
    state: "binding request",
  },
];

/** Only the backend's process sees the small disk, so its files are searched from there. */
async function searchDisk(fixture: Fixture, result: CaseResult): Promise<void> {
  const secrets = secretsOf(fixture.line.sent, await fixture.app.privateKeys());
  result.secrets.push(...(await findSecrets(path.join(`/proc/${pid}/root`, databaseOf(fixture)), secrets)));
}

function startOnSmallDisk(folder: string) {
  const within = (command: string[]) => onSmallDisk(path.join(folder, "database"), command);
  return startServerProcesses(folder, within, (started) => {
    pid = started;
  });
}

describe.skipIf(!canMountSmallDisks())("with a full disk", () => {
  testCases(startOnSmallDisk, { bindings, changes: table }, searchDisk);
});
