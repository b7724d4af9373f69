/** What may sign a DPoP proof (RFC 9449 §4.2): asymmetric, and made by every client library that knows DPoP. */
export const PROOF_ALGORITHMS = ["ES256", "PS256"] as const;
