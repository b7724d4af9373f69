// Attacker: somebody with a token that was not meant for this backend, ended, or was made or changed by hand.
// Way: sends it, with one thing wrong. Impact: a customer's cards, devices and PIN changes.
// docs/threat-model.md#tokens-verified
import { createPublicKey } from "node:crypto";
import { expect, it } from "vitest";
import { customerRoutes } from "./customer-routes.ts";
import { base64url, type Json, macJws, makeKey, sha256, signJws, thumbprintOf } from "./made-jws.ts";
import { audience, clientId, holder, type SignedInBackend, setUpSignIn, startedAt, tell } from "./signed-in-backend.ts";

const refused = (reason: string, error = "invalid_token") => `200, then 401 ${reason} (${error})`;
const otherKey = makeKey("ES256");

/** The access token with this in it, and why it is refused. */
const claims: [name: string, claims: Json, outcome: string][] = [
  ["iss of another provider", { iss: "https://other.example" }, refused("wrong_issuer")],
  ["iss with a slash more", { iss: "http://127.0.0.1:1/" }, refused("wrong_issuer")],
  ["iss in a list", { iss: ["https://other.example"] }, refused("claims_malformed")],
  ["no iss", { iss: undefined }, refused("claims_malformed")],
  ["aud of another server", { aud: "https://other.example" }, refused("wrong_audience")],
  ["aud with more behind it", { aud: `${audience}/more` }, refused("wrong_audience")],
  ["aud that ours begins with", { aud: "https://cards.partner.example" }, refused("wrong_audience")],
  ["aud in capitals", { aud: audience.toUpperCase() }, refused("wrong_audience")],
  ["aud of the app, as in an ID token", { aud: clientId }, refused("wrong_audience")],
  ["a list of other aud", { aud: ["https://other.example", clientId] }, refused("wrong_audience")],
  ["an empty list of aud", { aud: [] }, refused("wrong_audience")],
  ["aud that is no text", { aud: [[audience]] }, refused("claims_malformed")],
  ["no aud", { aud: undefined }, refused("claims_malformed")],
  ["client_id of another app", { client_id: "other" }, refused("wrong_client")],
  ["client_ids that ours is part of", { client_id: `${clientId},other` }, refused("wrong_client")],
  ["client_id in a list", { client_id: [clientId] }, refused("claims_malformed")],
  ["no client_id", { client_id: undefined }, refused("claims_malformed")],
  ["exp ten seconds ago", { exp: startedAt - 10 }, refused("token_expired")],
  ["exp ten minutes ago", { exp: startedAt - 600 }, refused("token_expired")],
  ["exp before the tolerance of five seconds", { exp: startedAt - 5 }, refused("token_expired")],
  ["exp in milliseconds of 1970", { exp: 1_800_000 }, refused("token_expired")],
  ["exp as text", { exp: "1800000300" }, refused("claims_malformed")],
  ["no exp", { exp: undefined }, refused("claims_malformed")],
  ["nbf in ten seconds", { nbf: startedAt + 10 }, refused("token_not_yet_valid")],
  ["nbf in ten minutes", { nbf: startedAt + 600 }, refused("token_not_yet_valid")],
  ["nbf as text", { nbf: "0" }, refused("claims_malformed")],
  ["no iat", { iat: undefined }, refused("claims_malformed")],
  ["iat as text", { iat: "1800000000" }, refused("claims_malformed")],
  ["no jti", { jti: undefined }, refused("claims_malformed")],
  ["an empty jti", { jti: "" }, refused("claims_malformed")],
  ["no sub", { sub: undefined }, refused("claims_malformed")],
  ["an empty sub", { sub: "" }, refused("claims_malformed")],
  ["sub as a number", { sub: 1 }, refused("claims_malformed")],
  ["acr as a number", { acr: 2 }, refused("claims_malformed")],
  ["auth_time as text", { auth_time: "1800000000" }, refused("claims_malformed")],
  ["scope as a list", { scope: ["cards", "pin"] }, refused("claims_malformed")],
  ["no scope", { scope: undefined }, "200, then 403 scope_missing (insufficient_scope)"],
  ["half of the scope", { scope: "openid pin" }, "200, then 403 scope_missing (insufficient_scope)"],
  ["scope with other words", { scope: "cards:read pin.change" }, "200, then 403 scope_missing (insufficient_scope)"],
  ["a key that it is bound to", { cnf: { jkt: thumbprintOf(holder.publicJwk) } }, refused("token_bound")],
  ["a certificate that it is bound to", { cnf: { "x5t#S256": sha256("certificate") } }, refused("binding_unknown")],
  ["a binding to nothing", { cnf: {} }, refused("binding_unknown")],
  ["a binding that is no thumbprint", { cnf: { jkt: "a" } }, refused("binding_unknown")],
  ["a binding that is no object", { cnf: "a" }, refused("claims_malformed")],
];

const headers: [name: string, header: Json, outcome: string][] = [
  ["typ of an ID token", { typ: "JWT" }, refused("wrong_type")],
  ["typ of a proof", { typ: "dpop+jwt" }, refused("wrong_type")],
  ["typ of a logout token", { typ: "logout+jwt" }, refused("wrong_type")],
  ["typ with more behind it", { typ: "at+jwt2" }, refused("wrong_type")],
  ["typ that is no text", { typ: ["at+jwt"] }, refused("token_malformed")],
  ["no typ", { typ: undefined }, refused("wrong_type")],
  ["another algorithm than its signature's", { alg: "PS256" }, refused("unknown_key")],
  ["an algorithm that is not taken", { alg: "ES384" }, refused("wrong_algorithm")],
  ["no algorithm", { alg: undefined }, refused("token_malformed")],
  ["an unknown key id", { kid: "other" }, refused("unknown_key")],
  ["a key id that is a path", { kid: "../../etc/passwd" }, refused("unknown_key")],
  ["a key id that is no text", { kid: 1 }, refused("unknown_key")],
  ["a critical extension", { crit: ["exp"], exp: startedAt + 300 }, refused("critical_extension")],
  ["a payload that is not encoded", { crit: ["b64"], b64: false }, refused("critical_extension")],
  ["nothing that is critical", { crit: [] }, refused("critical_extension")],
];

/** Texts that are made otherwise. */
const texts: [name: string, make: (backend: SignedInBackend, right: string) => string, outcome: string][] = [
  ["another's key under the right id", ({ token }) => token({ key: otherKey }), refused("wrong_signature")],
  [
    "another's key in its header",
    ({ token }) => token({ key: otherKey, header: { jwk: otherKey.publicJwk } }),
    refused("wrong_signature"),
  ],
  [
    "the address of another's keys in its header",
    ({ token }) => token({ key: otherKey, header: { jku: "http://127.0.0.1:1/keys" } }),
    refused("wrong_signature"),
  ],
  ["no signature, and alg none", unsigned("none"), refused("wrong_algorithm")],
  ["no signature, and alg None", unsigned("None"), refused("wrong_algorithm")],
  ["no signature, and the right alg", unsigned("ES256"), refused("wrong_signature")],
  ["a MAC with the public key as PEM", mac("spki"), refused("wrong_algorithm")],
  ["a MAC with the public key as JWK", mac("jwk"), refused("wrong_algorithm")],
  ["a changed claim", (backend, right) => changed(backend, right, { sub: "other" }), refused("wrong_signature")],
  ["a changed bit of its signature", (_, right) => flipped(right), refused("wrong_signature")],
  ["half of its signature", (_, right) => right.slice(0, -43), refused("wrong_signature")],
  ["a signature of zeros", (_, right) => `${withoutSignature(right)}.${"A".repeat(86)}`, refused("wrong_signature")],
  ["two parts", (_, right) => withoutSignature(right), refused("token_malformed")],
  ["four parts", (_, right) => `${right}.${base64url("a")}`, refused("token_malformed")],
  ["five parts, as if encrypted", (_, right) => `${right}.a.b`, refused("token_malformed")],
  ["one word", () => "a".repeat(43), refused("token_malformed")],
  [
    "a payload that is a list",
    ({ provider }) => signJws({ typ: "at+jwt", alg: "ES256", kid: "key-1" }, "[]", provider.newest()),
    refused("claims_malformed"),
  ],
  [
    "a payload that is no JSON",
    ({ provider }) => signJws({ typ: "at+jwt", alg: "ES256", kid: "key-1" }, "{", provider.newest()),
    refused("token_malformed"),
  ],
  ["more than 8 KiB", ({ token }) => token({ claims: { groups: "a".repeat(6000) } }), refused("token_too_long")],
];

function unsigned(alg: string) {
  return ({ rightClaims }: SignedInBackend) =>
    `${base64url({ typ: "at+jwt", alg, kid: "key-1" })}.${base64url(rightClaims())}.`;
}

function mac(format: "spki" | "jwk") {
  return ({ provider, rightClaims }: SignedInBackend) => {
    const { publicJwk } = provider.newest();
    const pem = createPublicKey({ key: publicJwk, format: "jwk" }).export({ type: "spki", format: "pem" });
    const header = { typ: "at+jwt", alg: "HS256", kid: "key-1" };
    return macJws(header, rightClaims(), format === "spki" ? pem : JSON.stringify(publicJwk));
  };
}

function changed({ rightClaims }: SignedInBackend, right: string, claim: Json): string {
  const [header, , signature] = right.split(".");
  return [header, base64url({ ...rightClaims(), ...claim }), signature].join(".");
}

const withoutSignature = (right: string) => right.slice(0, right.lastIndexOf("."));
function flipped(right: string): string {
  const [header, payload, signature = ""] = right.split(".");
  const bytes = Buffer.from(signature, "base64url");
  bytes[10] = (bytes[10] ?? 0) ^ 1;
  return [header, payload, bytes.toString("base64url")].join(".");
}

it("a token is refused for each single thing in it that is wrong, and taken without", async () => {
  const backend = await setUpSignIn();
  const { token, withBearer } = backend;
  const told: [string, string][] = [];
  const mutated: [string, () => string][] = [
    ...claims.map(([name, of]) => [name, () => token({ claims: of })] as [string, () => string]),
    ...headers.map(([name, of]) => [name, () => token({ header: of })] as [string, () => string]),
    ...texts.map(([name, make]) => [name, () => make(backend, token())] as [string, () => string]),
  ];
  for (const [name, make] of mutated) {
    told.push([
      name,
      await tell(
        backend,
        () => withBearer(token()),
        () => withBearer(make()),
      ),
    ]);
  }
  const expected = [...claims, ...headers, ...texts].map(([name, , outcome]) => [name, outcome]);
  expect(told).toEqual(expected);
  expect(backend.solaris.all).toEqual([]);
});

it("a token is taken with all that may be in it", async () => {
  const { provider, token, withBearer } = await setUpSignIn({ algorithms: ["ES256", "PS256", "RS256"] });
  const [elliptic, pss, pkcs1] = provider.keys;
  const now = startedAt;
  const right: [string, Parameters<typeof token>[0]][] = [
    ["ours in a list of aud", { claims: { aud: ["https://other.example", audience] } }],
    ["another of the apps", { claims: { client_id: "cardbound-mobile" } }],
    ["exp in ten seconds", { claims: { exp: now + 10 } }],
    ["exp in ten minutes", { claims: { exp: now + 600 } }],
    ["exp four seconds ago: the clocks' tolerance", { claims: { exp: now - 4 } }],
    ["nbf in four seconds: the same", { claims: { nbf: now + 4 } }],
    ["nbf ten minutes ago", { claims: { nbf: now - 600 } }],
    ["iat in ten seconds, which decides nothing", { claims: { iat: now + 10 } }],
    ["its whole media type", { header: { typ: "application/at+jwt" } }],
    ["its type in capitals", { header: { typ: "AT+JWT" } }],
    ["no key id, of one key for the algorithm", { header: { kid: undefined } }],
    ["claims of others", { claims: { groups: ["a"], acr: "urn:a", auth_time: now, nonce: "a" } }],
    ["almost 8 KiB", { claims: { groups: "a".repeat(5400) } }],
    ["an RSA key with PSS", { header: { kid: "key-2" }, ...(pss && { key: pss }) }],
    ["an RSA key, as RFC 9068 §2.1 says", { header: { kid: "key-3" }, ...(pkcs1 && { key: pkcs1 }) }],
  ];
  const told: [string, number][] = [];
  for (const [name, mutation = {}] of right) {
    const made = token({
      ...(elliptic && { key: elliptic }),
      ...mutation,
      header: { kid: "key-1", ...mutation.header },
    });
    told.push([name, (await withBearer(made)).status]);
  }
  expect(told).toEqual(right.map(([name]) => [name, 200]));
});

it("each route for customers asks for one, before anything is read or asked of Solaris", async () => {
  const { call, token, solaris } = await setUpSignIn();
  const expired = `Bearer ${token({ claims: { exp: startedAt - 10 } })}`;
  for (const [method, route] of customerRoutes) {
    for (const headers of [{}, { authorization: expired }]) {
      const { status, code } = await call(headers, method, route, method === "POST" ? {} : undefined);
      expect([method, route, status, code]).toEqual([method, route, 401, "ERR_NOT_SIGNED_IN"]);
    }
  }
  expect(solaris.all).toEqual([]);
});

it("of several keys a token must name one", async () => {
  const backend = await setUpSignIn({ algorithms: ["ES256", "ES256"] });
  const { token, withBearer } = backend;
  const right = () => withBearer(token());
  expect(await tell(backend, right, () => withBearer(token({ header: { kid: undefined } })))).toBe(
    refused("ambiguous_key"),
  );
  // Nor does it help to name a key that another has the name of.
  const { provider, advance } = backend;
  provider.say("/keys", () => ({ keys: provider.jwks().keys.map((key) => ({ ...key, kid: "key-2" })) }));
  const named = token();
  expect((await withBearer(named)).status).toBe(200);
  advance(600);
  expect((await withBearer(token())).status).toBe(401);
  expect(backend.reasons().at(-1)).toBe("ambiguous_key");
});

it("a short RSA key of the provider's is not taken", async () => {
  const backend = await setUpSignIn();
  const { provider, token, withBearer, advance } = backend;
  const right = () => withBearer(token());
  const [first] = provider.keys;
  await right();
  provider.show(makeKey("PS256", 1024));
  advance(60);
  const ofFirst = () => withBearer(token({ header: { kid: "key-1" }, ...(first && { key: first }) }));
  expect(await tell(backend, ofFirst, right)).toBe(refused("token_malformed"));
});

it("the header that brings a token is refused for each single thing that is wrong", async () => {
  const backend = await setUpSignIn();
  const { token, call, proof } = backend;
  const one = () => token();
  const forms: [string, () => Parameters<typeof call>[0], string][] = [
    ["none", () => ({}), refused("no_token", "no error")],
    ["empty", () => ({ authorization: "" }), refused("scheme_not_accepted", "no error")],
    ["a name and a password", () => ({ authorization: "Basic YTpi" }), refused("scheme_not_accepted", "no error")],
    ["the token alone", () => ({ authorization: one() }), refused("scheme_not_accepted", "no error")],
    ["the scheme alone", () => ({ authorization: "Bearer" }), refused("token_malformed")],
    [
      "a scheme that begins so",
      () => ({ authorization: `Bearers ${one()}` }),
      refused("scheme_not_accepted", "no error"),
    ],
    ["two tokens", () => ({ authorization: `Bearer ${one()} ${one()}` }), refused("token_malformed")],
    ["a token and a parameter", () => ({ authorization: `Bearer ${one()}, a="b"` }), refused("token_malformed")],
    [
      "two headers",
      () => ({ authorization: [`Bearer ${one()}`, `Bearer ${one()}`] }),
      refused("several_authorizations", "invalid_request"),
    ],
    [
      "two headers, one of nothing",
      () => ({ authorization: [`Bearer ${one()}`, "Basic YTpi"] }),
      refused("several_authorizations", "invalid_request"),
    ],
    ["in a cookie", () => ({ cookie: `token=${one()}` }), refused("no_token", "no error")],
    [
      "as DPoP without being bound",
      () => {
        const unbound = one();
        return { authorization: `DPoP ${unbound}`, dpop: proof(unbound) };
      },
      refused("token_unbound"),
    ],
  ];
  const told: [string, string][] = [];
  for (const [name, wrong] of forms) {
    told.push([
      name,
      await tell(
        backend,
        () => call({ authorization: `Bearer ${one()}` }),
        () => call(wrong()),
      ),
    ]);
  }
  expect(told).toEqual(forms.map(([name, , outcome]) => [name, outcome]));
  expect((await call({ authorization: `bearer  ${one()}` })).status).toBe(200);
  const inQuery = await call({}, "GET", `/v1/me?access_token=${one()}`);
  expect(inQuery.status).toBe(401);
});
