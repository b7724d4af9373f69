import { CompactEncrypt } from "jose";
import type { PinEncryptionKey } from "./pin-key.ts";

/** A PIN encrypted for Solaris: the value of `encrypted_pin`, and the key it was encrypted for. */
export interface EncryptedPin {
  /** JWE compact serialisation (RFC 7516 §3.1). */
  readonly compact: string;
  readonly keyId: string;
}

/** The JWEs made here. The restricted key signs no others (docs/threat-model.md#one-form-per-signer). */
const madeHere = new WeakSet<EncryptedPin>();
export const isOurEncryptedPin = (candidate: EncryptedPin): boolean => madeHere.has(candidate);

/** `{"pin": "` and `"}` around the digits, with the one space of Solaris' published example (docs/solaris-api.md, Q4). */
const before = Uint8Array.of(0x7b, 0x22, 0x70, 0x69, 0x6e, 0x22, 0x3a, 0x20, 0x22);
const after = Uint8Array.of(0x22, 0x7d);

/**
 * Encrypts a PIN with RSA-OAEP-256 and A256CBC-HS512, whatever algorithm the key names (docs/solaris-api.md §1). The
 * plaintext is built as bytes, because `JSON.stringify` would leave copies that nobody can wipe
 * (docs/threat-model.md#plaintext-as-bytes).
 * @param pin ASCII digits; the caller wipes them
 */
export async function encryptPin(pin: Uint8Array, key: PinEncryptionKey): Promise<EncryptedPin> {
  // In memory of its own: a small array begins in V8's heap, and as WebCrypto asks for its buffer, V8 makes one elsewhere
  // and leaves what was in the heap to the garbage collector, unwiped (seen by tests/memory/pin-in-memory.spec.ts).
  const plaintext = new Uint8Array(new ArrayBuffer(before.length + pin.length + after.length));
  try {
    plaintext.set(before);
    plaintext.set(pin, before.length);
    plaintext.set(after, before.length + pin.length);
    const compact = await encrypt(plaintext, key);
    const encryptedPin = Object.freeze({ compact, keyId: key.keyId });
    madeHere.add(encryptedPin);
    return encryptedPin;
  } finally {
    plaintext.fill(0);
  }
}

const encrypt = (plaintext: Uint8Array, { keyId, publicKey }: PinEncryptionKey): Promise<string> =>
  new CompactEncrypt(plaintext)
    .setProtectedHeader({ alg: "RSA-OAEP-256", enc: "A256CBC-HS512", kid: keyId })
    .encrypt(publicKey);

/** Encrypts zeros of a PIN's length, and forgets them: what runs for the first time takes four times as long. */
export async function rehearseEncryption(key: PinEncryptionKey): Promise<void> {
  await encrypt(new Uint8Array(before.length + 4 + after.length), key);
}
