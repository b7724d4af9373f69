// Attacker: somebody with an ID token, or a token of another app, of a provider whose JWTs all have the same type.
// Way: sends it as an access token. Impact: a customer's cards, devices and PIN changes.
// docs/threat-model.md#tokens-verified
import { expect, it } from "vitest";
import type { Json } from "./made-jws.ts";
import { audience, clientId, setUpSignIn, tell } from "./signed-in-backend.ts";

/** What these providers write in place of RFC 9068's claims. */
const plain: Json = { client_id: undefined, azp: clientId, jti: undefined, scope: undefined, scp: "cards pin" };
const header: Json = { typ: "JWT" };
const lacksScope = "200, then 403 scope_missing (insufficient_scope)";
const refused = (reason: string) => `200, then 401 ${reason} (invalid_token)`;

it.each<[name: string, header: Json, claims: Json]>([
  ["azp and scp, without jti", header, plain],
  ["client_id and scope", header, {}],
  ["azp and client_id alike", header, { azp: clientId }],
  ["RFC 9068's type", { typ: "at+jwt" }, {}],
  ["scp in a list", header, { ...plain, scp: ["openid", "cards", "pin"] }],
  ["scope in a list", header, { scope: ["cards", "pin"] }],
  ["scope and scp alike, in another order", header, { scope: "cards pin", scp: ["pin", "cards"] }],
  ["null for what it does not have", header, { azp: null, scp: null, nbf: null, cnf: null }],
  ["what a provider calls an access token", header, { ...plain, typ: "Bearer", token_use: "access" }],
])("a plain JWT is taken with %s", async (_name, ofHeader, claims) => {
  const { token, withBearer } = await setUpSignIn({ tokens: "plain-jwt" });
  expect((await withBearer(token({ header: ofHeader, claims }))).status).toBe(200);
});

it.each<[name: string, header: Json, claims: Json, outcome: string]>([
  ["an ID token's aud", header, { aud: clientId }, refused("wrong_audience")],
  ["an ID token's nonce, whatever its aud", header, { aud: [clientId, audience], nonce: "a" }, refused("id_token")],
  ["an ID token's at_hash", header, { at_hash: "a" }, refused("id_token")],
  ["a c_hash", header, { c_hash: "a" }, refused("id_token")],
  ["an s_hash", header, { s_hash: "a" }, refused("id_token")],
  ["azp of another app", header, { azp: "other" }, refused("wrong_client")],
  ["azp of ours and client_id of another app", header, { client_id: "other" }, refused("wrong_client")],
  ["client_id of ours and azp of another app", header, { client_id: clientId, azp: "other" }, refused("wrong_client")],
  ["neither azp nor client_id", header, { azp: undefined }, refused("claims_malformed")],
  ["azp in a list", header, { azp: [clientId] }, refused("claims_malformed")],
  ["scp in a list that is not of words", header, { scp: ["cards pin"] }, refused("claims_malformed")],
  ["scp in a list of numbers", header, { scp: [1] }, refused("claims_malformed")],
  ["null for both scopes", header, { scope: null, scp: null }, lacksScope],
  ["half of the scope", header, { scp: "cards" }, lacksScope],
  ["half of the scope in a list", header, { scp: ["cards"] }, lacksScope],
  ["more in scope than in scp", header, { scope: "cards pin", scp: "cards" }, lacksScope],
  ["more in scp than in scope", header, { scope: "openid cards", scp: "cards pin" }, lacksScope],
  ["one half of it in each", header, { scope: "cards", scp: "pin" }, lacksScope],
  ["nothing in scp", header, { scope: "cards pin", scp: [] }, lacksScope],
  ["aud of an ID token that names us too", header, { aud: [clientId, audience] }, refused("id_token")],
  ["aud of another app's that names us too", header, { aud: [audience, "cardbound-mobile"] }, refused("id_token")],
  ["what a provider calls an ID token", header, { typ: "ID" }, refused("wrong_type")],
  ["what another calls an ID token", header, { token_use: "id" }, refused("wrong_type")],
  ["what a provider calls a refresh token", header, { typ: "Refresh" }, refused("wrong_type")],
  ["a proof's typ", { typ: "dpop+jwt" }, {}, refused("wrong_type")],
  ["a logout token's typ", { typ: "logout+jwt" }, {}, refused("wrong_type")],
  ["no typ", { typ: undefined }, {}, refused("wrong_type")],
])("and refused with %s", async (_name, ofHeader, claims, outcome) => {
  const backend = await setUpSignIn({ tokens: "plain-jwt" });
  const { token, withBearer } = backend;
  const right = () => withBearer(token({ header, claims: plain }));
  const wrong = () => withBearer(token({ header: ofHeader, claims: { ...plain, ...claims } }));
  expect(await tell(backend, right, wrong)).toBe(outcome);
});

it("is refused where RFC 9068 is asked for", async () => {
  const backend = await setUpSignIn();
  const { token, withBearer } = backend;
  const right = () => withBearer(token());
  const wrong = () => withBearer(token({ header }));
  expect(await tell(backend, right, wrong)).toBe(refused("wrong_type"));
});
