import { createHash } from "node:crypto";

/** The signed-in customer: what the app may know, and what only this backend knows. */
export interface CustomerIdentity {
  readonly customerId: string;
  readonly name: string;
  readonly personId: string;
  readonly accountIds: readonly string[];
}

/**
 * Identifies the caller by the `Authorization` header, or answers null. Real sign-in replaces only this: nothing else here
 * knows what the token is.
 */
export type Authenticate = (authorization: string | undefined) => Promise<CustomerIdentity | null>;

/** For a backend without sign-in: nobody is signed in. */
export const authenticateNobody: Authenticate = async () => null;

/** The token of `Authorization: Bearer …` (RFC 6750 §2.1). The scheme is case-insensitive (RFC 9110 §11.1). */
export function readBearerToken(authorization: string | undefined): string | null {
  return /^Bearer +([A-Za-z0-9._~+/-]{1,4096}=*)$/i.exec(authorization ?? "")?.[1] ?? null;
}

/** A stable id for a customer that does not reveal Solaris' person id. */
export function customerIdOf(personId: string): string {
  return createHash("sha256").update(`cardbound/customer-id/v1\0${personId}`).digest("base64url").slice(0, 22);
}
