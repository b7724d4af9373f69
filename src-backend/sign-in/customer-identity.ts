import { createHash } from "node:crypto";

/** The signed-in customer: what the app may know of them, and what only this backend does. */
export interface CustomerIdentity {
  readonly customerId: string;
  readonly name: string;
  readonly personId: string;
  readonly accountIds: readonly string[];
}

/**
 * Reads who asks from the `Authorization` header, or answers null. The one place that real sign-in replaces: nothing
 * else of this backend knows what the token is.
 */
export type Authenticate = (authorization: string | undefined) => Promise<CustomerIdentity | null>;

/** No sign-in is set up: nobody is signed in. */
export const authenticateNobody: Authenticate = async () => null;

/** The token of `Authorization: Bearer …` (RFC 6750 §2.1). The scheme's name has no case (RFC 9110 §11.1). */
export function readBearerToken(authorization: string | undefined): string | null {
  return /^Bearer +([A-Za-z0-9._~+/-]{1,4096}=*)$/i.exec(authorization ?? "")?.[1] ?? null;
}

/** A name for a customer that stays the same and does not show Solaris' person id. */
export function customerIdOf(personId: string): string {
  return createHash("sha256").update(`cardbound/customer-id/v1\0${personId}`).digest("base64url").slice(0, 22);
}
