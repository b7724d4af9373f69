import type { KeyPurpose } from "./bound-device.ts";

/** A code that was sent to bind a device (solaris-api §6.1). */
export type BindingChallenge = {
  readonly id: string;
  readonly deviceId: string;
  readonly code: string;
  readonly createdAt: number;
  readonly expiresAt: number;
  wrongAnswers: number;
};

/** Something for a bound device to sign (solaris-api §7). */
export type DeviceChallenge = {
  readonly id: string;
  readonly deviceId: string;
  readonly purpose: KeyPurpose | "any";
  readonly stringToSign: string;
  readonly createdAt: number;
  readonly expiresAt: number;
  wrongAnswers: number;
};
