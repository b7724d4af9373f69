import { type ErrorCode, errorMeaning } from "../src-contract/errors/error-codes.ts";
import type { PinChangeRoute } from "../src-contract/rules/pin-change-route.ts";

/** Whether to offer the same again. What lies with the device is mended elsewhere first. */
export function canTryAgain(code: ErrorCode): boolean {
  const { retry } = errorMeaning(code);
  return !liesWithDevice(code) && retry !== "no" && retry !== "after-wait";
}

/** It lies with this computer: leaving leads, after a look at how it stands, to the screen that fits. */
export function liesWithDevice(code: ErrorCode): boolean {
  return errorMeaning(code).concerns === "device";
}

/** The same again means to choose another card PIN. */
export function needsAnotherPin(code: ErrorCode): boolean {
  const { concerns, retry } = errorMeaning(code);
  return concerns === "pin" && retry === "after-change";
}

/** It lies with the network: the diagnosis has more to say about it. */
export function liesWithNetwork(code: ErrorCode): boolean {
  return errorMeaning(code).concerns === "network";
}

/** Another try after a PIN change that changed nothing: by which way, and what is other about it. */
interface NextTry {
  readonly route: PinChangeRoute;
  readonly as: "again" | "another-pin" | "by-sms" | "other-way";
}

/**
 * What is offered after a PIN change that changed nothing.
 * @param why null where nothing is known but that it never arrived
 * @param usual the way that a change takes here; null where there is none
 * @returns null where it would only end the same
 */
export function nextTryAfter(
  why: { readonly code: ErrorCode; readonly alternative?: PinChangeRoute | undefined } | null,
  usual: PinChangeRoute | null,
): NextTry | null {
  if (why?.alternative !== undefined) {
    return { route: why.alternative, as: why.alternative === "sms" ? "by-sms" : "other-way" };
  }
  if (usual === null || (why !== null && !canTryAgain(why.code))) return null;
  return { route: usual, as: why !== null && needsAnotherPin(why.code) ? "another-pin" : "again" };
}
