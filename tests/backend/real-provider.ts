// The demonstration bank's identity provider, for the running test only, with everybody's password being their name.
import { onTestFinished } from "vitest";
import { startIdentityProvider } from "../../src-sandbox/identity-provider/start-identity-provider.ts";
import { databaseFile } from "./own-database.ts";

export const clientId = "cardbound-desktop";
const introspectionClient = { id: "partner-backend", secret: "a-secret-of-the-backend" };
/** How strongly somebody has signed in who took the second step. */
export const strong = "urn:cardbound:2fa";
/** They can sign in there, and Solaris knows nothing of them. */
export const nobodys = "Grace Second";

export interface RealProviderOptions {
  readonly audience: string;
  /** Person ids by name. */
  readonly people: Readonly<Record<string, string>>;
  /** Whether tokens are bound to a key. */
  readonly dpop: boolean;
  /** Whether the request has to be pushed first (RFC 9126); else it cannot be. */
  readonly par: boolean;
  readonly tokens: "jwt" | "introspection";
}

/** @returns the provider, as the sandbox has it */
export async function startRealProvider({ audience, people, dpop, par, tokens }: RealProviderOptions) {
  const all = Object.entries({ ...people, [nobodys]: "" });
  const provider = await startIdentityProvider({
    audience,
    clientId,
    people: all.map(([name, personId]) => ({ name, personId, password: name })),
    dpop: dpop ? "required" : "off",
    par: par ? "required" : "off",
    introspection: tokens === "jwt" ? null : introspectionClient,
  });
  onTestFinished(provider.close);
  return provider;
}

interface BackendAtProvider extends Pick<RealProviderOptions, "audience" | "dpop" | "tokens"> {
  readonly sandboxUrl: string;
  readonly issuer: string;
  /** Where the app reaches it. */
  readonly publicOrigin: string;
}

/** The environment of a backend, with a database of its own, whose customers sign in there. */
export function backendAtProvider({ sandboxUrl, issuer, audience, publicOrigin, dpop, tokens }: BackendAtProvider) {
  return {
    PORT: "0",
    LOG_LEVEL: "silent",
    DATABASE_FILE: databaseFile(),
    SOLARIS_API_URL: sandboxUrl,
    SOLARIS_AUTH_URL: `${sandboxUrl}/oauth2/token`,
    SOLARIS_CLIENT_ID: "cardbound-demo",
    SOLARIS_CLIENT_SECRET: "cardbound-demo-secret",
    OIDC_ISSUER: issuer,
    OIDC_AUDIENCE: audience,
    OIDC_CLIENT_IDS: clientId,
    OIDC_SCOPE: "cards pin",
    OIDC_TOKENS: tokens,
    ...(tokens === "introspection" && {
      OIDC_INTROSPECTION_CLIENT_ID: introspectionClient.id,
      OIDC_INTROSPECTION_CLIENT_SECRET: introspectionClient.secret,
    }),
    OIDC_DPOP: dpop ? "required" : "off",
    ...(dpop && { PUBLIC_ORIGIN: publicOrigin }),
    STEP_UP_ACR: strong,
    PERSON_CLAIM: "person_id",
    CUSTOMER_ID_SECRET: "a-secret-of-thirty-two-characters",
  };
}
