import { generateKeyPairSync, type KeyObject } from "node:crypto";
import { derOfSignature } from "../src-hardware-key/signature-der.ts";

/** The order of P-256 (SEC 2 §2.4.2). */
const ORDER = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;
const numberOf = (base64url = "") => BigInt(`0x${Buffer.from(base64url, "base64url").toString("hex")}`);
const bytesOf = (number: bigint) => Buffer.from(number.toString(16).padStart(64, "0"), "hex");

/** ECDSA over a digest (SEC 1 §4.1.3), which Node has no function for: it hashes what it signs. @returns DER as hex */
export function signDigest(key: KeyObject, digest: Uint8Array): string {
  const once = generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey.export({ format: "jwk" });
  const r = numberOf(once.x) % ORDER;
  const e = BigInt(`0x${Buffer.from(digest).toString("hex")}`);
  const d = numberOf(key.export({ format: "jwk" }).d);
  const s = (inverse(numberOf(once.d)) * ((e + r * d) % ORDER)) % ORDER;
  return derOfSignature(Buffer.concat([bytesOf(r), bytesOf(s)])).toString("hex");
}

/** By Fermat: the order is a prime. */
function inverse(number: bigint): bigint {
  let result = 1n;
  let base = number;
  for (let exponent = ORDER - 2n; exponent > 0n; exponent >>= 1n) {
    if (exponent & 1n) result = (result * base) % ORDER;
    base = (base * base) % ORDER;
  }
  return result;
}
