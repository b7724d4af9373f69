import { createPrivateKey } from "node:crypto";
import { stringToSign } from "../../src-contract/rules/string-to-sign.ts";
import { type EncryptedPin, isOurEncryptedPin } from "../change-pin/pin-jwe.ts";
import { signatureHex } from "./ecdsa.ts";

/**
 * The unlocked restricted key: here, or on a token (token-signer.ts), which may take its time. Each method accepts exactly one
 * form, and the key itself is not reachable.
 */
export interface RestrictedSigner {
  readonly deviceId: string;
  /** Whether a token signs, which may wait for a touch; absent: no. */
  readonly isOnToken?: true;
  /** Signs a PIN that this process has encrypted: the compact serialisation as ASCII (docs/solaris-api.md §2, Q5). */
  signEncryptedPin(encryptedPin: EncryptedPin): string | Promise<string>;
  /** Signs what a change request asks for (docs/solaris-api.md §3a): letters, digits and hyphens only, so never a JWE. */
  signStringToSign(text: string): string | Promise<string>;
  /** Forgets what is entered for it. Nothing can be signed afterwards. */
  end(): void;
}

/** The key that is here, which signs at once. */
export type UnwrappedSigner = ReturnType<typeof createRestrictedSigner>;

/** @param pkcs8 the unwrapped key; copied into a key object, so the caller can wipe it at once */
export function createRestrictedSigner(deviceId: string, pkcs8: Uint8Array) {
  const key = createPrivateKey({
    format: "der",
    type: "pkcs8",
    key: Buffer.from(pkcs8.buffer, pkcs8.byteOffset, pkcs8.byteLength),
  });
  return {
    deviceId,
    signEncryptedPin(encryptedPin: EncryptedPin): string {
      if (!isOurEncryptedPin(encryptedPin)) throw new Error("not a PIN that was encrypted here");
      return signatureHex(key, Buffer.from(encryptedPin.compact, "ascii"));
    },
    signStringToSign(text: string): string {
      if (typeof text !== "string" || !stringToSign.test(text)) throw new Error("not a string to sign");
      return signatureHex(key, Buffer.from(text, "ascii"));
    },
    end() {}, // a key object cannot be wiped; it goes with its last user
  } satisfies RestrictedSigner;
}
