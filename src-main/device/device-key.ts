import { createPrivateKey, generateKeyPairSync, type KeyObject } from "node:crypto";
import type { KeyPair } from "./device-record.ts";
import { signatureHex } from "./ecdsa.ts";

const COORDINATE_BYTES = 32;

/** Makes the unrestricted P-256 key pair, which needs no passcode; the public key is the uncompressed point `04‖X‖Y`, coordinates left-padded (SEC 1 §2.3.3). */
export function makeKeyPair(): KeyPair {
  const { d, x, y } = generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey.export({ format: "jwk" });
  return { private_key: base64url(d), public_key: `04${hex(x)}${hex(y)}` };
}

// Each signer takes one form and no other (design): a hostile backend must not be able to have a text of its choice,
// say a JWE of its own, signed as something else.

/**
 * Signs the one-time code: its six ASCII digits, as the published sample shows (solaris-api TV-1).
 * @returns DER as lower-case hex, like every signature here
 */
export function signOneTimeCode(unrestricted: KeyPair, code: Uint8Array): string {
  if (code.length !== 6 || code.some((byte) => byte < 0x30 || byte > 0x39)) throw new Error("not a one-time code");
  return signatureHex(privateKey(unrestricted), code);
}

/** Signs a new key for the device: the hex text of its public key, exactly as it is sent (solaris-api §6.5). */
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

function base64url(coordinate: string | undefined): string {
  return padded(coordinate).toString("base64url");
}

function hex(coordinate: string | undefined): string {
  return padded(coordinate).toString("hex");
}

/** RFC 7518 §6.2.1.2 demands full length; a shorter one would shift the point, so it is made sure of here. */
function padded(coordinate: string | undefined): Buffer {
  if (coordinate === undefined) throw new Error("a P-256 key without a coordinate");
  const bytes = Buffer.from(coordinate, "base64url");
  return Buffer.concat([Buffer.alloc(COORDINATE_BYTES - bytes.length), bytes]);
}
