import { createPrivateKey, createPublicKey, generateKeyPair, type KeyObject, randomUUID } from "node:crypto";
import { promisify } from "node:util";

/**
 * The public key as docs/solaris-api.md §1 shows it, with the signature algorithm that does not fit an encryption key.
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
  // By way of DER: Node 20 can lock up when a key is exported as JWK while the job that generated it is collected.
  const made = await generate("rsa", {
    modulusLength: 2048,
    publicKeyEncoding: { type: "spki", format: "der" },
    privateKeyEncoding: { type: "pkcs8", format: "der" },
  });
  return readPinKey(randomUUID(), made.privateKey);
}

/** The PIN key that was kept as DER. @param kid the name that it was given */
export function readPinKey(kid: string, pkcs8: Buffer): PinKey {
  const privateKey = createPrivateKey({ key: pkcs8, format: "der", type: "pkcs8" });
  const { n, e } = createPublicKey(privateKey).export({ format: "jwk" });
  if (n === undefined || e === undefined) throw new Error("an RSA key has no modulus or no exponent");
  return { privateKey, jwk: { kid, kty: "RSA", use: "enc", alg: "RS256", n, e } };
}
