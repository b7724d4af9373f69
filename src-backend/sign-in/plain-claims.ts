import { z } from "zod";
import { malformedClaims, SignInRefused } from "./refusal.ts";

/** Words with spaces between them (RFC 6749 §3.3), or a list of words, as some providers write it. */
const scope = z.union([
  z.string().transform((words) => words.split(" ")),
  z.array(z.string().regex(/^[\x21\x23-\x5b\x5d-\x7e]+$/)),
]);
/** Claims as providers write them that do not follow RFC 9068 (docs/sign-in.md). */
const plainClaims = z.looseObject({
  azp: z.string().min(1).max(2048).nullish(),
  scope: scope.nullish(),
  scp: scope.nullish(),
});
/** What only ID tokens have (OpenID Connect Core §2, §3.1.3.6, §3.3.2.11): of these providers they have the same `typ`. */
const ofIdTokens = ["nonce", "at_hash", "c_hash", "s_hash"];

/**
 * Gives the claims of a plain JWT RFC 9068's names: `azp` is `client_id`, `scp` is `scope`. Where a token has both of one
 * kind, neither adds to the other: two different apps are refused, and of two scopes only the words count that both have.
 * @throws SignInRefused
 */
export function toRfc9068(said: unknown): unknown {
  const parsed = plainClaims.safeParse(said);
  if (!parsed.success) throw malformedClaims(parsed.error);
  const { azp, scope, scp, ...others } = parsed.data;
  if (ofIdTokens.some((claim) => claim in others)) throw new SignInRefused("id_token");
  if (azp && "client_id" in others && others.client_id !== azp) throw new SignInRefused("wrong_client");
  const words = (scope ?? scp)?.filter((word) => (scp ?? scope)?.includes(word));
  return { ...(azp && { client_id: azp }), ...(words && { scope: words.join(" ") }), ...others };
}
