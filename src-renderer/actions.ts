import type { CardView, PinChangeStep } from "../src-contract/bridge/views.ts";
import type { Failure } from "../src-contract/errors/result.ts";
import type { PinChangeRoute } from "../src-contract/rules/pin-change-route.ts";
import { bridge } from "./bridge.ts";
import { runAndShow, runStep } from "./run-step.ts";
import type { Secret, SecretBytes } from "./secrets/secret-bytes.ts";
import { loadSettings } from "./settings.ts";
import { type PinChange, type Place, store } from "./store.ts";

/** Loads the overview from main, and continues what was begun. Also behind every "try again". */
export async function start(): Promise<void> {
  if (await runAndShow(() => bridge().getOverview())) await goOn();
}

export async function signIn(name: string): Promise<void> {
  if (await runAndShow(() => bridge().signIn(name))) await goOn();
}

/** Completes first what Solaris accepted before an interruption; a code that is still awaited stays awaited. */
async function goOn(): Promise<void> {
  const { device } = store.getState().overview ?? {};
  if (device?.state === "binding" && (device.step === "code" || device.step === "key")) await continueDevice();
}

/** Main answers by reloading the window, so nothing of this customer stays in its memory. */
export const signOut = () => runStep(() => bridge().signOut());
export const requestCode = (computerName: string) => runAndShow(() => bridge().requestCode(computerName));
export const continueDevice = () => runAndShow(() => bridge().continueDevice());
export const abandonBinding = () => runAndShow(() => bridge().abandonBinding());
export const adoptDevice = () => runAndShow(() => bridge().adoptDevice());
export const startAnew = () => runAndShow(() => bridge().startAnew());
export const removeThisComputer = () => runAndShow(() => bridge().removeThisComputer());

/** @param code six ASCII digits */
export const confirmCode = (code: Secret) => runAndShow(() => code.use((bytes) => bridge().confirmCode(bytes)));

export const setPasscode = (passcode: Secret) => runAndShow(() => passcode.use((bytes) => bridge().setPasscode(bytes)));

/** Unlocks the key for the PIN change that follows. @param passcode used up @returns whether it succeeded */
export async function enterPasscode(passcode: SecretBytes): Promise<boolean> {
  return (await runStep(() => passcode.useUp((bytes) => bridge().enterPasscode(bytes)))).ok;
}

/** @returns whether it succeeded */
export async function changePasscode(current: Secret, next: Secret): Promise<boolean> {
  const changed = await runStep(() => current.use((old) => next.use((bytes) => bridge().changePasscode(old, bytes))));
  if (changed.ok) go("passcode-changed");
  return changed.ok;
}

export function go(place: Place): void {
  store.setState({ place, failure: null });
}

export const lookLater = () => store.setState({ looksLater: true, failure: null });

export async function loadCards(): Promise<void> {
  const cards = await runStep(() => bridge().listCards());
  if (cards.ok) store.setState({ cards: cards.value });
}

export async function loadDevices(): Promise<void> {
  const devices = await runStep(() => bridge().listDevices());
  if (devices.ok) store.setState({ devices: devices.value });
}

/** Checks the device limit early. A failure is ignored, because main checks again. */
export async function lookForRoom(): Promise<void> {
  const result = await bridge().listDevices();
  store.setState({ devices: result.ok ? result.value : null });
}

/** @returns whether it succeeded */
export async function removeDevice(deviceId: string): Promise<boolean> {
  const devices = await runStep(() => bridge().removeDevice(deviceId));
  if (devices.ok) store.setState({ devices: devices.value });
  return devices.ok;
}

export async function choosePinChange(card: CardView, route: PinChangeRoute): Promise<void> {
  await loadSettings(); // a screen reader may have started since
  const begun = await runStep(() => bridge().beginPinEntry());
  if (begun.ok) store.setState({ pinChange: { stage: "entering", card, route } });
}

/** Sends the new PIN, once. @param pin four ASCII digits; used up */
export async function changePin(card: CardView, pin: SecretBytes, route: PinChangeRoute): Promise<void> {
  store.setState({ pinChange: { stage: "sending", card, route, done: 0 } });
  const step = await runStep(() => pin.useUp((bytes) => bridge().changePin(card.id, bytes, route)));
  if (step.ok) return showStep(step.value);
  const { failure, pinChange } = store.getState();
  if (failure === null || pinChange === null) return;
  const { ok: _, ...reason } = failure;
  // An unforeseen error may have happened after it was sent.
  const end =
    failure.code === "ERR_INTERNAL" ? ({ outcome: "unknown" } as const) : ({ outcome: "failed", ...reason } as const);
  store.setState({ pinChange: { stage: "ended", card, route, end } });
}

/** After a failure the cardholder stays at the code. */
export async function resendTan(): Promise<void> {
  const step = await runStep(() => bridge().resendTan());
  if (step.ok) showStep(step.value);
}

/** @param tan six ASCII digits @returns whether the change has ended */
export async function confirmTan(tan: Secret): Promise<boolean> {
  const end = await runStep(() => tan.use((bytes) => bridge().confirmTan(bytes)));
  if (end.ok) showStep(end.value);
  return end.ok;
}

/** Asks what became of a change whose outcome is not known. */
export async function settleOpenChange(): Promise<void> {
  const end = await runStep(() => bridge().settleOpenChange());
  if (end.ok) showStep(end.value);
}

/** The same in the background: the screen stays until there is news. */
export async function askOnce(): Promise<void> {
  const result = await bridge().settleOpenChange();
  if (result.ok) showStep(result.value);
}

/**
 * Goes back to the cards by reloading the window, so nothing of the secret steps stays in its memory
 * (docs/threat-model.md#window-loaded-anew).
 */
export const leavePinChange = () => runStep(() => bridge().endPinChange());

/**
 * Signs in to the proxy that asked; the cardholder then repeats the blocked step.
 * @param password ISO 8859-1
 * @returns why it failed; null if it succeeded
 */
export async function signInToProxy(name: string, password: Secret): Promise<Failure | null> {
  store.setState({ busy: true });
  const result = await password.use((bytes) => bridge().signInToProxy(name, bytes));
  store.setState({ busy: false });
  if (!result.ok) return result;
  store.setState({ isPastProxy: true });
  return null;
}

/** Shows how far a change got, if somebody is still signed in to see it. */
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

/** Only the route `sms` has a TAN. */
function routeOf(pinChange: PinChange | null): PinChangeRoute | null {
  if (pinChange === null) return null;
  return pinChange.stage === "tan" ? "sms" : pinChange.route;
}
