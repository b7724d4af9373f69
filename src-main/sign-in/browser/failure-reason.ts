/**
 * What a provider can answer, as far as the app may come upon it: IANA's registry "OAuth Extensions Errors", with OpenID
 * Connect Core §3.1.2.6.
 */
const providerErrors = [
  ...["invalid_request", "unauthorized_client", "access_denied", "unsupported_response_type", "invalid_scope"],
  ...["server_error", "temporarily_unavailable", "invalid_client", "invalid_grant", "unsupported_grant_type"],
  ...["interaction_required", "login_required", "account_selection_required", "consent_required"],
  ...["invalid_request_object", "request_not_supported", "unmet_authentication_requirements", "invalid_target"],
  ...["invalid_dpop_proof", "use_dpop_nonce", "unsupported_token_type"],
] as const;

/** By the codes of openid-client's errors. */
const unusable = {
  OAUTH_JWT_CLAIM_COMPARISON_FAILED: "claim",
  OAUTH_JWT_TIMESTAMP_CHECK_FAILED: "time",
  OAUTH_KEY_SELECTION_FAILED: "key",
  OAUTH_JSON_ATTRIBUTE_COMPARISON_FAILED: "issuer",
  OAUTH_MISSING_SERVER_METADATA: "metadata",
  OAUTH_INVALID_SERVER_METADATA: "metadata",
  OAUTH_INVALID_RESPONSE: "response",
  OAUTH_PARSE_ERROR: "response",
  OAUTH_RESPONSE_IS_NOT_JSON: "not_json",
  OAUTH_RESPONSE_IS_NOT_CONFORM: "status",
} as const;

/** `other`: the word is in no registry, and so it may be anything. */
export type ProviderError = (typeof providerErrors)[number] | "other";
/** What of an answer was not as it has to be. `page_elsewhere`, `azp` and `auth_time` are the app's own checks. */
export type UnusableAnswer =
  | (typeof unusable)[keyof typeof unusable]
  | "page_elsewhere"
  | "azp"
  | "auth_time"
  | "other";

/** @param said the provider's word, or that of whoever wrote the address @returns what may be logged of it */
export function providerError(said: string): ProviderError {
  return providerErrors.find((error) => error === said) ?? "other";
}

/** @param code of openid-client's error */
export function unusableAnswer(code: unknown): UnusableAnswer {
  return typeof code === "string" && code in unusable ? unusable[code as keyof typeof unusable] : "other";
}
