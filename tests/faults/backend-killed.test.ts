// `kill -9` of the backend, a process of its own, while Solaris has its request in hand: before Solaris has done it
// (hold), and after (hold_after). The backend that is started then has only its ledger to go by
// (docs/threat-model.md#ledger-first).
import type { PinChangeRoute } from "../../src-contract/rules/pin-change-route.ts";
import { runs } from "../long-form.ts";
import type { BindingCase } from "./binding-case.ts";
import type { ChangeCase } from "./change-case.ts";
import { backendKilled, event } from "./fault.ts";
import { startServerProcesses } from "./servers.ts";
import { testCases } from "./test-cases.ts";

const CREATE = "sca_pin_update";
const AUTHORIZE = "authorize_change_request";
const CONFIRM = "confirm_change_request";

type Moment = "hold" | "hold_after";
type Row = readonly [PinChangeRoute, operation: string, Moment, ...told: string[]];

/** The app asks the ledger where it may have sent what changes a PIN; the rest the cardholder tries again. */
const LOST = "failed ERR_BACKEND_UNREACHABLE";
const REFUSED = "refused ERR_BACKEND_UNREACHABLE";
/** The first question comes before the backend is back. */
const BEGUN = ["unknown", "refused ERR_SOLARIS_UNAVAILABLE"] as const;

const oldPin: readonly Row[] = [
  ["signed", "pin_key", "hold", LOST],
  ["signed", "list_devices", "hold", ...BEGUN],
  ["device_signing", CREATE, "hold_after", ...BEGUN],
  ["device_signing", AUTHORIZE, "hold_after", REFUSED],
  ["sms", AUTHORIZE, "hold_after", REFUSED],
];
const newPin: readonly Row[] = [
  ["signed", "pin_update", "hold", "unknown"],
  ["signed", "pin_update", "hold_after", "unknown"],
  ["device_signing", CONFIRM, "hold", "unknown"],
  ["device_signing", CONFIRM, "hold_after", "unknown"],
];
/** The other moment of the same exchanges, and the same exchanges of another way. */
const oldPinToo: readonly Row[] = [
  ["signed", "pin_key", "hold_after", LOST],
  ["signed", "list_devices", "hold_after", ...BEGUN],
  ["device_signing", "pin_key", "hold", LOST],
  ["device_signing", CREATE, "hold", ...BEGUN],
  ["device_signing", AUTHORIZE, "hold", REFUSED],
  ["sms", "pin_key", "hold", LOST],
  ["sms", CREATE, "hold", ...BEGUN],
  ["sms", CREATE, "hold_after", ...BEGUN],
  ["sms", AUTHORIZE, "hold", REFUSED],
];

const toCase =
  (pin: "new" | "old") =>
  (row: Row): ChangeCase => {
    const [way, operation, moment, ...told] = row;
    return { way, faults: [backendKilled(operation, moment)], told, pin };
  };

const killedAndStarted = event("backend killed and started", async ({ servers }) => {
  await servers.stopBackend();
  await servers.startBackend();
});

const changes: readonly ChangeCase[] = [
  ...runs(oldPin, [...oldPin, ...oldPinToo]).map(toCase("old")),
  ...newPin.map(toCase("new")),
  { way: "sms", atTan: [backendKilled(CONFIRM, "hold")], told: ["unknown"], pin: "new" },
  { way: "sms", atTan: [backendKilled(CONFIRM, "hold_after")], told: ["unknown"], pin: "new" },
  { way: "sms", atTan: [killedAndStarted], told: ["changed"], pin: "new" },
];

const binding = (step: BindingCase["step"], operation: string, moment: Moment, state: string): BindingCase => ({
  step,
  faults: [backendKilled(operation, moment)],
  told: "ERR_BACKEND_UNREACHABLE",
  state,
});
const bindingsAt = (moment: Moment): readonly BindingCase[] => [
  binding("requestCode", "create_device", moment, "binding request"),
  binding("confirmCode", "verify_challenge", moment, "binding code"),
  binding("setPasscode", "add_key", moment, "binding key"),
  binding("removeThisComputer", "delete_device", moment, "removing"),
];
const bindings = [...bindingsAt("hold_after"), ...runs([], bindingsAt("hold"))];

testCases((folder) => startServerProcesses(folder), { bindings, changes });
