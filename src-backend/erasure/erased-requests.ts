import { createHash } from "node:crypto";

/** What is left of an erased change: a digest of its id, which the app drew at random. It says nothing of anybody. */
export function erasedRequestHash(requestId: string): string {
  return createHash("sha256").update(`cardbound/erased-request/v1\0${requestId}`).digest("base64url");
}
