import type { Result } from "../src-preload/contract/result.ts";
import type { CardView, Overview } from "../src-preload/contract/views.ts";
import { bridge } from "./bridge.ts";
import { store } from "./store.ts";

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
  if (device?.state === "binding" && device.step !== "request") await runStep(() => bridge().continueBinding());
}

/** Main answers by loading the window anew: nothing of this customer stays in its memory. */
export const signOut = () => run(() => bridge().signOut());
export const requestCode = (computerName: string) => runStep(() => bridge().requestCode(computerName));
export const continueBinding = () => runStep(() => bridge().continueBinding());
export const abandonBinding = () => runStep(() => bridge().abandonBinding());

/** @param code six ASCII digits; wiped here */
export async function confirmCode(code: Uint8Array): Promise<boolean> {
  try {
    return await runStep(() => bridge().confirmCode(code));
  } finally {
    code.fill(0);
  }
}

export async function loadCards(): Promise<void> {
  const cards = await run(() => bridge().listCards());
  if (cards !== null) store.setState({ cards });
}

export async function choosePinChange(card: CardView): Promise<void> {
  await bridge().beginPinEntry();
  store.setState({ pinChange: { card, stage: "entering" }, failure: null });
}

/** Sends the new PIN, once. @param pin four ASCII digits; wiped here */
export async function changePin(card: CardView, pin: Uint8Array): Promise<void> {
  store.setState({ pinChange: { card, stage: "sending" } });
  try {
    const outcome = await run(() => bridge().changePin(card.id, pin));
    const { failure } = store.getState();
    const stage = outcome ?? (failure && ({ ...failure, outcome: "not-sent" } as const));
    if (stage !== null && store.getState().pinChange !== null) store.setState({ pinChange: { card, stage } });
  } finally {
    pin.fill(0);
  }
}

/** Goes back to the cards by loading the window anew: nothing of the PIN steps stays in its memory (row 44). */
export async function leavePinChange(): Promise<void> {
  await bridge().endPinChange();
}

/** Runs a step that answers how things stand afterwards. @returns whether it succeeded */
async function runStep(step: () => Promise<Result<Overview>>): Promise<boolean> {
  const overview = await run(step);
  if (overview !== null) show(overview);
  return overview !== null;
}

/** Takes over how things stand. What belongs to a customer goes with them. */
function show(overview: Overview): void {
  store.setState({ overview, ...(overview.customer === null ? { cards: null, pinChange: null } : {}) });
}

/** Runs a step in main; a failure becomes the window's to show, over the screen that fits how things stand then. */
async function run<T>(step: () => Promise<Result<T>>): Promise<T | null> {
  store.setState({ busy: true, failure: null });
  const result = await step();
  if (result.ok) {
    store.setState({ busy: false });
    return result.value;
  }
  // A step that failed may have come halfway, or the sign-in may have ended. The first question of all has no screen yet.
  const now = store.getState().overview === null ? null : await bridge().getOverview();
  if (now?.ok) show(now.value);
  store.setState({ busy: false, failure: result });
  return null;
}
