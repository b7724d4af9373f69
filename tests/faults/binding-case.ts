import type { DesktopBridge } from "../../src-contract/bridge/desktop-bridge.ts";
import type { DeviceView } from "../../src-contract/bridge/views.ts";
import { bindByTheWords, must, secretBytes, wordOfDevice } from "./cardholder.ts";
import { type CaseResult, createFindings } from "./case-result.ts";
import { changeSimply, nextPin, send } from "./change-case.ts";
import { type Fault, strikeAll } from "./fault.ts";
import type { Fixture } from "./fixture.ts";
import { CODE, findSecrets, PASSCODE, secretsOf } from "./secrets.ts";

type Step = "requestCode" | "continueDevice" | "confirmCode" | "setPasscode" | "removeThisComputer";

/** A step of binding or removing this computer that meets faults, and how it has to end. */
export interface BindingCase {
  readonly step: Step;
  readonly faults: readonly Fault[];
  /** What the window is told: `done`, or an error code. */
  readonly told: string;
  /** The computer's state right after it. */
  readonly state: string;
}

const arguments_: { [S in Step]: (bridge: DesktopBridge) => ReturnType<DesktopBridge[S]> } = {
  requestCode: (bridge) => bridge.requestCode("A computer"),
  continueDevice: (bridge) => bridge.continueDevice(),
  confirmCode: (bridge) => bridge.confirmCode(secretBytes(CODE)),
  setPasscode: (bridge) => bridge.setPasscode(secretBytes(PASSCODE)),
  removeThisComputer: (bridge) => bridge.removeThisComputer(),
};
const steps = Object.keys(arguments_) as Step[];
/** Those that lead on: to continue only asks. */
const stepsBefore = (step: Step) => steps.slice(0, steps.indexOf(step)).filter((one) => one !== "continueDevice");
/** The state, and whether the window is told that the code is over. */
const toldOf = (device: DeviceView | null) =>
  wordOfDevice(device) + (device !== null && "sent" in device && device.sent.isOver === true ? ", over" : "");

export function nameOf({ step, faults }: BindingCase): string {
  return `binding, ${step}, ${faults.map((fault) => fault.words).join(", then ")}`;
}

/**
 * Runs one case: the steps before, the step with its faults, and then what the window offers until the computer is bound.
 * Then sends all requests again, past the app: there is still one device with one restricted key, and it changes a PIN.
 */
export async function runBindingCase(fixture: Fixture, one: BindingCase): Promise<CaseResult> {
  const { findings, expectSame } = createFindings(nameOf(one));
  const { app, cardId, folder, line, sandbox, servers } = fixture;
  const { bridge } = app;
  line.sent.length = 0;
  try {
    for (const step of stepsBefore(one.step)) must(await arguments_[step](bridge));
    const pass = await strikeAll(fixture, one.faults);
    const result = await arguments_[one.step](bridge);
    expectSame("told", result.ok ? "done" : result.code, one.told);
    expectSame("state", toldOf(must(await bridge.getOverview()).device), one.state);
    expectSame("struck", await pass(), true);

    await bindByTheWords(bridge);
    for (const request of [...line.sent]) if (request.method === "POST") await send(servers.backendUrl(), request);
    const bound = await liveDevices(fixture);
    expectSame("bound", bound.length > 0, true);
    const restricted = bound.flatMap(({ key_purposes }) => key_purposes.filter((purpose) => purpose === "restricted"));
    findings.doubles += Math.max(0, bound.length - 1) + Math.max(0, restricted.length - bound.length);

    const pin = nextPin();
    const { changes } = await sandbox.hasPin(cardId, pin);
    expectSame("a change", await changeSimply(bridge, "signed", cardId, pin), "changed");
    const after = await sandbox.hasPin(cardId, pin);
    expectSame("its PIN", after.matches, true);
    findings.doubles += Math.max(0, after.changes - changes - 1);
    findings.secrets.push(...(await findSecrets(folder, secretsOf(line.sent, await app.privateKeys()))));
  } catch (error) {
    findings.wrong.push(`did not come to its end: ${error instanceof Error ? error.message : error}`);
  }
  await leaveUnbound(fixture);
  return findings;
}

/** The person's devices at Solaris, without pending and removed ones. */
export async function liveDevices({ person, sandbox }: Fixture) {
  const devices = await sandbox.devices();
  return devices.filter(({ person_name, verified, deleted }) => person_name === person && verified && !deleted);
}

/** Back to an unbound computer, which the next case begins with. */
async function leaveUnbound(fixture: Fixture): Promise<void> {
  const { app, line, person, sandbox, servers } = fixture;
  await sandbox.clearFaults();
  await line.mend();
  await servers.startBackend();
  for (const { id } of await liveDevices(fixture)) await sandbox.forgetDevice(id);
  await app.restartAfresh();
  must(await app.bridge.signIn(person));
}
