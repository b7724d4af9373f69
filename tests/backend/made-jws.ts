// Signs JWTs and DPoP proofs with node:crypto alone, so that what the backend takes is not its own library's idea of one.
import { constants, createHash, createHmac, type JsonWebKey, type KeyObject, randomUUID, sign } from "node:crypto";
import { makeKeyObjects } from "../unit/by-hand.ts";

export type Algorithm = "ES256" | "PS256" | "RS256";
export type MadeKey = { alg: Algorithm; privateKey: KeyObject; publicJwk: JsonWebKey };
export type Json = Record<string, unknown>;

export function makeKey(alg: Algorithm, bits = 2048): MadeKey {
  const { privateKey, publicKey } =
    alg === "ES256" ? makeKeyObjects("ec", { namedCurve: "P-256" }) : makeKeyObjects("rsa", { modulusLength: bits });
  return { alg, privateKey, publicJwk: publicKey.export({ format: "jwk" }) };
}

export const base64url = (data: string | Buffer | object) =>
  Buffer.from(typeof data === "string" || Buffer.isBuffer(data) ? data : JSON.stringify(data)).toString("base64url");
export const sha256 = (text: string) => createHash("sha256").update(text).digest("base64url");

/** RFC 7515 §5.1, RFC 7518 §3.3 to §3.5. */
export function signJws(header: Json, payload: Json | string, { alg, privateKey }: MadeKey): string {
  const input = `${base64url(header)}.${base64url(payload)}`;
  const padding = {
    ES256: { dsaEncoding: "ieee-p1363" as const },
    PS256: { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 32 },
    RS256: { padding: constants.RSA_PKCS1_PADDING },
  }[alg];
  return `${input}.${sign("sha256", Buffer.from(input), { key: privateKey, ...padding }).toString("base64url")}`;
}

/** RFC 7518 §3.2, which the backend must not take. */
export function macJws(header: Json, payload: Json, secret: string | Buffer): string {
  const input = `${base64url(header)}.${base64url(payload)}`;
  return `${input}.${createHmac("sha256", secret).update(input).digest("base64url")}`;
}

/** RFC 7638 §3. */
export function thumbprintOf({ kty, crv, x, y, n, e }: JsonWebKey): string {
  return sha256(JSON.stringify(kty === "EC" ? { crv, kty, x, y } : { e, kty, n }));
}

/** A right DPoP proof (RFC 9449 §4.2) but for what is said otherwise; a member that is undefined is left out. */
export function makeProof(
  key: MadeKey,
  about: { method: string; url: string; token: string; at: number },
  { header = {}, claims = {} }: { header?: Json; claims?: Json } = {},
): string {
  const { kty, crv, x, y, n, e } = key.publicJwk;
  const jwk = kty === "EC" ? { kty, crv, x, y } : { kty, n, e };
  const { method: htm, url: htu, token, at: iat } = about;
  return signJws(
    { typ: "dpop+jwt", alg: key.alg, jwk, ...header },
    { jti: randomUUID(), htm, htu, iat, ath: sha256(token), ...claims },
    key,
  );
}
