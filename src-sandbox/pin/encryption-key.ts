import { createPrivateKey, createPublicKey, generateKeyPair, type KeyObject, randomUUID } from "node:crypto";
import { promisify } from "node:util";

/**
 * The public key as docs/solaris-api.md §1 shows it, including its signature algorithm, which does not fit an encryption
 * key.
 */
export type PinKeyJwk = {
  readonly kid: string;
  readonly kty: "RSA";
  readonly use: "enc";
  readonly alg: "RS256";
  readonly n: string;
  readonly e: string;
};

export type PinKey = { readonly jwk: PinKeyJwk; readonly privateKey: KeyObject };

const generate = promisify(generateKeyPair);

/** Makes an RSA key of 2048 bits, the size of the published ones. */
export async function createPinKey(): Promise<PinKey> {
  // Through DER, because Node 20 can deadlock when a key is exported as JWK while the job that generated it is
  // garbage-collected.
  const made = await generate("rsa", {
    modulusLength: 2048,
    publicKeyEncoding: { type: "spki", format: "der" },
    privateKeyEncoding: { type: "pkcs8", format: "der" },
  });
  return readPinKey(randomUUID(), made.privateKey);
}

/** Restores a PIN key from DER. @param kid its original name */
export function readPinKey(kid: string, pkcs8: Buffer): PinKey {
  const privateKey = createPrivateKey({ key: pkcs8, format: "der", type: "pkcs8" });
  const { n, e } = createPublicKey(privateKey).export({ format: "jwk" });
  if (n === undefined || e === undefined) throw new Error("an RSA key has no modulus or no exponent");
  return { privateKey, jwk: { kid, kty: "RSA", use: "enc", alg: "RS256", n, e } };
}
