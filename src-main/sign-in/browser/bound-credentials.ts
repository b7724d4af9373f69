import { createHash, randomUUID } from "node:crypto";
import { type CryptoKey, exportJWK, type JWK, SignJWT } from "jose";
import type { Credentials } from "../../backend/credentials.ts";

/** A key pair that cannot be exported (`openid-client` makes it). */
export interface ProofKeys {
  readonly privateKey: CryptoKey;
  readonly publicKey: CryptoKey;
}

/**
 * Credentials with a token that is bound to a key (RFC 9449): each call gets a proof of its own.
 * @param now milliseconds since the epoch by the backend's clock, which judges how old a proof is
 */
export async function boundCredentials(token: string, keys: ProofKeys, now: () => number): Promise<Credentials> {
  const { crv, x, y } = await exportJWK(keys.publicKey);
  const jwk = { kty: "EC", crv, x, y } as JWK; // what a proof may carry of a key (RFC 9449 §4.2)
  const header = { typ: "dpop+jwt", alg: "ES256", jwk };
  const ath = createHash("sha256").update(token).digest("base64url");
  return {
    async headersFor(method, url) {
      const { origin, pathname } = new URL(url);
      const claims = { jti: randomUUID(), htm: method, htu: origin + pathname, ath, iat: Math.floor(now() / 1000) };
      const proof = await new SignJWT(claims).setProtectedHeader(header).sign(keys.privateKey);
      return { authorization: `DPoP ${token}`, dpop: proof };
    },
  };
}
