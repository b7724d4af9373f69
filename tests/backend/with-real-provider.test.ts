// The backend with a real identity provider and the Solaris sandbox, as a client that shares nothing with the product meets
// it: from the provider's page to the changed PIN.
import { expect, it, onTestFinished } from "vitest";
import { readConfig } from "../../src-backend/config.ts";
import { startBackend } from "../../src-backend/start-backend.ts";
import { routes } from "../../src-contract/api/routes.ts";
import { startSandbox } from "../../src-sandbox/start-sandbox.ts";
import { createKey, encryptPin, pinKey, signText } from "../sandbox/partner.ts";
import { type Ask, ask, device, path, pinChange } from "./backend.ts";
import { signInByHand } from "./browser-by-hand.ts";
import { makeKey, makeProof } from "./made-jws.ts";
import {
  backendAtProvider,
  clientId,
  nobodys,
  type RealProviderOptions,
  startRealProvider,
  strong,
} from "./real-provider.ts";

const publicOrigin = "https://cards.partner.example";
const audience = `${publicOrigin}/api`;
const name = "Ada Single";

async function setUp({ dpop, par, tokens }: Pick<RealProviderOptions, "dpop" | "par" | "tokens">) {
  const sandbox = await startSandbox({ pinKey: await pinKey });
  const customers: { name: string; person_id: string }[] = (await ask(`${sandbox.url}/sandbox/customers`, "GET")).json;
  const people = Object.fromEntries(customers.map((one) => [one.name, one.person_id]));
  const provider = await startRealProvider({ audience, people, dpop, par, tokens });
  const { issuer } = provider;
  let passedMs = 0;
  const backend = await startBackend(
    readConfig({
      ...backendAtProvider({ sandboxUrl: sandbox.url, issuer, audience, publicOrigin, dpop, tokens }),
      STEP_UP_MAX_AGE_SECONDS: "300",
    }),
    { monotonic: () => performance.now() + passedMs },
  );
  onTestFinished(async () => {
    await sandbox.close();
    await backend.close();
  });
  const key = dpop ? makeKey("ES256") : undefined;
  const signIn = (more: { acrValues?: string; name?: string } = {}) =>
    signInByHand({ issuer, clientId, resource: audience, name, pushed: par, ...(key && { key }), ...more });
  const askWith =
    (token: string): Ask =>
    (method, to, body) => {
      const at = Math.floor(Date.now() / 1000);
      const url = `${publicOrigin}${to}`;
      const headers = key
        ? { authorization: `DPoP ${token}`, dpop: makeProof(key, { method, url, token, at }) }
        : { authorization: `Bearer ${token}` };
      return ask(backend.url + to, method, body, headers);
    };
  const control: Ask = (method, to, body) => ask(`${sandbox.url}/sandbox/${to}`, method, body);
  const advance = (seconds: number) => {
    passedMs += seconds * 1000;
  };
  return { provider, backend, signIn, askWith, control, advance };
}

it.each([
  { dpop: true, par: true, tokens: "jwt" },
  { dpop: false, par: false, tokens: "jwt" },
  { dpop: true, par: false, tokens: "introspection" },
] as const)("a cardholder signs in, strongly when asked to, binds a computer and changes a PIN: %j", async (kind) => {
  const { signIn, askWith, control } = await setUp(kind);
  const first = await signIn();
  expect(first.type).toBe(kind.dpop ? "DPoP" : "Bearer");
  const weakly = askWith(first.accessToken);
  const me = await weakly("GET", routes.me);
  expect(me.json).toMatchObject({ name, sign_in_again: { acr_values: [strong], max_age: 300 } });
  const [unrestricted, restricted] = [createKey(), createKey()];
  const refused = await weakly("POST", routes.devices, device({ key: unrestricted.point }));
  expect([refused.status, refused.json.code]).toEqual([401, "ERR_SIGN_IN_AGAIN"]);
  const acrValues = /acr_values="([^"]+)"/.exec(refused.headers.get("www-authenticate") ?? "")?.[1] ?? "";

  const ada = askWith((await signIn({ acrValues })).accessToken);
  expect((await ada("GET", routes.me)).json).toEqual({ ...me.json, sign_in_again: null });
  const created = await ada("POST", routes.devices, device({ key: unrestricted.point }));
  const { device_id: id, challenge } = created.json;
  const code = (await control("GET", "inbox")).json.messages.at(-1).code;
  const proof = { challenge_id: challenge.id, signature: signText(unrestricted, code) };
  expect((await ada("POST", path.verification(id), proof)).status).toBe(204);
  const added = { key: restricted.point, signature: signText(unrestricted, restricted.point) };
  expect((await ada("POST", path.keys(id), added)).status).toBe(201);

  const card = (await ada("GET", routes.cards)).json.cards[0];
  const { json: jwk } = await ada("GET", path.pinKey(card.id));
  const encrypted_pin = encryptPin(jwk, "1928");
  const change = pinChange(id, { encrypted_pin, key_id: jwk.kid, signature: signText(restricted, encrypted_pin) });
  expect((await ada("POST", path.pinChanges(card.id), change)).json).toEqual({ outcome: "changed" });
  expect((await control("POST", "pin-check", { card_id: card.id, pin: "1928" })).json).toMatchObject({ matches: true });
});

it("what else the provider issues is no sign-in, and whom it knows need not be a cardholder", async () => {
  const { backend, signIn, askWith } = await setUp({ dpop: true, par: true, tokens: "jwt" });
  const { accessToken, idToken } = await signIn();
  expect((await askWith(accessToken)("GET", routes.me)).status).toBe(200);
  const asBearer = await ask(backend.url + routes.me, "GET", undefined, { authorization: `Bearer ${accessToken}` });
  expect([asBearer.status, asBearer.headers.get("www-authenticate")]).toEqual([401, 'DPoP algs="ES256 PS256"']);
  const idTokenInstead = await askWith(idToken)("GET", routes.me);
  expect([idTokenInstead.status, idTokenInstead.json.code]).toEqual([401, "ERR_NOT_SIGNED_IN"]);
  const stranger = await askWith((await signIn({ name: nobodys })).accessToken)("GET", routes.me);
  expect([stranger.status, stranger.json.code]).toEqual([403, "ERR_NO_CARDHOLDER"]);
});

it("while the provider is away whoever is signed in stays so, and its new key is found", async () => {
  const { provider, signIn, askWith, advance } = await setUp({ dpop: true, par: true, tokens: "jwt" });
  const ada = askWith((await signIn()).accessToken);
  expect((await ada("GET", routes.me)).status).toBe(200);
  provider.faults.isAway = true;
  expect((await ada("GET", routes.me)).status).toBe(200);
  provider.faults.isAway = false;
  provider.rotateKeys();
  advance(30);
  const after = askWith((await signIn()).accessToken);
  expect((await after("GET", routes.me)).status).toBe(200);
  // The old key is not published any more.
  expect((await ada("GET", routes.me)).status).toBe(401);
});
