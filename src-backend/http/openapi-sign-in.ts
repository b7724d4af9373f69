import { discoveryUrl } from "../sign-in/provider-metadata.ts";
import type { SignInConfig } from "../sign-in/sign-in-config.ts";
import type { OpenApiDocument } from "./openapi-answers.ts";

const bearerOfDemonstration = { customer: { type: "http", scheme: "bearer" } } as const;
/** RFC 9449 has no type of its own there: its scheme is one of HTTP (OpenAPI 3.1 §4.8.27, RFC 9110 §16.4.1). */
const boundToKey = {
  type: "http",
  scheme: "DPoP",
  description: "The same token, bound to a key, with a proof in `DPoP`.",
} as const;

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

/** Completes the routes' descriptions, which say only that they are for customers: by which schemes, with what scope. */
export function describeSignIn({ paths }: OpenApiDocument, signIn: SignInConfig | undefined): void {
  if (signIn === undefined) return;
  for (const operation of Object.values(paths).flatMap((item) => Object.values(item))) {
    if (operation.security !== undefined) operation.security = alternatives(signIn);
  }
}

function alternatives({ scope, dpop }: SignInConfig): object[] {
  const unbound = { customer: [...scope] };
  const bound = { customer: [...scope], dpop: [] };
  if (dpop.use === "off") return [unbound];
  return dpop.use === "required" ? [bound] : [bound, unbound];
}
