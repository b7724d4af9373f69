import { generateKeyPairSync, randomBytes, randomUUID } from "node:crypto";
import { type Configuration, interactionPolicy, type JWK, type KoaContextWithOIDC } from "oidc-provider";
import type { ProviderFaults, ProviderSettings } from "./provider-settings.ts";

/** A sign-in by password alone, and one with a second step. */
export const levels = ["urn:cardbound:1fa", "urn:cardbound:2fa"] as const;
export type Level = (typeof levels)[number];

/** Scopes of the partner backend, which every token for it has. */
const API_SCOPE = "cards pin";

/** A new key for signatures. */
export function createSigningKey(): JWK {
  const { privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  return { ...(privateKey.export({ format: "jwk" }) as JWK), kid: randomUUID(), use: "sig", alg: "ES256" };
}

/** The level that a request asks for: the first of its `acr_values` that we know. */
export function levelAskedFor(acrValues: unknown): Level | undefined {
  const words = typeof acrValues === "string" ? acrValues.split(" ") : [];
  return levels.find((level) => words.includes(level));
}

/**
 * The provider's behaviour, as a bank would configure it for a program of its own.
 * @param key signs the tokens @param cookieKey keeps the browsers' sessions
 */
export function providerConfiguration(
  settings: ProviderSettings,
  faults: ProviderFaults,
  key: JWK,
  cookieKey: string,
): Configuration {
  const { audience, clientId, introspection, dpop, par, tokenSeconds, people } = settings;
  const resource = {
    scope: API_SCOPE,
    audience,
    accessTokenTTL: tokenSeconds,
    ...(introspection === null
      ? { accessTokenFormat: "jwt" as const, jwt: { sign: { alg: "ES256" as const } } }
      : { accessTokenFormat: "opaque" as const }),
  };
  return {
    jwks: { keys: [key] },
    cookies: { keys: [cookieKey] },
    clients: [
      {
        client_id: clientId,
        application_type: "native",
        token_endpoint_auth_method: "none", // a program on people's computers keeps no secret (RFC 8252 §8.5)
        grant_types: ["authorization_code"],
        response_types: ["code"],
        redirect_uris: ["http://127.0.0.1/callback"], // with any port (RFC 8252 §7.3)
        post_logout_redirect_uris: [],
        id_token_signed_response_alg: "ES256",
        dpop_bound_access_tokens: dpop === "required",
        require_pushed_authorization_requests: par === "required",
      },
      ...(introspection === null
        ? []
        : [
            {
              client_id: introspection.id,
              client_secret: introspection.secret,
              id_token_signed_response_alg: "ES256" as const,
              redirect_uris: [],
              response_types: [],
              grant_types: [],
            },
          ]),
    ],
    scopes: ["openid"], // what stands here besides would bring a page of consent
    features: {
      devInteractions: { enabled: false },
      dPoP: { enabled: dpop !== "off", ...(dpop === "with-nonce" && withNonce()) },
      pushedAuthorizationRequests: { enabled: par !== "off" },
      introspection: { enabled: introspection !== null, allowedPolicy: () => true },
      revocation: { enabled: true },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => audience,
        getResourceServerInfo: () => resource,
        useGrantedResource: () => true,
      },
    },
    acrValues: [...levels],
    claims: { openid: ["sub"], acr: null, auth_time: null },
    ttl: {
      AccessToken: tokenSeconds,
      AuthorizationCode: 60,
      Grant: 3600,
      IdToken: 300,
      Interaction: 600,
      Session: 3600,
    },
    interactions: { policy: policyOfABank(faults), url: (_ctx, { uid }) => `/sign-in/${uid}` },
    findAccount: (_ctx, sub) =>
      people.some((person) => person.name === sub) ? { accountId: sub, claims: () => ({ sub }) } : undefined,
    extraTokenClaims: (ctx, token) => {
      const { acr, authTime } = ctx.oidc.entities.AuthorizationCode ?? {};
      const name = "accountId" in token ? token.accountId : undefined;
      const person = people.find((one) => one.name === name);
      return { acr, auth_time: authTime, ...(person && { name: person.name, person_id: person.personId }) };
    },
    loadExistingGrant: (ctx) => grantEverything(ctx, audience),
  };
}

const withNonce = () => ({ nonceSecret: randomBytes(32), requireNonce: () => true });

/** A bank asks nobody for consent to its own program, and takes `acr_values` and `select_account` at their word. */
function policyOfABank(faults: ProviderFaults) {
  const { Check, Prompt } = interactionPolicy;
  const policy = interactionPolicy.base();
  policy.get("consent")?.checks.remove("native_client_prompt");
  policy.get("login")?.checks.add(
    new Check("acr_too_low", "this sign-in is not strong enough", (ctx) => {
      if (faults.acr !== null) return Check.NO_NEED_TO_PROMPT; // it would ask for ever
      const wanted = levelAskedFor(ctx.oidc.params?.acr_values);
      const has = levels.indexOf(ctx.oidc.acr as Level);
      return wanted !== undefined && has < levels.indexOf(wanted) ? Check.REQUEST_PROMPT : Check.NO_NEED_TO_PROMPT;
    }),
  );
  policy.add(new Prompt({ name: "select_account", requestable: true }), 0);
  return policy;
}

async function grantEverything({ oidc }: KoaContextWithOIDC, audience: string) {
  const { session, client, provider } = oidc;
  if (client === undefined || session?.accountId === undefined) return undefined;
  const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
  grant.addOIDCScope("openid");
  grant.addResourceScope(audience, API_SCOPE);
  await grant.save();
  return grant;
}
