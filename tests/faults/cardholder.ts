import type { DesktopBridge } from "../../src-contract/bridge/desktop-bridge.ts";
import type { DeviceView, PinChangeStep } from "../../src-contract/bridge/views.ts";
import type { Result } from "../../src-contract/errors/result.ts";
import type { PinChangeRoute } from "../../src-contract/rules/pin-change-route.ts";
import { CODE, PASSCODE } from "./secrets.ts";

// What a cardholder does at the window, without the window: its calls of the bridge, in the order that its screens allow.

/** Bytes of their own, as the door wants them: they are wiped there. */
export const secretBytes = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, "ascii"));

/** The value of what has to succeed. */
export function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`the app says ${result.code}`);
  return result.value;
}

/** What was told, in a word or two: `changed`, `refused ERR_…`, and `failed ERR_…` for what was not even begun. */
export function wordOf(result: Result<PinChangeStep>): string {
  if (!result.ok) return `failed ${result.code}`;
  return result.value.outcome === "refused" ? `refused ${result.value.code}` : result.value.outcome;
}

export function wordOfDevice(device: DeviceView | null): string {
  return device?.state === "binding" ? `binding ${device.step}` : (device?.state ?? "nobody");
}

/** One step on the way to a bound computer, as the screen for this state offers it. Null where it is bound. */
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

/** Follows the screens until the computer is bound, from wherever it stands. */
export async function bindByTheWords(bridge: DesktopBridge): Promise<void> {
  let code = "";
  for (let step = 0; step < 12; step++) {
    const state = wordOfDevice(must(await bridge.getOverview()).device);
    // A code that has ended: the cardholder asks for another one.
    const next = state === "binding code" && code === "ERR_CODE_EXPIRED" ? "binding request" : state;
    const result = await nextStep(bridge, next);
    if (result === null) return;
    code = result.ok ? "" : result.code;
  }
  throw new Error(`twelve steps did not lead to a bound computer (${code})`);
}

/** Does what the way needs beforehand, and begins the change. */
export async function beginChange(
  { enterPasscode, changePin }: DesktopBridge,
  way: PinChangeRoute,
  cardId: string,
  pin: string,
): Promise<Result<PinChangeStep>> {
  if (way !== "sms") {
    const unlocked = await enterPasscode(secretBytes(PASSCODE));
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
 * Answers with TANs until the change has ended, as the screen allows.
 * @param tans the first ones to try; then the one that was sent
 * @param tell is told each outcome
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
