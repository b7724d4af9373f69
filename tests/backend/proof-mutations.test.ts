// Attacker: somebody who has got hold of a customer's token, or of a proof. Way: sends it without the customer's key, or the
// proof for something else, or again. Impact: a customer's cards, devices and PIN changes.
// docs/threat-model.md#proof-of-possession
import { createHash } from "node:crypto";
import { expect, it } from "vitest";
import { routes } from "../../src-contract/api/routes.ts";
import { base64url, type Json, macJws, makeKey, sha256, thumbprintOf } from "./made-jws.ts";
import {
  boundToHolder,
  type Called,
  holder,
  publicOrigin,
  type SignedInBackend,
  setUpSignIn,
  startedAt,
  tell,
} from "./signed-in-backend.ts";

const refused = (reason: string, error = "invalid_dpop_proof") => `200, then 401 ${reason} (${error})`;
const url = `${publicOrigin}/v1/me`;
const other = makeKey("ES256");
const { d: privateMember } = holder.privateKey.export({ format: "jwk" });
const { n } = makeKey("PS256").publicJwk;

const claims: [name: string, claims: Json, outcome: string][] = [
  ["htm of another method", { htm: "POST" }, refused("proof_wrong_method")],
  ["htm in small letters", { htm: "get" }, refused("proof_wrong_method")],
  ["htm in a list", { htm: ["GET"] }, refused("proof_malformed")],
  ["no htm", { htm: undefined }, refused("proof_malformed")],
  ["htu of another path", { htu: `${publicOrigin}/v1/cards` }, refused("proof_wrong_url")],
  ["htu with a slash more", { htu: `${url}/` }, refused("proof_wrong_url")],
  ["htu in capitals", { htu: `${publicOrigin}/V1/ME` }, refused("proof_wrong_url")],
  ["htu with a slash that is escaped", { htu: `${publicOrigin}/v1%2Fme` }, refused("proof_wrong_url")],
  ["htu of http", { htu: url.replace("https", "http") }, refused("proof_wrong_url")],
  ["htu of another host", { htu: "https://evil.example/v1/me" }, refused("proof_wrong_url")],
  ["htu of a host that ours begins", { htu: `${publicOrigin}.evil.example/v1/me` }, refused("proof_wrong_url")],
  ["htu of another port", { htu: `${publicOrigin}:8443/v1/me` }, refused("proof_wrong_url")],
  ["htu with a user", { htu: url.replace("//", "//a@") }, refused("proof_wrong_url")],
  ["htu with backslashes", { htu: url.replaceAll("/", "\\") }, refused("proof_wrong_url")],
  ["htu with white space", { htu: ` ${url}` }, refused("proof_wrong_url")],
  ["htu that is a path", { htu: "/v1/me" }, refused("proof_wrong_url")],
  ["htu that is empty", { htu: "" }, refused("proof_wrong_url")],
  ["htu in a list", { htu: [url] }, refused("proof_malformed")],
  ["no htu", { htu: undefined }, refused("proof_malformed")],
  ["iat 66 seconds ago", { iat: startedAt - 66 }, refused("proof_too_old")],
  ["iat ten minutes ago", { iat: startedAt - 600 }, refused("proof_too_old")],
  ["iat in ten seconds", { iat: startedAt + 10 }, refused("proof_in_future")],
  ["iat in ten minutes", { iat: startedAt + 600 }, refused("proof_in_future")],
  ["iat as text", { iat: String(startedAt) }, refused("proof_malformed")],
  ["no iat", { iat: undefined }, refused("proof_malformed")],
  ["ath of another token", { ath: sha256("other") }, refused("proof_wrong_token")],
  ["ath that is empty", { ath: "" }, refused("proof_wrong_token")],
  ["no ath", { ath: undefined }, refused("proof_malformed")],
  ["an empty jti", { jti: "" }, refused("proof_malformed")],
  ["jti as a number", { jti: 1 }, refused("proof_malformed")],
  ["no jti", { jti: undefined }, refused("proof_malformed")],
];

const { kty, crv, x, y } = holder.publicJwk;
const jwk = { kty, crv, x, y };
const headers: [name: string, header: Json, outcome: string][] = [
  ["typ of an access token", { typ: "at+jwt" }, refused("proof_wrong_type")],
  ["typ of any JWT", { typ: "JWT" }, refused("proof_wrong_type")],
  ["no typ", { typ: undefined }, refused("proof_wrong_type")],
  ["an algorithm that is not taken", { alg: "RS256" }, refused("proof_wrong_algorithm")],
  ["another algorithm than its key's", { alg: "PS256" }, refused("proof_key_unusable")],
  ["no algorithm", { alg: undefined }, refused("proof_malformed")],
  ["a critical extension", { crit: ["htm"], htm: "GET" }, refused("proof_critical_extension")],
  ["no key", { jwk: undefined }, refused("proof_key_unusable")],
  ["an empty key", { jwk: {} }, refused("proof_key_unusable")],
  ["a key that is no object", { jwk: "a" }, refused("proof_key_unusable")],
  ["the private key", { jwk: { ...jwk, d: privateMember } }, refused("proof_key_unusable")],
  ["a private member that is empty", { jwk: { ...jwk, d: "" } }, refused("proof_key_unusable")],
  ["a member of a secret key", { jwk: { ...jwk, k: "a" } }, refused("proof_key_unusable")],
  ["a member of a private RSA key", { jwk: { ...jwk, p: "a" } }, refused("proof_key_unusable")],
  ["a secret key", { jwk: { kty: "oct", k: base64url("secret") } }, refused("proof_key_unusable")],
  ["a key of another curve", { jwk: { ...jwk, crv: "P-384" } }, refused("proof_key_unusable")],
  ["a point that is not on the curve", { jwk: { ...jwk, x: y, y: x } }, refused("proof_key_unusable")],
  ["a huge exponent", { alg: "PS256", jwk: { kty: "RSA", n, e: n } }, refused("proof_key_unusable")],
  ["a huge modulus", { alg: "PS256", jwk: { kty: "RSA", n: n?.repeat(3), e: "AQAB" } }, refused("proof_key_unusable")],
  ["another's key", { jwk: other.publicJwk }, refused("proof_wrong_signature")],
];

type Brings = (backend: SignedInBackend, token: string) => Promise<Called>;
/** Calls that bring their proof otherwise. */
const calls: [name: string, call: Brings, outcome: string][] = [
  ["no proof", ({ call }, token) => call({ authorization: `DPoP ${token}` }), refused("proof_missing")],
  ["an empty proof", ({ withProof }, token) => withProof(token, ""), refused("proof_malformed")],
  [
    "two proofs",
    ({ withProof, proof }, token) => withProof(token, [proof(token), proof(token)]),
    refused("several_proofs"),
  ],
  [
    "the same proof twice",
    ({ withProof, proof }, token) => {
      const one = proof(token);
      return withProof(token, [one, one]);
    },
    refused("several_proofs"),
  ],
  [
    "two proofs in one header",
    ({ withProof, proof }, token) => withProof(token, `${proof(token)}, ${proof(token)}`),
    refused("proof_malformed"),
  ],
  [
    "a proof of 4 KiB",
    ({ withProof, proof }, token) => withProof(token, proof(token, { claims: { more: "a".repeat(3000) } })),
    refused("proof_malformed"),
  ],
  ["the token as its proof", ({ withProof }, token) => withProof(token, token), refused("proof_wrong_type")],
  [
    "the token as a bearer token, without a proof",
    ({ withBearer }, token) => withBearer(token),
    refused("token_bound", "invalid_token"),
  ],
  [
    "the token as a bearer token, with its proof",
    ({ call, proof }, token) => call({ authorization: `Bearer ${token}`, dpop: proof(token) }),
    refused("token_bound", "invalid_token"),
  ],
  [
    "a proof of another's key",
    ({ withProof, proof }, token) => withProof(token, proof(token, {}, other)),
    refused("proof_wrong_key", "invalid_token"),
  ],
  [
    "another's key in the customer's proof",
    ({ withProof, proof }, token) => withProof(token, proof(token, { header: { jwk } }, other)),
    refused("proof_wrong_signature"),
  ],
  [
    "a proof of another token",
    ({ withProof, proof, token: make }, token) => withProof(token, proof(make({ claims: boundToHolder }))),
    refused("proof_wrong_token"),
  ],
  [
    "a proof of a token that another's key holds",
    ({ withProof, proof, token: make }, token) =>
      withProof(make({ claims: { cnf: { jkt: thumbprintOf(other.publicJwk) } } }), proof(token)),
    refused("proof_wrong_token"),
  ],
  [
    "a proof with a MAC",
    ({ withProof }, token) =>
      withProof(
        token,
        macJws(
          { typ: "dpop+jwt", alg: "HS256", jwk: { kty: "oct", k: base64url("a") } },
          { jti: "a", htm: "GET", htu: url, iat: startedAt, ath: sha256(token) },
          "a",
        ),
      ),
    refused("proof_wrong_algorithm"),
  ],
  [
    "a proof without a signature",
    ({ withProof }, token) =>
      withProof(
        token,
        `${base64url({ typ: "dpop+jwt", alg: "none", jwk })}.${base64url({ jti: "a", htm: "GET", htu: url, iat: startedAt, ath: sha256(token) })}.`,
      ),
    refused("proof_wrong_algorithm"),
  ],
  [
    "a proof whose ath is in hexadecimal",
    ({ withProof, proof }, token) =>
      withProof(token, proof(token, { claims: { ath: createHash("sha256").update(token).digest("hex") } })),
    refused("proof_wrong_token"),
  ],
  [
    "a proof for the host that the request names",
    ({ call, proof }, token) =>
      call({
        authorization: `DPoP ${token}`,
        host: "evil.example",
        "x-forwarded-host": "evil.example",
        "x-forwarded-proto": "https",
        forwarded: "host=evil.example;proto=https",
        dpop: proof(token, { claims: { htu: "https://evil.example/v1/me" } }),
      }),
    refused("proof_wrong_url"),
  ],
  [
    "a proof for where the server really listens",
    ({ withProof, proof, url: real }, token) => withProof(token, proof(token, { claims: { htu: `${real}/v1/me` } })),
    refused("proof_wrong_url"),
  ],
  [
    "a proof for the whole address that the request line names",
    ({ call, proof }, token) =>
      call(
        { authorization: `DPoP ${token}`, dpop: proof(token, { claims: { htu: "https://evil.example/v1/me" } }) },
        "GET",
        "https://evil.example/v1/me",
      ),
    refused("proof_wrong_url"),
  ],
  [
    "our address in the request line",
    ({ withProof, call, proof }, token) => {
      void withProof;
      return call({ authorization: `DPoP ${token}`, dpop: proof(token) }, "GET", `${publicOrigin}/v1/me`);
    },
    refused("proof_wrong_url"),
  ],
  [
    "a proof for another method of the same address",
    ({ call, proof }, token) =>
      call(
        { authorization: `DPoP ${token}`, dpop: proof(token, { claims: { htu: `${publicOrigin}${routes.devices}` } }) },
        "POST",
        routes.devices,
        {},
      ),
    refused("proof_wrong_method"),
  ],
];

it("a proof is refused for each single thing in it that is wrong, and taken without", async () => {
  const backend = await setUpSignIn();
  const { token, proof, withProof } = backend;
  const told: [string, string][] = [];
  const mutated: [string, Brings][] = [
    ...claims.map(([name, of]): [string, Brings] => [name, (_, one) => withProof(one, proof(one, { claims: of }))]),
    ...headers.map(([name, of]): [string, Brings] => [name, (_, one) => withProof(one, proof(one, { header: of }))]),
    ...calls.map(([name, call]): [string, Brings] => [name, call]),
  ];
  for (const [name, call] of mutated) {
    const one = token({ claims: boundToHolder });
    told.push([
      name,
      await tell(
        backend,
        () => withProof(one),
        () => call(backend, one),
      ),
    ]);
  }
  expect(told).toEqual([...claims, ...headers, ...calls].map(([name, , outcome]) => [name, outcome]));
  expect(backend.solaris.all).toEqual([]);
});

it("a proof is taken with all that may be in it", async () => {
  const backend = await setUpSignIn();
  const { token, proof, withProof, call } = backend;
  const rsa = makeKey("PS256");
  const host = publicOrigin.replace("https://", "");
  const one = token({ claims: boundToHolder });
  const ofRsa = token({ claims: { cnf: { jkt: thumbprintOf(rsa.publicJwk) } } });
  const by = (of: Json) => withProof(one, proof(one, { claims: of }));
  const right: [string, () => Promise<Called>][] = [
    ["htu with a query", () => by({ htu: `${url}?a=b` })],
    ["htu with a fragment", () => by({ htu: `${url}#a` })],
    ["a query in the request", () => call({ authorization: `DPoP ${one}`, dpop: proof(one) }, "GET", "/v1/me?a=b")],
    ["htu with its ordinary port", () => by({ htu: `https://${host}:443/v1/me` })],
    ["htu with host and scheme in capitals", () => by({ htu: `HTTPS://${host.toUpperCase()}/v1/me` })],
    ["htu with dots", () => by({ htu: `${publicOrigin}/v1/a/../me` })],
    ["htu with a letter that is escaped", () => by({ htu: `${publicOrigin}/v1/%6De` })],
    ["iat 64 seconds ago: the age and the clocks' tolerance", () => by({ iat: startedAt - 64 })],
    ["iat in four seconds", () => by({ iat: startedAt + 4 })],
    ["a nonce that nobody asked for", () => by({ nonce: "a" })],
    [
      "more of the key",
      () => withProof(one, proof(one, { header: { jwk: { ...jwk, kid: "a", use: "sig", ext: true } } })),
    ],
    ["an RSA key", () => withProof(ofRsa, proof(ofRsa, {}, rsa))],
    ["its scheme in small letters", () => call({ authorization: `dpop ${one}`, dpop: proof(one) })],
    [
      "a jti of another key's proof",
      async () => {
        const jti = "the same";
        await withProof(ofRsa, proof(ofRsa, { claims: { jti } }, rsa));
        return by({ jti });
      },
    ],
  ];
  const told: [string, number][] = [];
  for (const [name, ask] of right) told.push([name, (await ask()).status]);
  expect(told).toEqual(right.map(([name]) => [name, 200]));
});
