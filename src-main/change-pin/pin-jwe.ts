import { CompactEncrypt } from "jose";
import type { PinEncryptionKey } from "./pin-key.ts";

/** A PIN encrypted for Solaris: what goes into `encrypted_pin`, and the key it was encrypted for. */
export interface EncryptedPin {
  /** JWE compact serialisation (RFC 7516 §3.1). */
  readonly compact: string;
  readonly keyId: string;
}

/** Those that were made here; the restricted key signs no others. */
const madeHere = new WeakSet<EncryptedPin>();
export const isOurEncryptedPin = (candidate: EncryptedPin): boolean => madeHere.has(candidate);

/** `{"pin": "` and `"}` around the digits, with the one space that Solaris publishes (solaris-api §5, Q4). */
const before = Uint8Array.of(0x7b, 0x22, 0x70, 0x69, 0x6e, 0x22, 0x3a, 0x20, 0x22);
const after = Uint8Array.of(0x22, 0x7d);

/**
 * Encrypts a PIN: RSA-OAEP-256 and A256CBC-HS512 whatever the key says of itself (`alg: RS256`, solaris-api §1).
 * The plaintext is put together as bytes: `JSON.stringify` would leave copies that nobody can wipe (row 45).
 * @param pin ASCII digits; stays the caller's to wipe
 */
export async function encryptPin(pin: Uint8Array, key: PinEncryptionKey): Promise<EncryptedPin> {
  const plaintext = new Uint8Array(before.length + pin.length + after.length);
  try {
    plaintext.set(before);
    plaintext.set(pin, before.length);
    plaintext.set(after, before.length + pin.length);
    const compact = await new CompactEncrypt(plaintext)
      .setProtectedHeader({ alg: "RSA-OAEP-256", enc: "A256CBC-HS512", kid: key.keyId })
      .encrypt(key.publicKey);
    const encryptedPin = Object.freeze({ compact, keyId: key.keyId });
    madeHere.add(encryptedPin);
    return encryptedPin;
  } finally {
    plaintext.fill(0);
  }
}
