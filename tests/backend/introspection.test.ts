// Attacker: somebody with an opaque token that ended, was revoked, or was not meant for this backend. Way: sends it.
// Impact: a customer's cards, devices and PIN changes.
// docs/threat-model.md#tokens-verified
import { createHash, randomBytes } from "node:crypto";
import { describe, expect, it, vi } from "vitest";
import { createAskProvider } from "../../src-backend/sign-in/ask-provider.ts";
import { createIntrospection } from "../../src-backend/sign-in/introspection.ts";
import { discoverProvider } from "../../src-backend/sign-in/provider-metadata.ts";
import { type Json, thumbprintOf } from "./made-jws.ts";
import { audience, boundToHolder, clientId, holder, setUpSignIn, startedAt, tell } from "./signed-in-backend.ts";
import { discoveryPath, startSmallProvider } from "./small-provider.ts";

const opaque = () => randomBytes(32).toString("base64url");

/** A backend that asks about each token; by default each is right. */
async function setUpOpaque(options: Parameters<typeof setUpSignIn>[0] = {}) {
  const backend = await setUpSignIn({ ...options, tokens: "introspection" });
  const { provider, rightClaims } = backend;
  const said = new Map<string, Json>();
  provider.introspects((token) => ({ active: true, token_type: "Bearer", ...rightClaims(), ...said.get(token) }));
  const issue = (more: Json = {}) => {
    const token = opaque();
    said.set(token, more);
    return token;
  };
  return { ...backend, said, issue, asked: () => provider.count("/introspect") };
}

const refused = (reason: string, error = "invalid_token") => `200, then 401 ${reason} (${error})`;
const mutations: [name: string, said: Json, outcome: string][] = [
  ["not active", { active: false }, refused("token_inactive")],
  ["of another issuer", { iss: "https://other.example" }, refused("wrong_issuer")],
  ["for another server", { aud: "https://other.example" }, refused("wrong_audience")],
  ["for a list of others", { aud: ["https://other.example", clientId] }, refused("wrong_audience")],
  ["for nobody", { aud: undefined }, refused("claims_malformed")],
  ["of another app", { client_id: "other" }, refused("wrong_client")],
  ["of no app", { client_id: undefined }, refused("claims_malformed")],
  ["ended ten seconds ago", { exp: startedAt - 10 }, refused("token_expired")],
  ["ended ten minutes ago", { exp: startedAt - 600 }, refused("token_expired")],
  ["without an end", { exp: undefined }, refused("claims_malformed")],
  ["valid in ten seconds", { nbf: startedAt + 10 }, refused("token_not_yet_valid")],
  ["of nobody", { sub: undefined }, refused("claims_malformed")],
  ["a refresh token", { token_use: "refresh_token" }, refused("wrong_type")],
  ["a refresh token by its type", { token_type: "refresh_token" }, refused("wrong_type")],
  ["a refresh token of another provider", { typ: "Refresh" }, refused("wrong_type")],
  ["a refresh token that lasts", { typ: "Offline" }, refused("wrong_type")],
  ["an ID token", { typ: "ID" }, refused("wrong_type")],
  ["without the scope", { scope: "openid" }, "200, then 403 scope_missing (insufficient_scope)"],
  ["bound to a key, sent as a bearer token", boundToHolder, refused("token_bound")],
  ["of DPoP, without its key", { token_type: "DPoP" }, refused("binding_unknown")],
  ["of DPoP, with null for its key", { token_type: "DPoP", cnf: null }, refused("binding_unknown")],
  ["with null for its scope", { scope: null }, "200, then 403 scope_missing (insufficient_scope)"],
  ["with null for its end", { exp: null }, refused("claims_malformed")],
  ["bound to a certificate", { cnf: { "x5t#S256": "a" } }, refused("binding_unknown")],
];

it("a token is refused for each single thing that the provider says of it, and taken without", async () => {
  const backend = await setUpOpaque();
  const { issue, withBearer, provider, client } = backend;
  const told: [string, string][] = [];
  for (const [name, said] of mutations) {
    told.push([
      name,
      await tell(
        backend,
        () => withBearer(issue()),
        () => withBearer(issue(said)),
      ),
    ]);
  }
  expect(told).toEqual(mutations.map(([name, , outcome]) => [name, outcome]));
  for (const right of [
    { iss: undefined },
    { aud: ["a", audience] },
    { exp: startedAt + 10 },
    { iat: undefined, jti: undefined },
    { iss: null, nbf: null, cnf: null, token_type: null, acr: null, auth_time: null, iat: null, jti: null },
    { typ: "Bearer", token_use: "access_token" },
  ]) {
    expect((await withBearer(issue(right))).status).toBe(200);
  }
  // Asked as RFC 7662 §2.1 and RFC 6749 §2.3.1 say.
  const { headers, text } = provider.asked.find(({ path }) => path === "/introspect") ?? { headers: {}, text: "" };
  const [id, secret] = Buffer.from(headers.authorization?.slice("Basic ".length) ?? "", "base64")
    .toString()
    .split(":");
  expect([id, decodeURIComponent((secret ?? "").replaceAll("+", " "))]).toEqual([client.id, client.secret]);
  expect(headers["content-type"]).toBe("application/x-www-form-urlencoded");
  expect(text).toMatch(/^token=[\w-]{43}&token_type_hint=access_token$/);
});

it("a token that is bound needs its proof, as one that the backend reads itself", async () => {
  const { issue, withProof, proof, withBearer } = await setUpOpaque();
  for (const token_type of ["DPoP", "dpop", undefined]) {
    const token = issue({ ...boundToHolder, token_type });
    expect((await withProof(token)).status).toBe(200);
    const used = proof(token);
    await withProof(token, used);
    expect((await withProof(token, used)).status).toBe(401);
    expect((await withBearer(token)).status).toBe(401);
  }
  const others = issue({ cnf: { jkt: createHash("sha256").update("other").digest("base64url") } });
  expect((await withProof(others)).status).toBe(401);
  expect(thumbprintOf(holder.publicJwk)).toBe(boundToHolder.cnf.jkt);
});

describe("what the provider said of a token", () => {
  it("is kept for ten seconds, for many requests at once too, and a revoked one ends with that", async () => {
    const { issue, withBearer, advance, asked, said } = await setUpOpaque();
    const token = issue();
    await Promise.all([withBearer(token), withBearer(token), withBearer(token)]);
    said.set(token, { active: false });
    advance(9);
    expect([(await withBearer(token)).status, asked()]).toEqual([200, 1]);
    advance(1);
    expect([(await withBearer(token)).status, asked()]).toEqual([401, 2]);
    expect([(await withBearer(token)).status, asked()]).toEqual([401, 2]);
  });

  it("is not kept beyond the token's own end", async () => {
    const { issue, withBearer, advance, asked, reasons } = await setUpOpaque();
    const token = issue({ exp: startedAt });
    expect((await withBearer(token)).status).toBe(200);
    advance(5);
    expect([(await withBearer(token)).status, asked(), reasons()]).toEqual([401, 1, ["token_expired"]]);
  });

  it("is kept of a thousand tokens, and not of the oldest of more", async () => {
    const provider = await startSmallProvider();
    let asked = 0;
    provider.introspects(() => {
      asked += 1;
      return { active: false };
    });
    const log = () => {};
    const clock = { now: () => 0, monotonic: () => 0 };
    const ask = createAskProvider(10_000, log);
    const metadata = discoverProvider(provider.issuer, ask, log, clock.monotonic);
    const config = { issuer: provider.issuer, audience, clientIds: [clientId], scope: [] };
    const read = createIntrospection(config, { id: "a", secret: "b" }, metadata, ask, log, clock);
    const tokens = Array.from({ length: 1001 }, (_, index) => `token-${index}`);
    const readAll = (all: readonly string[]) => Promise.allSettled(all.map((token) => read(token)));
    for (let from = 0; from < tokens.length; from += 100) await readAll(tokens.slice(from, from + 100));
    expect(asked).toBe(1001);
    await readAll(tokens.slice(1));
    expect(asked).toBe(1001);
    await readAll(tokens.slice(0, 1));
    expect(asked).toBe(1002);
  });
});

describe("a provider that does not answer about tokens", () => {
  it.each<[string, (provider: Awaited<ReturnType<typeof setUpOpaque>>["provider"]) => void, string]>([
    ["refuses this backend", ({ say }) => say("/introspect", () => ({ error: "invalid_client" }), 401), "status"],
    ["says no more than nothing", ({ say }) => say("/introspect", () => ({})), "unreadable"],
    ["says it in words", ({ say }) => say("/introspect", () => ({ active: "true" })), "unreadable"],
    ["breaks off", ({ on }) => on("/introspect", (_, response) => void response.socket?.destroy()), "connection_lost"],
    ["never ends", ({ on }) => on("/introspect", (_, response) => void response.write("{")), "timeout"],
  ])("because it %s keeps from sign-in, for that request only", async (_, spoil, reason) => {
    const { provider, issue, withBearer, logged, rightClaims } = await setUpOpaque({ signIn: { timeoutMs: 500 } });
    spoil(provider);
    const token = issue();
    const { status, code } = await withBearer(token);
    expect([status, code]).toEqual([503, "ERR_SIGN_IN_UNAVAILABLE"]);
    expect(logged()).toContain(`"provider_call_failed","operation":"introspection","reason":"${reason}"`);
    provider.introspects(() => ({ active: true, ...rightClaims() }));
    expect((await withBearer(token)).status).toBe(200);
  });

  it.each([undefined, null, "/introspect", "http://login.partner.example/introspect"])(
    "because it offers no such thing, but %j, is named in the log, before any token comes",
    async (introspection_endpoint) => {
      const backend = await setUpSignIn({
        tokens: "introspection",
        spoil: ({ say, issuer }) =>
          say(discoveryPath, () => ({ issuer, jwks_uri: `${issuer}/keys`, introspection_endpoint })),
      });
      const said = '"operation":"introspection","reason":"not_offered"';
      await vi.waitFor(() => expect(backend.logged()).toContain(said));
      expect((await backend.withBearer(opaque())).code).toBe("ERR_SIGN_IN_UNAVAILABLE");
    },
  );

  it("because it is away is named in the log, before any token comes", async () => {
    const { logged } = await setUpSignIn({ tokens: "introspection", awayAtStart: true });
    const said = '"provider_call_failed","operation":"discovery","reason":"connect"';
    await vi.waitFor(() => expect(logged()).toContain(said));
  });
});
