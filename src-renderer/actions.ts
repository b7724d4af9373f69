import type { CardView, Overview, PinChangeStep, RemovedDevicesView } from "../src-contract/bridge/views.ts";
import type { Failure, Result } from "../src-contract/errors/result.ts";
import type { PinChangeRoute } from "../src-contract/rules/pin-change-route.ts";
import { asksForConsent } from "./asks-for-consent.ts";
import { bridge } from "./bridge.ts";
import { runAndShow, runStep, tellFailure } from "./run-step.ts";
import type { Secret, SecretBytes } from "./secrets/secret-bytes.ts";
import { loadSettings } from "./settings.ts";
import { type PinChange, type Place, store } from "./store.ts";
import { awaitsLetter } from "./which-screen.ts";

/** Loads the overview from main, and continues what was begun. Also behind every "try again". */
export const start = () => runAndShow(() => bridge().getOverview(), goOn);

/** The same with an overview that was asked for before anything was drawn. */
export const showStart = (asked: Promise<Result<Overview>>) => runAndShow(() => asked, goOn);

export const signIn = (name: string) => runAndShow(() => bridge().signIn(name), goOn);

/** Completes first what Solaris accepted before an interruption; a code that is still awaited stays awaited. */
export async function goOn(): Promise<void> {
  const { device, letters } = store.getState().overview ?? {};
  if (device?.state === "binding" && (device.step === "code" || device.step === "key")) await continueDevice();
  else if (device != null && awaitsLetter(device) && letters?.asked != null) await lookForLetter();
}

/** Reads again what could not be read of the window. */
export const loadAnew = () => runStep(() => bridge().loadAnew());

/** Main answers by reloading the window, so nothing of this customer stays in its memory. */
export const signOut = () => runStep(() => bridge().signOut());
export const continueDevice = () => runAndShow(() => bridge().continueDevice());
export const abandonBinding = () => runAndShow(() => bridge().abandonBinding());
export const adoptDevice = () => runAndShow(() => bridge().adoptDevice());
export const startAnew = () => runAndShow(() => bridge().startAnew());
export const removeThisComputer = () => runAndShow(() => bridge().removeThisComputer());

/** Requests a code for this computer under this name. @param place where its key is to be kept (`chooseToken`) */
export async function requestCode(computerName: string, place?: string): Promise<void> {
  if (asksForConsent({ step: "binding", goOn: () => requestCode(computerName, place) })) return;
  if (place !== undefined && !(await runStep(() => bridge().chooseToken(place))).ok) return;
  if (await runAndShow(() => bridge().requestCode(computerName))) return;
  const { failure, overview } = store.getState();
  // Else the offer of a letter would go with this failure, when the next step begins.
  if (failure?.code === "ERR_NO_MOBILE_NUMBER" && overview?.letters?.asked === null)
    store.setState({ place: "letter-offer" });
  if (store.getState().signInAgain !== null) store.setState({ signInAgain: { for: "code", computerName } });
}

/** Asks the bank what has become of the letter. */
export const lookForLetter = () => runAndShow(() => bridge().lookForLetter());

/** Where the bank takes no step of the binding without device data, and what was said before holds no more. */
export const isStopped = () => asksForConsent({ step: "binding", goOn: async () => undefined }, true);

/** @param code six ASCII digits */
export const confirmCode = async (code: Secret) =>
  !isStopped() && runAndShow(() => code.use((bytes) => bridge().confirmCode(bytes)));

export const setPasscode = async (passcode: Secret) =>
  !isStopped() && runAndShow(() => passcode.use((bytes) => bridge().setPasscode(bytes)));

/**
 * Unlocks the key for the PIN change that follows.
 * @param passcode used up
 * @param cardId null for a paused change (DesktopBridge)
 * @returns whether it succeeded
 */
export async function enterPasscode(passcode: SecretBytes, cardId: string | null): Promise<boolean> {
  return (await runStep(() => passcode.useUp((bytes) => bridge().enterPasscode(bytes, cardId)))).ok;
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
  const devices = await runStep(() => bridge().listDevices(true));
  if (devices.ok) store.setState({ devices: devices.value });
}

/** @returns null where the bank's backend does not tell them; undefined if it failed */
export async function loadRemovedDevices(): Promise<RemovedDevicesView | null | undefined> {
  const removed = await runStep(() => bridge().listRemovedDevices());
  return removed.ok ? removed.value : undefined;
}

/**
 * Looks, before this computer is linked, whether there is room for it and a card to link it for. A failure is ignored,
 * because main checks again. Only where there is no room does the last use matter: one of them has to go.
 */
export async function lookBeforeLinking(): Promise<void> {
  const [devices, cards] = await Promise.all([bridge().listDevices(false), bridge().listCards()]);
  const isFull = devices.ok && devices.value.devices.length >= devices.value.limit;
  const detailed = isFull ? await bridge().listDevices(true) : devices;
  const shown = detailed.ok ? detailed : devices;
  store.setState({ devices: shown.ok ? shown.value : null, cards: cards.ok ? cards.value : null });
}

/** @returns whether it succeeded */
export async function removeDevice(deviceId: string): Promise<boolean> {
  const devices = await runStep(() => bridge().removeDevice(deviceId));
  if (devices.ok) store.setState({ devices: devices.value });
  return devices.ok;
}

export async function choosePinChange(card: CardView, route: PinChangeRoute): Promise<void> {
  const goOn = () => choosePinChange(card, route);
  if (route !== "sms" && asksForConsent({ step: "change", card, goOn })) return;
  await loadSettings(); // a screen reader may have started since
  const begun = await runStep(() => bridge().beginPinEntry());
  if (begun.ok) store.setState({ pinChange: { stage: "entering", card, route } });
  else if (begun.code === "ERR_SIGN_IN_AGAIN") store.setState({ signInAgain: { for: "pin", card, route } });
}

/** Sends the new PIN, once. @param pin four ASCII digits; used up */
export async function changePin(card: CardView, pin: SecretBytes, route: PinChangeRoute): Promise<void> {
  const send = () => pin.useUp((bytes) => bridge().changePin(card.id, bytes, route));
  const failure = await sendAndShow(card, route, send);
  if (failure === null || store.getState().pinChange === null) return;
  const { ok: _, ...reason } = failure;
  // An unforeseen error may have happened after it was sent.
  const end =
    failure.code === "ERR_INTERNAL" ? ({ outcome: "unknown" } as const) : ({ outcome: "failed", ...reason } as const);
  store.setState({ pinChange: { stage: "ended", card, route, end } });
}

/** Sends the change that waited for a sign-in, once. After a failure it waits still. */
export async function sendPausedChange(card: CardView, route: PinChangeRoute): Promise<void> {
  const failure = await sendAndShow(card, route, () => bridge().sendPausedChange());
  if (failure !== null) store.setState({ pinChange: null });
}

/** @returns why it failed; null if it did not */
async function sendAndShow(
  card: CardView,
  route: PinChangeRoute,
  send: () => Promise<Result<PinChangeStep>>,
): Promise<Failure | null> {
  store.setState({ pinChange: { stage: "sending", card, route, done: 0 } });
  const step = await runStep(send);
  if (!step.ok) return step;
  if (step.value.outcome === "sign-in-again") await waitForSignIn();
  else showStep(step.value);
  return null;
}

/** The change waits in main. Asks for a sign-in, whether or not anybody is still signed in. */
async function waitForSignIn(): Promise<void> {
  store.setState({ pinChange: null });
  if (!(await runAndShow(() => bridge().getOverview()))) return;
  if (store.getState().overview?.customer == null)
    store.setState({ failure: { ok: false, code: "ERR_NOT_SIGNED_IN" } });
  else store.setState({ signInAgain: { for: "screen" } });
}

/** After a failure the cardholder stays at the code. */
export async function resendTan(): Promise<void> {
  const step = await runStep(() => bridge().resendTan());
  if (!step.ok) return;
  if (step.value.outcome === "sign-in-again") await waitForSignIn();
  else showStep(step.value);
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

/** The same in the background: the screen stays until there is news, and says why there is none. */
export async function askOnce(): Promise<void> {
  const result = await bridge().settleOpenChange();
  const { failure } = store.getState();
  if (result.ok) {
    store.setState({ failure: null });
    showStep(result.value);
  } else if (failure?.code !== result.code) await tellFailure(result); // once: it is asked again every two seconds
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
function showStep(step: Exclude<PinChangeStep, { outcome: "sign-in-again" }>): void {
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
