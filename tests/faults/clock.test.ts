// The backend's clock jumps at each step that reads a time (docs/threat-model.md#clock-jumps): that revives nothing, ends
// nothing, and what is told stays true.

import { startServersHere } from "../../src-testing/servers-here.ts";
import type { BindingCase } from "./binding-case.ts";
import type { ChangeCase } from "./change-case.ts";
import { type Fault, whileHeld } from "./fault.ts";
import type { SignInCase } from "./sign-in-case.ts";
import { testCases } from "./test-cases.ts";

const CONFIRM = "confirm_change_request";
const HOUR_MS = 3_600_000;

let ahead = 0;
/** Sets the backend's clock, until the case is over. */
const put = (hours: number) => async () => {
  ahead = hours * HOUR_MS;
  return async () => {
    ahead = 0;
  };
};
const wordsOf = (hours: number) => `clock ${Math.abs(hours)} hours ${hours < 0 ? "back" : "ahead"}`;
const jump = (hours: number): Fault => ({
  words: wordsOf(hours),
  strike: async () => ({ struck: async () => true, pass: await put(hours)() }),
});
const jumpAt = (operation: string, hours: number, kind?: "hold_after") =>
  whileHeld(operation, wordsOf(hours), put(hours), kind);
const jumpOnceLost = (ending: string, hours: number): Fault => ({
  words: `${wordsOf(hours)} when the answer at ${ending} is lost`,
  strike: async ({ line }) => {
    const jumped = line.fail(ending, "drop_after").then(put(hours));
    return { struck: () => jumped.then(() => true), pass: async () => (await jumped)() };
  },
});

const changed = { told: ["changed"], pin: "new" } as const;
const changes = [-2, 2].flatMap((hours): ChangeCase[] => [
  { way: "signed", faults: [jump(hours)], ...changed },
  { way: "signed", faults: [jumpAt("list_devices", hours)], ...changed },
  { way: "signed", faults: [jumpAt("pin_update", hours)], ...changed },
  { way: "signed", faults: [jumpAt("pin_update", hours, "hold_after")], ...changed },
  { way: "signed", faults: [jumpOnceLost("/pin-changes", hours)], ...changed },
  { way: "device_signing", faults: [jumpAt("sca_pin_update", hours)], ...changed },
  { way: "sms", atTan: [jump(hours)], ...changed },
  { way: "sms", atTan: [jumpAt(CONFIRM, hours)], ...changed },
  { way: "sms", atTan: [jumpOnceLost("/confirmation", hours)], ...changed },
]);

const bindings = [-2, 2].flatMap((hours): BindingCase[] => [
  { step: "requestCode", faults: [jumpAt("create_device", hours)], told: "done", state: "binding code" },
  { step: "confirmCode", faults: [jump(hours)], told: "done", state: "binding passcode" },
  { step: "setPasscode", faults: [jump(hours)], told: "done", state: "bound" },
]);

const signIns = [-2, 2].map((hours): SignInCase => ({ faults: [jump(hours)], told: "done" }));

testCases((folder) => startServersHere(folder, { now: () => Date.now() + ahead }), { bindings, signIns, changes });
