import { z } from "zod";

/** How cardholders sign in at the partner's identity provider, from the profile (docs/partner-profile.md). */
export interface SignInProfile {
  /** The provider's issuer identifier (OpenID Connect Discovery §4.1). */
  readonly issuer: string;
  readonly clientId: string;
  readonly scopes: readonly string[];
  /** The resource that the access token is for (RFC 8707); null if the provider decides. */
  readonly audience: string | null;
  /** Asked for at each sign-in, the preferred first. */
  readonly acrValues: readonly string[];
  /** How old a sign-in at the provider may be; null if the provider decides. */
  readonly maxAgeSeconds: number | null;
  readonly responseMode: "query" | "form_post";
  /** The `prompt` with which another account is asked for; null: `select_account`, or `login` where that is not offered. */
  readonly otherAccountPrompt: string | null;
  /** The only origin that the app opens in a browser. */
  readonly authorizationOrigin: string;
  /** Whether signing out also ends the provider's session, which opens the browser. */
  readonly signOutAtProvider: boolean;
}

/** Which addresses may be named: https, or, in development builds, http on this computer too. */
export type AllowedAddresses = "https" | "https-or-loopback";

const word = (example: string) =>
  z
    .string(`is not a text; expected one such as "${example}"`)
    .regex(/^[\x21\x23-\x5b\x5d-\x7e]{1,256}$/, `is empty, too long or has spaces; expected one such as "${example}"`);

/** The fields of `sign_in`, with sentences for whoever writes them. The profile and the option of development builds share them. */
export function signInFields(allowed: AllowedAddresses) {
  const isAllowed = (text: string) => {
    const url = URL.canParse(text) ? new URL(text) : null;
    if (url === null || /[\s@]/.test(text)) return false;
    return (
      url.protocol === "https:" || (allowed !== "https" && url.protocol === "http:" && url.hostname === "127.0.0.1")
    );
  };
  const notAnIssuer =
    'is not an https address; expected the provider\'s issuer without anything behind it, for example "https://login.partner.example"';
  const notAnOrigin = 'is not an https origin; expected for example "https://login.partner.example"';
  const notAResource = 'is not an address; expected one such as "https://cards.partner.example"';
  return {
    issuer: z.string(notAnIssuer).refine((text) => isAllowed(text) && !/[?#]/.test(text), notAnIssuer),
    client_id: word("cardbound-desktop"),
    scopes: z
      .array(word("openid"), 'is not a list; expected for example ["openid"]')
      .refine((scopes) => scopes.includes("openid"), 'is without "openid"; expected for example ["openid"]')
      .default(["openid"]),
    audience: z
      .string(notAResource)
      .refine((text) => URL.canParse(text) && !/[\s#]/.test(text), notAResource)
      .exactOptional(),
    acr_values: z
      .array(word("urn:partner:two-factors"), 'is not a list; expected for example ["urn:partner:two-factors"]')
      .default([]),
    max_age_seconds: z
      .int("is not a whole number; expected seconds, for example 300")
      .min(60, "is shorter than signing in takes; expected 60 to 86400 seconds, for example 300")
      .max(86_400, "is more than a day; expected 60 to 86400 seconds, for example 300")
      .exactOptional(),
    response_mode: z.enum(["query", "form_post"], 'is not known; expected "query" or "form_post"').default("query"),
    other_account_prompt: z
      .enum(
        ["select_account", "login", "select_account login"],
        'is not known; expected "select_account", "login" or "select_account login"',
      )
      .exactOptional(),
    authorization_origin: z
      .string(notAnOrigin)
      .refine((text) => isAllowed(text) && new URL(text).origin === text, notAnOrigin)
      .exactOptional(),
    sign_out_at_provider: z
      .boolean("is neither true nor false; expected one of them, without quotation marks")
      .default(false),
  };
}

type Written = z.output<z.ZodObject<ReturnType<typeof signInFields>>>;

/** The checked fields as the program uses them. */
export function toSignInProfile(written: Written): SignInProfile {
  return {
    issuer: written.issuer,
    clientId: written.client_id,
    scopes: written.scopes,
    audience: written.audience ?? null,
    acrValues: written.acr_values,
    maxAgeSeconds: written.max_age_seconds ?? null,
    responseMode: written.response_mode,
    otherAccountPrompt: written.other_account_prompt ?? null,
    authorizationOrigin: written.authorization_origin ?? new URL(written.issuer).origin,
    signOutAtProvider: written.sign_out_at_provider,
  };
}

/**
 * Reads what `--sign-in=` gives a development build.
 * @throws Error a sentence for the developer
 */
export function readSignInOption(text: string): SignInProfile {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new Error(
      '--sign-in takes JSON, such as {"issuer":"http://127.0.0.1:4300","client_id":"cardbound-desktop"}.',
    );
  }
  const parsed = z.strictObject(signInFields("https-or-loopback")).safeParse(json);
  if (parsed.success) return toSignInProfile(parsed.data);
  const [issue] = parsed.error.issues;
  throw new Error(`--sign-in: ${issue?.path.join(".") || "it"} ${issue?.message ?? "is not readable"}.`);
}
