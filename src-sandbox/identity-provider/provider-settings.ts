/** Somebody who can sign in. */
export interface ProviderPerson {
  readonly name: string;
  /** Solaris' id of the person; the token's claim `person_id`. */
  readonly personId: string;
  readonly password: string;
}

/** How the bank has set its provider up. */
export interface ProviderSettings {
  readonly people: readonly ProviderPerson[];
  /** The partner backend as a resource (RFC 8707): the `aud` of the access tokens. */
  readonly audience: string;
  readonly clientId: string;
  /** `required`: tokens without a key are not issued. `with-nonce`: proofs need the provider's nonce too (RFC 9449 §8). */
  readonly dpop: "off" | "offered" | "required" | "with-nonce";
  readonly par: "off" | "offered" | "required";
  /** Null: access tokens are JWTs. Else they are opaque, and this client may ask what they stand for (RFC 7662). */
  readonly introspection: { readonly id: string; readonly secret: string } | null;
  /** How long an access token counts. */
  readonly tokenSeconds: number;
  /** Whether the sign-in page names the people and their passwords, as a demonstration has to. */
  readonly showsPasswords: boolean;
}

/** What a test can have it do wrong, while it runs. */
export interface ProviderFaults {
  /** Every connection ends without an answer. */
  isAway: boolean;
  /** Replaces what the browser brings back. */
  readonly callback: { iss?: string; state?: string };
  /** It says that people have signed in at this level, whatever they did. */
  acr: string | null;
}

export const usualSettings = {
  clientId: "cardbound-desktop",
  dpop: "offered",
  par: "offered",
  introspection: null,
  tokenSeconds: 600,
  showsPasswords: false,
} as const satisfies Partial<ProviderSettings>;
