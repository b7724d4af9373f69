import { createPrivateKey, generateKeyPairSync } from "node:crypto";
import { type EncryptedPin, isOurEncryptedPin } from "../card-pin/pin-jwe.ts";
import { signatureHex } from "./ecdsa.ts";

/** An uncompressed point of P-256, which a SubjectPublicKeyInfo ends with (RFC 5480 §2.2). */
const POINT_BYTES = 65;

/** The restricted key, unlocked. Each method takes one form and no other; the key itself does not come out. */
export interface RestrictedSigner {
  readonly deviceId: string;
  /** Signs a PIN that this process has encrypted: the compact serialisation as ASCII (solaris-api §2, ambiguity 5). */
  signEncryptedPin(encryptedPin: EncryptedPin): string;
  /** Signs what a change request asks for (solaris-api §3a): letters, digits and hyphens only, so never a JWE. */
  signStringToSign(text: string): string;
}

/**
 * Makes the restricted key. In DER from the start: as JWK or PEM it would be text, which nobody can wipe.
 * @returns the public key as hex, and the private one as PKCS#8: the caller's to wrap, and to wipe
 */
export function makeRestrictedKey(): { readonly publicKey: string; readonly pkcs8: Uint8Array } {
  const { publicKey, privateKey } = generateKeyPairSync("ec", {
    namedCurve: "P-256",
    publicKeyEncoding: { type: "spki", format: "der" },
    privateKeyEncoding: { type: "pkcs8", format: "der" },
  });
  return { publicKey: publicKey.subarray(-POINT_BYTES).toString("hex"), pkcs8: privateKey };
}

/** @param pkcs8 the unwrapped key; copied out of reach, so that the caller can wipe it at once */
export function createRestrictedSigner(deviceId: string, pkcs8: Uint8Array): RestrictedSigner {
  const key = createPrivateKey({
    format: "der",
    type: "pkcs8",
    key: Buffer.from(pkcs8.buffer, pkcs8.byteOffset, pkcs8.byteLength),
  });
  return {
    deviceId,
    signEncryptedPin(encryptedPin) {
      if (!isOurEncryptedPin(encryptedPin)) throw new Error("not a PIN that was encrypted here");
      return signatureHex(key, Buffer.from(encryptedPin.compact, "ascii"));
    },
    signStringToSign(text) {
      if (typeof text !== "string" || !/^[A-Za-z0-9-]{1,64}$/.test(text)) throw new Error("not a string to sign");
      return signatureHex(key, Buffer.from(text, "ascii"));
    },
  };
}
