import type { RowIds } from "./customer-ids.ts";
import { notSignedIn } from "./sign-in-challenges.ts";

/** How and when the customer signed in at the identity provider. */
export interface SignedIn {
  /** The authentication context class (OpenID Connect Core §2, `acr`). */
  readonly acr: string | null;
  /** When the customer last proved who they are (`auth_time`), in seconds since 1970. */
  readonly authTime: number | null;
}

/** The signed-in customer: what the app may know, and what only this backend knows. */
export interface CustomerIdentity {
  /** What the app knows the customer by. */
  readonly customerId: string;
  /** What the database knows the customer by. */
  readonly rowIds: RowIds;
  readonly name: string;
  readonly personId: string;
  /** Null: Solaris says which (cards/list-accounts.ts). */
  readonly accountIds: readonly string[] | null;
  /** Null in the demonstration, where a name is enough. */
  readonly signedIn: SignedIn | null;
}

/** What a request says about its caller. Each list has all the header fields of that name, which should be one at most. */
export interface CallerClaims {
  readonly method: string;
  /** With its query, as received. */
  readonly path: string;
  readonly authorization: readonly string[];
  /** RFC 9449 §4.1. */
  readonly dpop: readonly string[];
}

/** A caller who is known. */
export interface KnownCaller {
  readonly customer: CustomerIdentity;
  /**
   * What is left to do before anything else is, if anything: a proof is used up. It writes, so call it once the request is
   * admitted (limits/admission.ts).
   * @throws ProblemError `ERR_NOT_SIGNED_IN`; DatabaseFailed
   */
  readonly useProof?: () => Promise<void>;
}

/**
 * Identifies the caller. Nothing else here knows what a token is.
 * @throws ProblemError `ERR_NOT_SIGNED_IN` with its challenge, `ERR_NO_CARDHOLDER`, `ERR_SIGN_IN_UNAVAILABLE`
 */
export type Authenticate = (caller: CallerClaims) => Promise<KnownCaller>;

/** For a backend without sign-in: nobody is signed in. */
export const authenticateNobody: Authenticate = async () => {
  throw notSignedIn("Bearer");
};

/** The token of `Authorization: Bearer …` (RFC 6750 §2.1). The scheme is case-insensitive (RFC 9110 §11.1). */
export function readBearerToken(authorization: readonly string[]): string | null {
  if (authorization.length !== 1) return null;
  return /^Bearer +([A-Za-z0-9._~+/-]{1,4096}=*)$/i.exec(authorization[0] ?? "")?.[1] ?? null;
}
