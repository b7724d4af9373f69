import type { DesktopBridge } from "../../src-contract/bridge/desktop-bridge.ts";
import type { Overview } from "../../src-contract/bridge/views.ts";
import { bindByTheWords, must, secretBytes, wordOfDevice } from "./cardholder.ts";
import { type CaseResult, createFindings } from "./case-result.ts";
import { changeSimply, nextPin, send } from "./change-case.ts";
import { type Fault, strikeAll } from "./fault.ts";
import type { Fixture } from "./fixture.ts";
import { CODE, findSecrets, LETTER_CODE, PASSCODE, secretsOf } from "./secrets.ts";

const letterSteps = ["requestLetter", "confirmLetterCode", "cancelLetter"] as const;
type LetterStep = (typeof letterSteps)[number];
type Step = "requestCode" | "continueDevice" | "confirmCode" | "setPasscode" | "removeThisComputer" | LetterStep;

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
  requestLetter: (bridge) => bridge.requestLetter(false),
  confirmLetterCode: (bridge) => bridge.confirmLetterCode("A computer", secretBytes(LETTER_CODE)),
  cancelLetter: (bridge) => bridge.cancelLetter(),
};
const steps = Object.keys(arguments_) as Step[];
const isOfLetter = (step: Step): step is LetterStep => letterSteps.some((one) => one === step);
/** Those that lead on: to continue only asks. */
function stepsBefore(step: Step): readonly Step[] {
  if (isOfLetter(step)) return step === "requestLetter" ? [] : ["requestLetter"];
  return steps.slice(0, steps.indexOf(step)).filter((one) => one !== "continueDevice");
}
/** The state, and whether the window is told that the code is over, or of a letter. */
function toldOf({ device, letters }: Overview): string {
  const isOver = device !== null && "sent" in device && device.sent.isOver === true;
  const asked = letters?.asked ?? null;
  const letter = asked === null ? "" : asked.ended === null ? ", letter" : ", letter over";
  return wordOfDevice(device) + (isOver ? ", over" : "") + letter;
}

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
  const lettersBefore = (await sandbox.letters()).length;
  try {
    for (const step of stepsBefore(one.step)) must(await arguments_[step](bridge));
    const pass = await strikeAll(fixture, one.faults);
    const result = await arguments_[one.step](bridge);
    expectSame("told", result.ok ? "done" : result.code, one.told);
    expectSame("state", toldOf(must(await bridge.getOverview())), one.state);
    expectSame("struck", await pass(), true);

    if (isOfLetter(one.step)) findings.doubles += await goOnByLetter(fixture, one.step, lettersBefore);
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

/**
 * What the window offers then: once more, until the letter was sent and its code taken, or it was cancelled.
 * @returns how many letters too many were sent
 */
async function goOnByLetter({ app, sandbox }: Fixture, step: LetterStep, before: number): Promise<number> {
  const { bridge } = app;
  for (let round = 0; round < 6; round++) {
    const { device, letters } = must(await bridge.getOverview());
    const asked = letters?.asked ?? null;
    if (wordOfDevice(device) === "binding passcode" || (step === "cancelLetter" && asked === null)) break;
    const isNeeded = asked === null || asked.ended !== null;
    await arguments_[step === "cancelLetter" ? step : isNeeded ? "requestLetter" : "confirmLetterCode"](bridge);
  }
  return Math.max(0, (await sandbox.letters()).length - before - 1);
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
  const { letters } = must(await app.bridge.signIn(person));
  if (letters !== null) must(await app.bridge.cancelLetter());
}
