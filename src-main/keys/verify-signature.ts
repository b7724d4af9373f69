import { createPublicKey, verify } from "node:crypto";

/**
 * Whether the key of this point has signed the message: what a token says that it has signed is not believed.
 * @param point `04‖X‖Y` as hex
 * @param signature DER as hex
 */
export function isSignatureOf(point: string, message: Uint8Array, signature: string): boolean {
  const bytes = Buffer.from(point, "hex");
  const [x, y] = [bytes.toString("base64url", 1, 33), bytes.toString("base64url", 33)];
  try {
    const key = createPublicKey({ format: "jwk", key: { kty: "EC", crv: "P-256", x, y } });
    return verify("sha256", message, { key, dsaEncoding: "der" }, Buffer.from(signature, "hex"));
  } catch {
    return false; // the point is on no curve
  }
}
