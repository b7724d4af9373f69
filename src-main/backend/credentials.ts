/** What proves to the backend who is calling. Whoever holds it can call as the customer, but cannot read the token. */
export interface Credentials {
  /**
   * The headers for one call. Asked for right before it goes out: a DPoP proof is for one request, and young
   * (RFC 9449 §11.1).
   * @param url with its query
   */
  headersFor(method: string, url: string): Promise<Readonly<Record<string, string>>>;
  /** Whether they count for so short a while that a step begun now may come too late. Absent: nobody knows. */
  readonly endsSoon?: () => boolean;
  /** Whether somebody signed in at the identity provider for them; otherwise it still knew who it was, and asked nobody. */
  readonly isNewSignIn?: boolean;
  /** Has the identity provider forget them, in the background, as far as it can be reached. Never throws. */
  readonly discard?: () => void;
  /** The same for a cardholder who signs out: it may also end their session at the provider. */
  readonly signOut?: () => void;
}

/** Credentials of whoever shows the token (RFC 6750 §2.1). */
export function bearerCredentials(token: string): Credentials {
  return { headersFor: async () => ({ authorization: `Bearer ${token}` }) };
}
