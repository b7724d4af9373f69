import type { DeviceDataMode } from "../../src-contract/rules/device-data-mode.ts";
import type { PinChangeRoute } from "../../src-contract/rules/pin-change-route.ts";
import type { ProtectionLevel } from "../../src-contract/rules/protection-levels.ts";
import { ProblemError } from "../http/problem-error.ts";
import type { Log } from "../server-log.ts";

/** What the partner allows, from the configuration. */
export interface PartnerPolicy {
  /** The preferred route first. */
  readonly pinChangeRoutes: readonly PinChangeRoute[];
  readonly acceptedProtectionLevels: readonly ProtectionLevel[];
  /** Whether a device may be bound with the code of a letter. */
  readonly activationLetters: boolean;
  readonly deviceData: DeviceDataMode;
}

/** Refuses a route that the partner does not offer. */
export function requireRoute(policy: PartnerPolicy, route: PinChangeRoute): void {
  if (!policy.pinChangeRoutes.includes(route)) throw new ProblemError("ERR_ROUTE_REFUSED");
}

/** Refuses what has to do with letters if the partner offers none, as a backend that does not know them does. */
export function requireLetters({ activationLetters }: PartnerPolicy): void {
  if (!activationLetters) throw new ProblemError("ERR_OPERATION_UNKNOWN");
}

/** Refuses a consent to device data if the partner wants none, as a backend that does not know them does. */
export function requireDeviceDataWanted({ deviceData }: PartnerPolicy): void {
  if (deviceData === "off") throw new ProblemError("ERR_OPERATION_UNKNOWN");
}

/** Refuses a device whose key protection the partner does not accept. It believes what the device claims. */
export function requireProtection(policy: PartnerPolicy, level: ProtectionLevel, log: Log): void {
  const accepted = policy.acceptedProtectionLevels.includes(level);
  log({ event: "device_protection", level, accepted });
  if (!accepted) throw new ProblemError("ERR_PROTECTION_REFUSED");
}
