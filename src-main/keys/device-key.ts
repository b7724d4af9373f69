import { createPrivateKey, type KeyObject } from "node:crypto";
import { isCode } from "../../src-contract/rules/code.ts";
import { isLetterCode } from "../../src-contract/rules/letter-code.ts";
import { signatureHex } from "./ecdsa.ts";
import type { KeyPair } from "./enrolment-record.ts";
import { makeP256KeyPair } from "./p256-key-pair.ts";

const COORDINATE_BYTES = 32;

/** Makes the unrestricted P-256 key pair, which needs no passcode. */
export function makeKeyPair(): KeyPair {
  const { publicKey, pkcs8 } = makeP256KeyPair();
  try {
    const bytes = Buffer.from(pkcs8.buffer, pkcs8.byteOffset, pkcs8.byteLength); // the same memory, not a copy
    const key = createPrivateKey({ key: bytes, format: "der", type: "pkcs8" });
    return { private_key: base64url(key.export({ format: "jwk" }).d), public_key: publicKey };
  } finally {
    pkcs8.fill(0);
  }
}

// Each signer accepts exactly one form (docs/threat-model.md#one-form-per-signer): a hostile backend must not get a text of
// its choice, such as its own JWE, signed as something else.

/**
 * Signs the one-time code: its six ASCII digits, as the published sample shows (docs/solaris-api.md TV-1).
 * @returns DER as lower-case hex, like every signature here
 */
export function signOneTimeCode(unrestricted: KeyPair, code: Uint8Array): string {
  if (!isCode(code)) throw new Error("not a one-time code");
  return signatureHex(privateKey(unrestricted), code);
}

/** Signs the code of a letter: its ASCII letters and digits as the letter has them, which is an inference (docs/solaris-api.md Q23). */
export function signLetterCode(unrestricted: KeyPair, code: Uint8Array): string {
  if (!isLetterCode(code)) throw new Error("not the code of a letter");
  return signatureHex(privateKey(unrestricted), code);
}

/** Signs a new key for the device: the hex text of its public key, exactly as it is sent (docs/solaris-api.md §6.5). */
export function signNewKey(unrestricted: KeyPair, publicKeyHex: string): string {
  if (!/^04[0-9a-f]{128}$/.test(publicKeyHex)) throw new Error("not a public key");
  return signatureHex(privateKey(unrestricted), Buffer.from(publicKeyHex, "ascii"));
}

function privateKey({ private_key: d, public_key }: KeyPair): KeyObject {
  const point = Buffer.from(public_key, "hex");
  const x = point.subarray(1, 1 + COORDINATE_BYTES).toString("base64url");
  const y = point.subarray(1 + COORDINATE_BYTES).toString("base64url");
  return createPrivateKey({ format: "jwk", key: { kty: "EC", crv: "P-256", d, x, y } });
}

/** RFC 7518 §6.2.2.1 requires the full length; a shorter value would be another key. */
function base64url(scalar: string | undefined): string {
  if (scalar === undefined) throw new Error("a P-256 key without a private part");
  const bytes = Buffer.from(scalar, "base64url");
  return Buffer.concat([Buffer.alloc(COORDINATE_BYTES - bytes.length), bytes]).toString("base64url");
}
