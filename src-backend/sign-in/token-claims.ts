import { z } from "zod";
import { CLOCK_TOLERANCE } from "./clock-tolerance.ts";
import { toRfc9068 } from "./plain-claims.ts";
import { malformedClaims, type RefusalReason, ScopeMissing, SignInRefused } from "./refusal.ts";
import type { SignInConfig } from "./sign-in-config.ts";
import type { ReadToken } from "./verified-token.ts";

const text = z.string().min(1).max(2048);
// Null is what some providers write for a claim that there is none of.
const claimsOfBoth = z.looseObject({
  sub: text,
  aud: z.union([text, z.array(text)]),
  client_id: text,
  exp: z.number(),
  nbf: z.number().nullish(),
  scope: z.string().nullish(),
  acr: text.nullish(),
  auth_time: z.number().nullish(),
  cnf: z.looseObject({}).nullish(),
});
const claims = {
  /** RFC 9068 §2.2. */
  rfc9068: claimsOfBoth.extend({ iss: text, iat: z.number(), jti: text }),
  /** Under RFC 9068's names, and without `jti`. */
  plain: claimsOfBoth.extend({ iss: text, iat: z.number() }),
  /** RFC 7662 §2.2, where all is optional: what decides here is not. */
  introspection: claimsOfBoth.extend({ iss: text.nullish(), token_type: z.string().nullish() }),
};

/** How providers name what is no access token, in the claims `typ` and `token_use` or in an introspection's `token_type`. */
const otherUses = ["id", "id_token", "refresh", "refresh_token", "offline", "logout"];
const saysItsUse = ["typ", "token_use", "token_type"];

/** RFC 7638 §3, with SHA-256 in base64url. */
const thumbprint = z.string().regex(/^[A-Za-z0-9_-]{43}$/);

/** What a token has to say. */
export type ClaimsConfig = Pick<SignInConfig, "issuer" | "audience" | "clientIds" | "scope">;

/**
 * Checks what a genuine token says: for us, from our provider, for one of our apps, now, with the scope (RFC 9068 §4).
 * @param nowSeconds since 1970
 * @throws SignInRefused, ScopeMissing
 */
export function checkClaims(
  kind: keyof typeof claims,
  said: unknown,
  config: ClaimsConfig,
  nowSeconds: number,
): ReadToken {
  const parsed = claims[kind].safeParse(kind === "plain" ? toRfc9068(said) : said);
  if (!parsed.success) throw malformedClaims(parsed.error);
  const { iss, sub, aud, client_id, exp, nbf, scope, acr = null, auth_time = null } = parsed.data;
  const audiences = typeof aud === "string" ? [aud] : aud;
  const checks: [RefusalReason, boolean][] = [
    // Absent only from an introspection, whose answer the issuer itself gave.
    ["wrong_issuer", (iss ?? config.issuer) === config.issuer],
    ["wrong_type", kind === "rfc9068" || !saysOtherUse(parsed.data)],
    ["wrong_audience", audiences.includes(config.audience)],
    // An ID token names its app there (OpenID Connect Core §2), and may name this backend beside it.
    ["id_token", kind !== "plain" || !audiences.some((one) => config.clientIds.includes(one))],
    ["wrong_client", config.clientIds.includes(client_id)],
    ["token_expired", exp > nowSeconds - CLOCK_TOLERANCE],
    ["token_not_yet_valid", (nbf ?? 0) <= nowSeconds + CLOCK_TOLERANCE],
  ];
  for (const [reason, holds] of checks) if (!holds) throw new SignInRefused(reason);
  const given = scope?.split(" ") ?? [];
  if (!config.scope.every((word) => given.includes(word))) throw new ScopeMissing();
  const boundTo = readBinding(parsed.data);
  return { subject: sub, claims: parsed.data, acr, authTime: auth_time, expiresAt: exp, boundTo };
}

/** Providers introspect refresh tokens too (RFC 7662 §2.1), and some ID tokens; a plain JWT may be any of them. */
function saysOtherUse(said: Readonly<Record<string, unknown>>): boolean {
  return saysItsUse.some((name) => otherUses.includes(String(said[name]).toLowerCase()));
}

/** RFC 9449 §6.1, §6.2. A token that is bound in a way that we cannot check (RFC 8705, for one) is not taken as unbound. */
function readBinding({
  cnf,
  token_type,
}: {
  cnf?: { jkt?: unknown } | null | undefined;
  token_type?: unknown;
}): string | null {
  const isDPoP = typeof token_type === "string" && token_type.toLowerCase() === "dpop";
  if (!cnf && !isDPoP) return null;
  const parsed = thumbprint.safeParse(cnf?.jkt);
  if (!parsed.success) throw new SignInRefused("binding_unknown");
  return parsed.data;
}
