// What Solaris does on its side, written with node:crypto alone: nothing of the app and nothing of jose checks itself.
import {
  constants,
  createDecipheriv,
  createHmac,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  privateDecrypt,
  timingSafeEqual,
  verify,
} from "node:crypto";

export interface RsaKey {
  readonly jwk: Readonly<Record<"kid" | "kty" | "use" | "alg" | "n" | "e", string>>;
  readonly privateKey: KeyObject;
}

/**
 * A pair of keys, by way of DER: Node 20 can lock up when a key is exported as JWK while the job that generated it is
 * collected.
 */
export function makeKeyObjects(type: "rsa" | "ec", options: object) {
  const made = generateKeyPairSync(type as "rsa", {
    ...(options as { modulusLength: number }),
    publicKeyEncoding: { type: "spki", format: "der" },
    privateKeyEncoding: { type: "pkcs8", format: "der" },
  });
  return {
    publicKey: createPublicKey({ key: made.publicKey, format: "der", type: "spki" }),
    privateKey: createPrivateKey({ key: made.privateKey, format: "der", type: "pkcs8" }),
  };
}

/** A key as Solaris publishes it, with `alg: RS256`, and its private half. */
export function makeRsaKey(kid: string, modulusLength = 2048, publicExponent = 65_537): RsaKey {
  const { publicKey, privateKey } = makeKeyObjects("rsa", { modulusLength, publicExponent });
  const { n = "", e = "" } = publicKey.export({ format: "jwk" });
  return { jwk: { kid, kty: "RSA", use: "enc", alg: "RS256", n, e }, privateKey };
}

/** The parts of a compact serialisation (RFC 7516 §7.1). */
export function partsOf(compact: string): readonly Buffer[] {
  return compact.split(".").map((part) => Buffer.from(part, "base64url"));
}

/** Opens a JWE: RSA-OAEP with SHA-256 (RFC 7518 §4.3), A256CBC-HS512 (§5.2.5). @throws when the tag does not fit */
export function openByHand(compact: string, privateKey: KeyObject): Buffer {
  const [header = "", ...rest] = compact.split(".");
  const [wrapped, iv, ciphertext, tag] = rest.map((part) => Buffer.from(part, "base64url"));
  if (!wrapped || !iv || !ciphertext || !tag || rest.length !== 4) throw new Error("not five parts");
  const padding = constants.RSA_PKCS1_OAEP_PADDING;
  const contentKey = privateDecrypt({ key: privateKey, padding, oaepHash: "sha256" }, wrapped);
  if (contentKey.length !== 64) throw new Error("not a key for A256CBC-HS512");
  const length = Buffer.alloc(8);
  length.writeBigUInt64BE(BigInt(header.length * 8));
  const mac = createHmac("sha512", contentKey.subarray(0, 32));
  const expected = mac.update(Buffer.concat([Buffer.from(header, "ascii"), iv, ciphertext, length])).digest();
  if (!timingSafeEqual(expected.subarray(0, 32), tag)) throw new Error("the tag does not fit");
  const decipher = createDecipheriv("aes-256-cbc", contentKey.subarray(32), iv);
  return Buffer.concat([decipher.update(ciphertext), decipher.final()]);
}

/** Whether a signature, DER as hex, fits a text and an uncompressed P-256 point. */
export function verifyByHand(publicKeyHex: string, text: string, signatureHex: string): boolean {
  const point = Buffer.from(publicKeyHex, "hex");
  const key = createPublicKey({
    format: "jwk",
    key: {
      kty: "EC",
      crv: "P-256",
      x: point.subarray(1, 33).toString("base64url"),
      y: point.subarray(33).toString("base64url"),
    },
  });
  return verify("sha256", Buffer.from(text, "ascii"), { key, dsaEncoding: "der" }, Buffer.from(signatureHex, "hex"));
}

export const ascii = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, "ascii"));
