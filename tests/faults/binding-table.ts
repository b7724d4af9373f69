import { type BindingCase, liveDevices } from "./binding-case.ts";
import {
  answers,
  dropAfter,
  dropBefore,
  event,
  type Fault,
  inItsPlace,
  late,
  lateAnswer,
  onLine,
  PAGE,
} from "./fault.ts";
import type { Fixture } from "./fixture.ts";

type Row = readonly [fault: Fault | readonly Fault[], told: string, state: string];
const at = (step: BindingCase["step"], rows: readonly Row[]) =>
  rows.map(([fault, told, state]): BindingCase => ({ step, faults: [fault].flat(), told, state }));

/** Removes all of the person's devices, as from another computer. */
async function forgetAll(fixture: Fixture): Promise<void> {
  for (const { id } of await liveDevices(fixture)) await fixture.sandbox.forgetDevice(id);
}

/** Without an answer a code may be on its way: the cardholder asks again, with the same key. */
const requestCode = at("requestCode", [
  [dropBefore("create_device"), "ERR_SOLARIS_UNAVAILABLE", "binding request"],
  [dropAfter("create_device"), "ERR_SOLARIS_UNAVAILABLE", "binding request"],
  [late("create_device"), "ERR_SOLARIS_UNAVAILABLE", "binding request"],
  [answers("create_device", 400, "C"), "ERR_REFUSED", "binding request"],
  [answers("create_device", 403, "C"), "ERR_REFUSED", "binding request"],
  [answers("create_device", 409, "A"), "done", "binding code"],
  [answers("create_device", 429, "A"), "ERR_TOO_MANY_REQUESTS", "binding request"],
  [answers("create_device", 500, "A"), "ERR_SOLARIS_UNAVAILABLE", "binding request"],
  [onLine("POST /v1/devices", "drop_after"), "ERR_BACKEND_UNREACHABLE", "binding request"],
]);

/** Only Solaris' own word ends the code; whatever else goes wrong with the question, the code stays as it was recorded. */
const continueDevice = at("continueDevice", [
  [answers("get_challenge", 404, "C"), "done", "binding code, over"],
  [dropBefore("get_challenge"), "done", "binding code"],
  [late("get_challenge"), "done", "binding code"],
  [answers("get_challenge", 403, "A"), "done", "binding code"],
  [answers("get_challenge", 429, "A"), "done", "binding code"],
  [answers("get_challenge", 500, "A"), "done", "binding code"],
  [inItsPlace("get_challenge", 404, PAGE), "done", "binding code"],
  [inItsPlace("get_challenge", 200, { status: "EXPIRED" }), "done", "binding code"],
]);

/** Without an answer, Solaris is asked whether it accepted the code after all. */
const confirmCode = at("confirmCode", [
  [dropBefore("verify_challenge"), "ERR_SOLARIS_UNAVAILABLE", "binding code"],
  [dropAfter("verify_challenge"), "done", "binding passcode"],
  [late("verify_challenge"), "ERR_SOLARIS_UNAVAILABLE", "binding code"],
  [lateAnswer("verify_challenge"), "done", "binding passcode"],
  [answers("verify_challenge", 400, "C"), "ERR_CODE_REFUSED", "binding code"],
  [answers("verify_challenge", 403, "C"), "ERR_CODE_REFUSED", "binding code"],
  [answers("verify_challenge", 404, "C"), "ERR_CODE_EXPIRED", "binding code"],
  [answers("verify_challenge", 429, "A"), "ERR_TOO_MANY_REQUESTS", "binding code"],
  [answers("verify_challenge", 500, "A"), "ERR_SOLARIS_UNAVAILABLE", "binding code"],
  [onLine("/verification", "drop_before"), "ERR_BACKEND_UNREACHABLE", "binding code"],
  [onLine("/verification", "drop_after"), "done", "binding passcode"],
]);

/** Solaris' list of keys is read before a key is made, and the key is stored before Solaris gets it. */
const setPasscode = at("setPasscode", [
  [dropBefore("list_devices"), "ERR_SOLARIS_UNAVAILABLE", "binding passcode"],
  [answers("get_keys", 500, "A"), "ERR_SOLARIS_UNAVAILABLE", "binding passcode"],
  [dropBefore("add_key"), "ERR_SOLARIS_UNAVAILABLE", "binding key"],
  [dropAfter("add_key"), "ERR_SOLARIS_UNAVAILABLE", "binding key"],
  [late("add_key"), "ERR_SOLARIS_UNAVAILABLE", "binding key"],
  [answers("add_key", 400, "C"), "ERR_REFUSED", "binding key"],
  [answers("add_key", 403, "A"), "ERR_REFUSED", "binding key"],
  [answers("add_key", 404, "C"), "ERR_NOT_FOUND", "binding key"],
  [answers("add_key", 409, "A"), "ERR_RESTRICTED_KEY_EXISTS", "binding key"],
  [answers("add_key", 429, "A"), "ERR_TOO_MANY_REQUESTS", "binding key"],
  [answers("add_key", 500, "A"), "ERR_SOLARIS_UNAVAILABLE", "binding key"],
  [onLine("/keys", "drop_after"), "ERR_BACKEND_UNREACHABLE", "binding key"],
]);

/** The device is removed at Solaris first, then the key here. The begun removal is recorded and can be continued. */
const removeThisComputer = at("removeThisComputer", [
  [dropBefore("delete_device"), "ERR_SOLARIS_UNAVAILABLE", "removing"],
  [dropAfter("delete_device"), "done", "absent"],
  [event("removed at Solaris meanwhile", forgetAll), "done", "absent"],
  [answers("delete_device", 409, "A"), "ERR_REFUSED", "removing"],
  [answers("delete_device", 500, "A"), "ERR_SOLARIS_UNAVAILABLE", "removing"],
]);

export const bindingTable: readonly BindingCase[] = [
  ...requestCode,
  ...continueDevice,
  ...confirmCode,
  ...setPasscode,
  ...removeThisComputer,
];
