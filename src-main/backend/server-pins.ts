import { createHash, X509Certificate } from "node:crypto";

/** A pin as a profile writes it: the hash of a public key (RFC 7469 §2.4). */
export const pinForm = /^sha256\/[A-Za-z0-9+/]{43}=$/;

/** The pin of a certificate's public key, as its SubjectPublicKeyInfo has it. @param pem the certificate */
export function pinOf(pem: string): string {
  const spki = new X509Certificate(pem).publicKey.export({ type: "spki", format: "der" });
  return `sha256/${createHash("sha256").update(spki).digest("base64")}`;
}

/**
 * Whether a chain, which the system has found good, has one of the pinned keys: the server's own, or an authority's. A
 * certificate that cannot be read has none.
 * @param chain PEM, the server's first
 */
export function hasPinnedKey(chain: readonly string[], pins: readonly string[]): boolean {
  return chain.some((pem) => {
    try {
      return pins.includes(pinOf(pem));
    } catch {
      return false;
    }
  });
}
