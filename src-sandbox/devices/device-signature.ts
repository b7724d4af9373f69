import { createPublicKey, type KeyObject, verify } from "node:crypto";
import type { Clock } from "../clock.ts";
import { type ErrorShape, Refused } from "../http/solaris-errors.ts";
import type { Device, KeyPurpose } from "./bound-device.ts";

/**
 * Reads a public key in the form of docs/solaris-api.md §6.1: 65 bytes in hex, the uncompressed point `04 || X || Y`, on
 * P-256. Undefined for anything else.
 */
export function readPoint(hex: string): KeyObject | undefined {
  if (!/^04[0-9a-f]{128}$/i.test(hex)) return undefined;
  const x = Buffer.from(hex.slice(2, 66), "hex").toString("base64url");
  const y = Buffer.from(hex.slice(66), "hex").toString("base64url");
  try {
    return createPublicKey({ format: "jwk", key: { kty: "EC", crv: "P-256", x, y } });
  } catch {
    // Node refuses a point that is not on the curve; the caller answers the sender.
    return undefined;
  }
}

/**
 * Verifies ECDSA P-256 over one SHA-256 of the message's bytes, DER in hex (docs/solaris-api.md §5). Either case of hex
 * and a high S are accepted; the raw `r || s` is not DER and is refused.
 */
export function verifySignature(point: string, message: string, signature: string): boolean {
  const key = readPoint(point);
  if (key === undefined || !/^(?:[0-9a-f]{2})+$/i.test(signature)) return false;
  return verify("sha256", Buffer.from(message, "utf8"), { key, dsaEncoding: "der" }, Buffer.from(signature, "hex"));
}

/** Whether one of the device's keys of this purpose made the signature. Marks the key as used. */
export function hasSigned(
  device: Device,
  purpose: KeyPurpose | "any",
  message: string,
  signature: string,
  clock: Clock,
): boolean {
  const key = device.keys
    .filter((candidate) => purpose === "any" || candidate.purpose === purpose)
    .find((candidate) => verifySignature(candidate.point, message, signature));
  if (key === undefined) return false;
  key.usedAt = clock.now();
  return true;
}

/** Refuses a signature that is empty or too long (docs/solaris-api.md §§2 and 6.2). */
export function checkSignatureLength(signature: string, shape: ErrorShape): void {
  if (signature.length >= 1 && signature.length <= 2048) return;
  const message = `length (${signature.length}) out of bounds (min: 1, max: 2048)`;
  const source = { field: "signature", message };
  throw new Refused({ status: 400, shape, code: "validation_error", detail: message, source });
}
