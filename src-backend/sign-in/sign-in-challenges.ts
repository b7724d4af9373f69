import { ProblemError } from "../http/problem-error.ts";
import { PROOF_ALGORITHMS } from "./proof-algorithms.ts";
import type { SignInConfig } from "./sign-in-config.ts";

/** How a token is sent: RFC 6750 §2.1, RFC 9449 §7.1. */
export type Scheme = "Bearer" | "DPoP";

/** The schemes that this configuration takes, the better one first. */
export function acceptedSchemes({ dpop }: Pick<SignInConfig, "dpop">): readonly Scheme[] {
  if (dpop.use === "off") return ["Bearer"];
  return dpop.use === "required" ? ["DPoP"] : ["DPoP", "Bearer"];
}

/** Nobody is signed in: a 401 that names how to (RFC 9110 §11.6.1). */
export function notSignedIn(challenge: string): ProblemError {
  return new ProblemError("ERR_NOT_SIGNED_IN", { challenge });
}

/** The scheme that an `Authorization` header names, whatever follows; null for another one or none. */
export function schemeOf(authorization: string | undefined): Scheme | null {
  const name = /^(bearer|dpop)(?= |$)/i.exec(authorization ?? "")?.[1]?.toLowerCase();
  if (name === undefined) return null;
  return name === "dpop" ? "DPoP" : "Bearer";
}

/**
 * The `WWW-Authenticate` with a challenge for each scheme that is accepted, the caller's own first, which also gets the
 * parameters, such as the error (RFC 9449 §7.1).
 * @param parameters whose values hold neither `"` nor `\`
 */
export function challengeFor(
  accepted: readonly Scheme[],
  used: Scheme | null,
  parameters: Readonly<Record<string, string>> = {},
): string {
  const own = accepted.filter((scheme) => scheme === used);
  const others = accepted.filter((scheme) => scheme !== used);
  return [...own, ...others]
    .map((scheme, index) => {
      const algorithms = scheme === "DPoP" ? { algs: PROOF_ALGORITHMS.join(" ") } : {};
      const all = Object.entries({ ...(index === 0 && parameters), ...algorithms });
      return [scheme, all.map(([name, value]) => `${name}="${value}"`).join(", ")].join(" ").trim();
    })
    .join(", ");
}
