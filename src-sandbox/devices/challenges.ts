import type { KeyPurpose } from "./bound-device.ts";

/** A code that was sent to bind a device (docs/solaris-api.md §6.1). */
export type BindingChallenge = {
  readonly id: string;
  readonly deviceId: string;
  readonly code: string;
  /** Whose code it is if a letter brings it (§6.6). */
  readonly activationId?: string;
  readonly createdAt: number;
  readonly expiresAt: number;
  wrongAnswers: number;
};

/** Something for a bound device to sign (docs/solaris-api.md §7). */
export type DeviceChallenge = {
  readonly id: string;
  readonly deviceId: string;
  readonly purpose: KeyPurpose | "any";
  readonly stringToSign: string;
  readonly createdAt: number;
  readonly expiresAt: number;
  wrongAnswers: number;
};
