import type { ZodError } from "zod";

/** The error that a challenge names: RFC 6750 §3.1, RFC 9449 §7.1. Null says only that a sign-in is needed. */
type ChallengeError = "invalid_request" | "invalid_token" | "invalid_dpop_proof" | null;

/**
 * Why an access token or its proof is refused, with the error that the caller is told. The reason is all that the log says,
 * so it names neither a token nor a claim's value.
 */
export const refusals = {
  no_token: null,
  scheme_not_accepted: null,
  several_authorizations: "invalid_request",
  token_malformed: "invalid_token",
  token_too_long: "invalid_token",
  wrong_type: "invalid_token",
  id_token: "invalid_token",
  wrong_algorithm: "invalid_token",
  critical_extension: "invalid_token",
  unknown_key: "invalid_token",
  ambiguous_key: "invalid_token",
  wrong_signature: "invalid_token",
  claims_malformed: "invalid_token",
  wrong_issuer: "invalid_token",
  wrong_audience: "invalid_token",
  wrong_client: "invalid_token",
  token_expired: "invalid_token",
  token_not_yet_valid: "invalid_token",
  token_inactive: "invalid_token",
  token_bound: "invalid_token",
  token_unbound: "invalid_token",
  binding_unknown: "invalid_token",
  proof_missing: "invalid_dpop_proof",
  several_proofs: "invalid_dpop_proof",
  proof_malformed: "invalid_dpop_proof",
  proof_wrong_type: "invalid_dpop_proof",
  proof_wrong_algorithm: "invalid_dpop_proof",
  proof_critical_extension: "invalid_dpop_proof",
  proof_key_unusable: "invalid_dpop_proof",
  proof_wrong_signature: "invalid_dpop_proof",
  proof_wrong_method: "invalid_dpop_proof",
  proof_wrong_url: "invalid_dpop_proof",
  proof_too_old: "invalid_dpop_proof",
  proof_in_future: "invalid_dpop_proof",
  proof_wrong_token: "invalid_dpop_proof",
  proof_wrong_key: "invalid_token",
  proof_reused: "invalid_dpop_proof",
} as const satisfies Record<string, ChallengeError>;

/** Answered with 401. */
export type RefusalReason = keyof typeof refusals;

/** Thrown by whatever checks a token or a proof; becomes a 401 and a line of the log (token-sign-in.ts). */
export class SignInRefused extends Error {
  override readonly name = "SignInRefused";
  readonly reason: RefusalReason;
  /** The name of the claim that is malformed, never its value. */
  readonly claim: string | undefined;

  constructor(reason: RefusalReason, claim?: string) {
    super(reason);
    this.reason = reason;
    this.claim = claim;
  }
}

/** For claims that do not fit their schema, which alone decides what names there are. */
export function malformedClaims({ issues }: ZodError): SignInRefused {
  const claim = issues[0]?.path[0];
  return new SignInRefused("claims_malformed", claim === undefined ? undefined : String(claim));
}

/** The token is valid but was not given for what this backend does: 403 (RFC 6750 §3.1). */
export class ScopeMissing extends Error {
  override readonly name = "ScopeMissing";
}
