import { type ErrorCode, errorMeaning } from "../src-contract/errors/error-codes.ts";
import type { PinChangeRoute } from "../src-contract/rules/pin-change-route.ts";

/** Whether to offer a retry. Device failures are fixed elsewhere first. */
export function canTryAgain(code: ErrorCode): boolean {
  const { retry } = errorMeaning(code);
  return !concernsDevice(code) && retry !== "no" && retry !== "after-wait";
}

/** Whether a failure concerns this computer. Leaving it reloads the overview, which leads to the right screen. */
export function concernsDevice(code: ErrorCode): boolean {
  return errorMeaning(code).concerns === "device";
}

/** Whether a retry needs another card PIN. */
export function needsAnotherPin(code: ErrorCode): boolean {
  const { concerns, retry } = errorMeaning(code);
  return concerns === "pin" && retry === "after-change";
}

/** Whether a failure concerns the network, about which the diagnosis says more. */
export function concernsNetwork(code: ErrorCode): boolean {
  return errorMeaning(code).concerns === "network";
}

/** A retry after a PIN change that changed nothing: its route, and what differs. */
interface NextTry {
  readonly route: PinChangeRoute;
  readonly as: "again" | "another-pin" | "by-sms" | "other-way";
}

/**
 * The retry to offer after a PIN change that changed nothing.
 * @param why null if all that is known is that it never arrived
 * @param usual the route that a change takes here; null if there is none
 * @param routes all that the partner allows
 * @returns null if it would only fail again
 */
export function nextTryAfter(
  why: { readonly code: ErrorCode; readonly alternative?: PinChangeRoute | undefined } | null,
  usual: PinChangeRoute | null,
  routes: readonly PinChangeRoute[],
): NextTry | null {
  if (why?.alternative !== undefined) {
    return { route: why.alternative, as: why.alternative === "sms" ? "by-sms" : "other-way" };
  }
  // This computer said nothing of itself, and may not the next time either; by text message nobody asks it.
  if (why?.code === "ERR_DEVICE_DATA_REQUIRED" && routes.includes("sms")) return { route: "sms", as: "by-sms" };
  if (usual === null || (why !== null && !canTryAgain(why.code))) return null;
  return { route: usual, as: why !== null && needsAnotherPin(why.code) ? "another-pin" : "again" };
}
