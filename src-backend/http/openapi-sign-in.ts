import { discoveryUrl } from "../sign-in/provider-metadata.ts";
import type { SignInConfig } from "../sign-in/sign-in-config.ts";

/** What is needed of an OpenAPI document here. */
interface Described {
  readonly paths?: Record<string, Record<string, { security?: object; responses?: Record<string, object> }>>;
}

const bearerOfDemonstration = { customer: { type: "http", scheme: "bearer" } } as const;
/** RFC 9449 has no type of its own there: its scheme is one of HTTP (OpenAPI 3.1 §4.8.27, RFC 9110 §16.4.1). */
const boundToKey = {
  type: "http",
  scheme: "DPoP",
  description: "The same token, bound to a key, with a proof in `DPoP`.",
} as const;

/** RFC 9110 §11.6.1. Fastify's transformer for zod leaves headers out. */
const challenge = {
  "WWW-Authenticate": {
    schema: { type: "string" },
    description:
      "How to sign in (`DPoP`, `Bearer`), and in `error` what was wrong with the token or its proof. Where a step needs another sign-in, `acr_values` and `max_age` say which (RFC 9470).",
  },
};

/** The schemes by which callers sign in. @param signIn absent: bearer tokens of the demonstration */
export function securitySchemes(signIn: SignInConfig | undefined) {
  if (signIn === undefined) return bearerOfDemonstration;
  const { issuer, audience, dpop } = signIn;
  const openIdConnectUrl = discoveryUrl(issuer);
  const description = `An access token of this provider for \`${audience}\`, by authorization code with PKCE.`;
  return {
    customer: { type: "openIdConnect", openIdConnectUrl, description },
    ...(dpop.use !== "off" && { dpop: boundToKey }),
  } as const;
}

/**
 * Completes the routes' descriptions, which say only that they are for customers: by which schemes, with what scope, and that a
 * 401 has a challenge.
 */
export function describeSignIn<T extends object>(description: T, signIn: SignInConfig | undefined): T {
  const { paths = {} } = description as Described;
  for (const operation of Object.values(paths).flatMap((item) => Object.values(item))) {
    if (operation.security === undefined) continue;
    if (signIn !== undefined) operation.security = alternatives(signIn);
    Object.assign(operation.responses?.["401"] ?? {}, { headers: challenge });
  }
  return description;
}

function alternatives({ scope, dpop }: SignInConfig): object[] {
  const unbound = { customer: [...scope] };
  const bound = { customer: [...scope], dpop: [] };
  if (dpop.use === "off") return [unbound];
  return dpop.use === "required" ? [bound] : [bound, unbound];
}
