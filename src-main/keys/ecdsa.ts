import { type KeyObject, sign } from "node:crypto";

/** ECDSA, P-256, SHA-256, DER, as lower-case hex (docs/solaris-api.md §5). The signers decide what may be signed. */
export function signatureHex(privateKey: KeyObject, message: Uint8Array): string {
  return sign("sha256", message, { key: privateKey, dsaEncoding: "der" }).toString("hex");
}
