import { type ErrorCode, errorMeaning } from "../src-contract/errors/error-codes.ts";

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
