import type { PinChangeOutcome } from "../../src-contract/bridge/views.ts";
import { type ErrorCode, saidAs } from "../../src-contract/errors/error-codes.ts";
import type { PinChangeRoute } from "../../src-contract/rules/pin-change-route.ts";
import { AppError } from "../app-error.ts";

/** What is needed to explain a refusal. */
export interface RefusedChange {
  /** The route of the change; null if no longer known. */
  readonly route: PinChangeRoute | null;
  /** The routes that the partner allows. */
  readonly routes: readonly PinChangeRoute[];
  /** Asks Solaris whether it still knows this computer. @returns whether it is known to have been removed */
  readonly isThisRemoved: () => Promise<boolean>;
}

/**
 * A refusal may not say whether the device is the reason. Then this asks Solaris, so the cardholder is told to bind the
 * computer again only if it was removed. Either way it offers another route: the mobile phone, or another form of signature.
 */
export async function explainRefusal(outcome: PinChangeOutcome, change: RefusedChange): Promise<PinChangeOutcome> {
  if (outcome.outcome !== "refused" || !mayBeForDevice(outcome.code, change.route)) return outcome;
  const code = (await isKnownToBeRemoved(change)) ? "ERR_DEVICE_REMOVED" : outcome.code;
  const alternative = otherWay(change);
  return { ...outcome, code, ...(alternative !== undefined && { alternative }) };
}

/** A change by TAN never involves the device, and never ends with `ERR_DEVICE_REFUSED`. */
function mayBeForDevice(code: ErrorCode, route: PinChangeRoute | null): boolean {
  const said = saidAs(code);
  return said === "ERR_DEVICE_REFUSED" || (said === "ERR_REFUSED" && route !== null && route !== "sms");
}

function otherWay({ route, routes }: RefusedChange): PinChangeRoute | undefined {
  if (route === null) return undefined;
  return (["sms", "device_signing"] as const).find((other) => other !== route && routes.includes(other));
}

/** Answers false if it cannot ask, for example after a lock: the refusal stands either way. */
async function isKnownToBeRemoved({ isThisRemoved }: Pick<RefusedChange, "isThisRemoved">): Promise<boolean> {
  try {
    return await isThisRemoved();
  } catch (error) {
    if (error instanceof AppError) return false;
    throw error;
  }
}
