import type { FindKey } from "./key-set.ts";
import { JwsRefused, readJws } from "./read-jws.ts";
import { SignInRefused } from "./refusal.ts";
import type { SignInConfig } from "./sign-in-config.ts";
import { type ClaimsConfig, checkClaims } from "./token-claims.ts";
import type { ReadAccessToken } from "./verified-token.ts";

/**
 * ES256 and PS256 are what RFC 9700 and FAPI 2.0 ask for; RS256 is what RFC 9068 §2.1 obliges every resource server to take,
 * and the one that some providers sign with. Asymmetric all of them, and never "none".
 */
const ALGORITHMS = ["ES256", "PS256", "RS256"] as const;

/** The `typ` of each form of JWTs. */
const TYPES = { rfc9068: ["at+jwt"], plain: ["at+jwt", "jwt"] } as const;

type JwtConfig = ClaimsConfig & Pick<SignInConfig, "jwt">;

/** Reads access tokens that are signed JWTs (RFC 9068 §4). @param now in milliseconds */
export function createJwtReader(config: JwtConfig, findKey: FindKey, now: () => number): ReadAccessToken {
  return async (token) => {
    const { payload } = await readJws(token, TYPES[config.jwt], ALGORITHMS, findKey).catch((error: unknown) => {
      if (!(error instanceof JwsRefused)) throw error;
      throw new SignInRefused(error.fault === "malformed" ? "token_malformed" : error.fault);
    });
    return checkClaims(config.jwt, payload, config, now() / 1000);
  };
}
