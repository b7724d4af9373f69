import { generateKeyPairSync } from "node:crypto";

/** An uncompressed point `04‖X‖Y` of P-256 (SEC 1 §2.3.3), which ends a SubjectPublicKeyInfo (RFC 5480 §2.2). */
const POINT_BYTES = 65;

/**
 * Makes a P-256 key pair, in DER from the start for two reasons. As JWK or PEM the private key would be a string, which
 * nobody can wipe. And Node 20 sometimes deadlocks when it exports a key as JWK while the job that generated it is
 * garbage-collected (KeyGenJob's destructor waits for the lock that the export holds; seen in a native stack).
 * @returns the public key as hex, and the private one as PKCS#8, the caller's to wipe
 */
export function makeP256KeyPair(): { readonly publicKey: string; readonly pkcs8: Uint8Array } {
  const { publicKey, privateKey } = generateKeyPairSync("ec", {
    namedCurve: "P-256",
    publicKeyEncoding: { type: "spki", format: "der" },
    privateKeyEncoding: { type: "pkcs8", format: "der" },
  });
  return { publicKey: publicKey.subarray(-POINT_BYTES).toString("hex"), pkcs8: privateKey };
}
