import type { CardView, PinChangeStep } from "../src-contract/bridge/views.ts";
import type { Failure } from "../src-contract/errors/result.ts";
import type { PinChangeRoute } from "../src-contract/rules/pin-change-route.ts";
import { bridge } from "./bridge.ts";
import { run, runStep, runWiping, succeeds } from "./run-step.ts";
import { loadSettings } from "./settings.ts";
import { type PinChange, type Place, store } from "./store.ts";

/** Asks main how things stand, and goes on with what was begun. Also the answer to every "try again". */
export async function start(): Promise<void> {
  if (await runStep(() => bridge().getOverview())) await goOn();
}

export async function signIn(name: string): Promise<void> {
  if (await runStep(() => bridge().signIn(name))) await goOn();
}

/** What Solaris accepted before an interruption is completed first; a code that is still awaited stays awaited. */
async function goOn(): Promise<void> {
  const { device } = store.getState().overview ?? {};
  if (device?.state === "binding" && (device.step === "code" || device.step === "key")) await continueDevice();
}

/** Main answers by loading the window anew: nothing of this customer stays in its memory. */
export const signOut = () => run(() => bridge().signOut());
export const requestCode = (computerName: string) => runStep(() => bridge().requestCode(computerName));
export const continueDevice = () => runStep(() => bridge().continueDevice());
export const abandonBinding = () => runStep(() => bridge().abandonBinding());
export const adoptDevice = () => runStep(() => bridge().adoptDevice());
export const startAnew = () => runStep(() => bridge().startAnew());
export const removeThisComputer = () => runStep(() => bridge().removeThisComputer());

/** @param code six ASCII digits; wiped here */
export const confirmCode = (code: Uint8Array) => runWiping(() => runStep(() => bridge().confirmCode(code)), code);

/** @param passcode wiped here */
export const setPasscode = (passcode: Uint8Array) =>
  runWiping(() => runStep(() => bridge().setPasscode(passcode)), passcode);

/** Unlocks the key for the PIN change that follows. @param passcode wiped here @returns whether it succeeded */
export const enterPasscode = (passcode: Uint8Array) =>
  runWiping(() => succeeds(() => bridge().enterPasscode(passcode)), passcode);

/** @param current, next wiped here @returns whether it succeeded */
export async function changePasscode(current: Uint8Array, next: Uint8Array): Promise<boolean> {
  const changed = await runWiping(() => succeeds(() => bridge().changePasscode(current, next)), current, next);
  if (changed) go("passcode-changed");
  return changed;
}

export function go(place: Place): void {
  store.setState({ place, failure: null });
}

export const lookLater = () => store.setState({ looksLater: true, failure: null });

export async function loadCards(): Promise<void> {
  const cards = await run(() => bridge().listCards());
  if (cards !== null) store.setState({ cards });
}

export async function loadDevices(): Promise<void> {
  const devices = await run(() => bridge().listDevices());
  if (devices !== null) store.setState({ devices });
}

/** Looks whether there is room for this computer. Main asks again: where this fails, nothing is said and all goes on. */
export async function lookForRoom(): Promise<void> {
  const result = await bridge().listDevices();
  store.setState({ devices: result.ok ? result.value : null });
}

/** @returns whether it succeeded */
export async function removeDevice(deviceId: string): Promise<boolean> {
  const devices = await run(() => bridge().removeDevice(deviceId));
  if (devices !== null) store.setState({ devices });
  return devices !== null;
}

export async function choosePinChange(card: CardView, route: PinChangeRoute): Promise<void> {
  await loadSettings(); // a screen reader may have been started since
  if (await succeeds(() => bridge().beginPinEntry())) store.setState({ pinChange: { stage: "entering", card, route } });
}

/** Sends the new PIN, once. @param pin four ASCII digits; wiped here */
export async function changePin(card: CardView, pin: Uint8Array, route: PinChangeRoute): Promise<void> {
  store.setState({ pinChange: { stage: "sending", card, route, done: 0 } });
  const step = await runWiping(() => run(() => bridge().changePin(card.id, pin, route)), pin);
  if (step !== null) return showStep(step);
  const { failure, pinChange } = store.getState();
  if (failure === null || pinChange === null) return;
  const { ok: _, ...reason } = failure;
  // What nobody foresaw may have happened after it was sent.
  const end =
    failure.code === "ERR_INTERNAL" ? ({ outcome: "unknown" } as const) : ({ outcome: "failed", ...reason } as const);
  store.setState({ pinChange: { stage: "ended", card, route, end } });
}

/** A failure leaves the cardholder at the code. */
export async function resendTan(): Promise<void> {
  const step = await run(() => bridge().resendTan());
  if (step !== null) showStep(step);
}

/** @param tan six ASCII digits; wiped here @returns whether the change has ended */
export async function confirmTan(tan: Uint8Array): Promise<boolean> {
  const end = await runWiping(() => run(() => bridge().confirmTan(tan)), tan);
  if (end !== null) showStep(end);
  return end !== null;
}

/** Asks what became of a change whose end is not known. */
export async function settleOpenChange(): Promise<void> {
  const end = await run(() => bridge().settleOpenChange());
  if (end !== null) showStep(end);
}

/** The same, without a step that the cardholder sees: what shows stays until there is something new. */
export async function askOnce(): Promise<void> {
  const result = await bridge().settleOpenChange();
  if (result.ok) showStep(result.value);
}

/** Goes back to the cards by loading the window anew: nothing of a secret's steps stays in its memory (row 44). */
export const leavePinChange = () => run(() => bridge().endPinChange());

/**
 * Answers the proxy that asked; what it kept from being done is left to the cardholder.
 * @param password ISO 8859-1; wiped here
 * @returns why it did not succeed; null where it did
 */
export async function signInToProxy(name: string, password: Uint8Array): Promise<Failure | null> {
  store.setState({ busy: true });
  const result = await runWiping(() => bridge().signInToProxy(name, password), password);
  store.setState({ busy: false });
  if (!result.ok) return result;
  store.setState({ isPastProxy: true });
  return null;
}

/** Shows how far a change got, where somebody is still signed in to see it. */
function showStep(step: PinChangeStep): void {
  const { overview, pinChange } = store.getState();
  if (overview?.customer == null) return;
  const card = pinChange?.card ?? null;
  if (step.outcome !== "tan-awaited") {
    const { card: named = card, ...end } = step;
    store.setState({ pinChange: { stage: "ended", card: named, route: routeOf(pinChange), end } });
  } else if (card !== null) {
    store.setState({ pinChange: { stage: "tan", card, sent: step.sent } });
  }
}

/** The TAN belongs to one way only. */
function routeOf(pinChange: PinChange | null): PinChangeRoute | null {
  if (pinChange === null) return null;
  return pinChange.stage === "tan" ? "sms" : pinChange.route;
}
