import type { DesktopBridge } from "../../src-contract/bridge/desktop-bridge.ts";
import type { DeviceView, PinChangeStep } from "../../src-contract/bridge/views.ts";
import type { Result } from "../../src-contract/errors/result.ts";
import type { PinChangeRoute } from "../../src-contract/rules/pin-change-route.ts";
import { CODE, PASSCODE } from "./secrets.ts";

// A cardholder without a window: the same calls of the bridge, in the order that the screens allow.

/** A fresh copy as bytes: main wipes what it is given. */
export const secretBytes = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, "ascii"));

/** The value of a step that has to succeed. @throws where it did not */
export function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`the app says ${result.code}`);
  return result.value;
}

/** What the window was told, in a word or two: `changed`, `refused ERR_…`, or `failed ERR_…` if nothing was begun. */
export function wordOf(result: Result<PinChangeStep>): string {
  if (!result.ok) return `failed ${result.code}`;
  return result.value.outcome === "refused" ? `refused ${result.value.code}` : result.value.outcome;
}

export function wordOfDevice(device: DeviceView | null): string {
  return device?.state === "binding" ? `binding ${device.step}` : (device?.state ?? "nobody");
}

/** The step that the screen for this state offers towards a bound computer. Null if it is bound. */
function nextStep(bridge: DesktopBridge, state: string): Promise<Result<unknown>> | null {
  switch (state) {
    case "bound":
      return null;
    case "absent":
    case "lost":
    case "binding request":
      return bridge.requestCode("A computer");
    case "binding code":
      return bridge.confirmCode(secretBytes(CODE));
    case "binding passcode":
      return bridge.setPasscode(secretBytes(PASSCODE));
    case "binding key":
    case "removing":
      return bridge.continueDevice();
    default:
      return bridge.startAnew();
  }
}

/** Follows the screens from any state until the computer is bound. */
export async function bindByTheWords(bridge: DesktopBridge): Promise<void> {
  let code = "";
  for (let step = 0; step < 12; step++) {
    const state = wordOfDevice(must(await bridge.getOverview()).device);
    // The code has expired: the cardholder asks for another one.
    const next = state === "binding code" && code === "ERR_CODE_EXPIRED" ? "binding request" : state;
    const result = await nextStep(bridge, next);
    if (result === null) return;
    code = result.ok ? "" : result.code;
  }
  throw new Error(`twelve steps did not lead to a bound computer (${code})`);
}

/** Enters the passcode where the way needs it, and begins the change. */
export async function beginChange(
  { enterPasscode, changePin }: DesktopBridge,
  way: PinChangeRoute,
  cardId: string,
  pin: string,
): Promise<Result<PinChangeStep>> {
  if (way !== "sms") {
    const unlocked = await enterPasscode(secretBytes(PASSCODE), cardId);
    if (!unlocked.ok) return unlocked;
  }
  return changePin(cardId, secretBytes(pin), way);
}

const mayConfirmAgain = new Set([
  "failed ERR_TAN_REFUSED",
  "failed ERR_TOO_MANY_REQUESTS",
  "failed ERR_BACKEND_UNREACHABLE",
  "failed ERR_SOLARIS_UNAVAILABLE",
  "failed ERR_NOT_RECORDED",
]);
const needsNewTan = new Set(["failed ERR_CHANGE_REQUEST_ENDED", "failed ERR_PIN_CHANGE_CLOSED"]);

/**
 * Enters TANs until the change has ended, as often as the screen allows.
 * @param tans what to enter first; after these, the TAN that was sent
 * @param tell called with each outcome
 */
export async function answerTan(
  bridge: DesktopBridge,
  tans: readonly string[],
  tell: (word: string) => Promise<void>,
): Promise<void> {
  for (let round = 0; round < 6; round++) {
    const word = wordOf(await bridge.confirmTan(secretBytes(tans[round] ?? CODE)));
    await tell(word);
    if (mayConfirmAgain.has(word)) continue;
    if (!needsNewTan.has(word)) return;
    const again = wordOf(await bridge.resendTan());
    if (again === "tan-awaited") continue;
    await tell(again);
    return;
  }
}
