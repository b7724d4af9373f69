/** What an access token says once it is known to be valid, ours and its sender's. */
export interface VerifiedToken {
  /** The customer's id at the identity provider (`sub`). */
  readonly subject: string;
  /** All its claims, or the introspection's answer. */
  readonly claims: Readonly<Record<string, unknown>>;
  readonly acr: string | null;
  /** In seconds since 1970. */
  readonly authTime: number | null;
  /** In seconds since 1970. */
  readonly expiresAt: number;
}

/** A token whose sender still has to prove that it is theirs, if it is bound to a key. */
export interface ReadToken extends VerifiedToken {
  /** The thumbprint of the key that it is bound to (RFC 9449 §6); null if it is bound to none. */
  readonly boundTo: string | null;
}

/** Reads an access token that the provider has issued. @throws SignInRefused, ScopeMissing, ProviderUnavailable */
export type ReadAccessToken = (token: string) => Promise<ReadToken>;
