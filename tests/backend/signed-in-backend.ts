// A backend whose customers sign in at a small provider; its callers use node:crypto and plain HTTP, no library for tokens.
import { randomUUID } from "node:crypto";
import { type OutgoingHttpHeaders, request } from "node:http";
import type { Config } from "../../src-backend/config.ts";
import { setUp } from "./backend.ts";
import { personId } from "./fake-solaris.ts";
import { type Algorithm, type Json, type MadeKey, makeKey, makeProof, signJws, thumbprintOf } from "./made-jws.ts";
import { type SmallProvider, startSmallProvider } from "./small-provider.ts";

export const publicOrigin = "https://cards.partner.example";
export const audience = "https://cards.partner.example/api";
export const clientId = "cardbound-desktop";
const client = { id: "backend", secret: "a secret: of +its own" };

/** In seconds: when each of these backends starts (backend.ts). */
export const startedAt = 1_800_000_000;
/** The key of a customer's computer. */
export const holder = makeKey("ES256");
export const boundToHolder = { cnf: { jkt: thumbprintOf(holder.publicJwk) } };

type Options = {
  /** Those of the provider's keys. */
  algorithms?: readonly Algorithm[];
  tokens?: "jwt" | "plain-jwt" | "introspection";
  signIn?: Partial<NonNullable<Config["signIn"]>>;
  config?: Partial<Config>;
  /** Done to the provider before the backend starts. */
  spoil?: (provider: SmallProvider) => void;
  awayAtStart?: boolean;
};
type Mutation = { header?: Json; claims?: Json; key?: MadeKey };
export type Called = { status: number; challenge: string; code: string | undefined; json: Json };

/** Starts provider, Solaris and backend for the running test only. */
export async function setUpSignIn({
  algorithms,
  tokens = "jwt",
  signIn,
  config,
  spoil,
  awayAtStart = false,
}: Options = {}) {
  const provider = await startSmallProvider(algorithms);
  spoil?.(provider);
  if (awayAtStart) await provider.goAway();
  const signInConfig: NonNullable<Config["signIn"]> = {
    issuer: provider.issuer,
    audience,
    clientIds: ["cardbound-mobile", clientId],
    scope: ["cards", "pin"],
    jwt: tokens === "plain-jwt" ? "plain" : "rfc9068",
    introspection: tokens === "introspection" ? client : null,
    dpop: { use: "accepted", publicOrigin },
    stepUp: { acrValues: [], maxAge: null },
    timeoutMs: 10_000,
    persons: { claim: "person_id", nameClaim: "name" },
    ...signIn,
  };
  const backend = await setUp({
    config: {
      signIn: signInConfig,
      rowSecrets: { current: "a secret of thirty-two characters", previous: undefined },
      ...config,
    },
  });
  let passed = 0;
  const now = () => startedAt + passed;
  const rightClaims = (): Json => ({
    iss: provider.issuer,
    sub: "subject-of-ada",
    aud: audience,
    client_id: clientId,
    exp: now() + 300,
    iat: now(),
    jti: randomUUID(),
    scope: "openid cards pin",
    person_id: personId,
    name: "Ada",
  });
  /** A right access token (RFC 9068) but for what is said otherwise; what is undefined is left out. */
  const token = ({ header = {}, claims = {}, key = provider.newest() }: Mutation = {}): string => {
    const { kid } = provider.newest();
    return signJws({ typ: "at+jwt", alg: key.alg, kid, ...header }, { ...rightClaims(), ...claims }, key);
  };
  const proof = (of: string, mutation: { header?: Json; claims?: Json } = {}, key: MadeKey = holder): string =>
    makeProof(key, { method: "GET", url: `${publicOrigin}/v1/me`, token: of, at: now() }, mutation);
  const call = (headers: OutgoingHttpHeaders, method = "GET", path = "/v1/me", body?: unknown): Promise<Called> =>
    callPlainly(backend.url, headers, method, path, body);
  return {
    ...backend,
    signInConfig,
    provider,
    client,
    now,
    advance: (seconds: number) => {
      passed += seconds;
      backend.advance(seconds);
    },
    rightClaims,
    token,
    proof,
    call,
    withBearer: (text: string) => call({ authorization: `Bearer ${text}` }),
    withProof: (text: string, by: string | string[] = proof(text)) => call({ authorization: `DPoP ${text}`, dpop: by }),
    /** The reasons of all refusals so far, the last one last. */
    reasons: () => [...backend.logged().matchAll(/"event":"sign_in_refused","reason":"(\w+)"/g)].map(([, one]) => one),
  };
}

export type SignedInBackend = Awaited<ReturnType<typeof setUpSignIn>>;

/** node:http and not fetch, which joins two headers of one name, and writes paths and hosts its own way. */
function callPlainly(
  url: string,
  headers: OutgoingHttpHeaders,
  method: string,
  path: string,
  body?: unknown,
): Promise<Called> {
  const { hostname, port } = new URL(url);
  const text = body === undefined ? undefined : JSON.stringify(body);
  return new Promise((resolve, reject) => {
    const sent = request(
      {
        hostname,
        port,
        method,
        path,
        agent: false,
        headers: { ...(text !== undefined && { "content-type": "application/json" }), ...headers },
      },
      async (response) => {
        const chunks: Buffer[] = [];
        for await (const chunk of response) chunks.push(chunk as Buffer);
        const json = JSON.parse(Buffer.concat(chunks).toString("utf8") || "{}");
        const challenge = String(response.headers["www-authenticate"] ?? "");
        resolve({ status: response.statusCode ?? 0, challenge, code: json.code, json });
      },
    );
    sent.on("error", reject);
    sent.end(text);
  });
}

/** What came of a right request and then of a wrong one, in short: `200, then 401 token_expired (invalid_token)`. */
export async function tell(
  { reasons }: SignedInBackend,
  right: () => Promise<Called>,
  wrong: () => Promise<Called>,
): Promise<string> {
  const before = await right();
  const known = reasons().length;
  const after = await wrong();
  const reason = reasons().slice(known).join(" and ") || "no reason";
  const error = /error="(\w+)"/.exec(after.challenge)?.[1] ?? "no error";
  return `${before.status}, then ${after.status} ${reason} (${error})`;
}
