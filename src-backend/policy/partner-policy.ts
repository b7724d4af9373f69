import type { PinChangeRoute } from "../../src-contract/rules/pin-change-route.ts";
import type { ProtectionLevel } from "../../src-contract/rules/protection-levels.ts";
import { ProblemError } from "../http/problem-error.ts";
import type { Log } from "../server-log.ts";

/** What the partner allows, as its configuration says. */
export interface PartnerPolicy {
  /** The preferred one first. */
  readonly pinChangeRoutes: readonly PinChangeRoute[];
  readonly acceptedProtectionLevels: readonly ProtectionLevel[];
}

/** Refuses a way of changing a PIN that the partner does not offer. */
export function requireRoute(policy: PartnerPolicy, route: PinChangeRoute): void {
  if (!policy.pinChangeRoutes.includes(route)) throw new ProblemError("ERR_ROUTE_REFUSED");
}

/** Refuses a device that keeps its key in a way that the partner does not accept. What it says of itself is believed. */
export function requireProtection(policy: PartnerPolicy, level: ProtectionLevel, log: Log): void {
  const accepted = policy.acceptedProtectionLevels.includes(level);
  log({ event: "device_protection", level, accepted });
  if (!accepted) throw new ProblemError("ERR_PROTECTION_REFUSED");
}
