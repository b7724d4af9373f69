// A whole PIN change through a backend that was delivered, with the sandbox as Solaris, which reads the PIN and verifies the signature.
import { writeFileSync } from "node:fs";
import { expect } from "vitest";
import { demoRoutes, routes } from "../../../src-contract/api/routes.ts";
import { startSandbox } from "../../../src-sandbox/start-sandbox.ts";
import { type Ask, ask, device, path, pinChange } from "../../backend/backend.ts";
import { createKey, encryptPin, pinKey, signText } from "../../sandbox/partner.ts";

/** Starts the sandbox. @param customers the file for DEMO_CUSTOMERS, written for everybody to read */
export async function startSolaris(customers: string) {
  const sandbox = await startSandbox({ pinKey: await pinKey });
  const { json } = await ask(`${sandbox.url}/sandbox/customers`, "GET");
  writeFileSync(customers, JSON.stringify(json), { mode: 0o644 });
  const environment = {
    SOLARIS_API_URL: sandbox.url,
    SOLARIS_AUTH_URL: `${sandbox.url}/oauth2/token`,
    SOLARIS_CLIENT_ID: "cardbound-demo",
  };
  return { ...sandbox, environment, clientSecret: "cardbound-demo-secret" };
}

/** Binds a computer, and changes a PIN with its key. @returns a question to the backend as that customer, and the change's id */
export async function changeOnePin(backend: string, sandbox: string) {
  const { token } = (await ask(backend + demoRoutes.signIn, "POST", { name: "Ada Single" })).json;
  const ada: Ask = (method, to, body) => ask(backend + to, method, body, { authorization: `Bearer ${token}` });
  const control: Ask = (method, to, body) => ask(`${sandbox}/sandbox/${to}`, method, body);
  const [unrestricted, restricted] = [createKey(), createKey()];
  const { device_id: id, challenge } = (await ada("POST", routes.devices, device({ key: unrestricted.point }))).json;
  const { code } = (await control("GET", "inbox")).json.messages.at(-1);
  const verification = { challenge_id: challenge.id, signature: signText(unrestricted, code) };
  expect((await ada("POST", path.verification(id), verification)).status).toBe(204);
  const key = { key: restricted.point, signature: signText(unrestricted, restricted.point) };
  expect((await ada("POST", path.keys(id), key)).status).toBe(201);

  const card = (await ada("GET", routes.cards)).json.cards[0];
  const { json: jwk } = await ada("GET", path.pinKey(card.id));
  const encrypted_pin = encryptPin(jwk, "1928");
  const signature = signText(restricted, encrypted_pin);
  const body = pinChange(id, { encrypted_pin, key_id: jwk.kid, signature });
  expect((await ada("POST", path.pinChanges(card.id), body)).json).toEqual({ outcome: "changed" });
  expect((await control("POST", "pin-check", { card_id: card.id, pin: "1928" })).json).toMatchObject({ matches: true });
  return { ask: ada, requestId: body.request_id };
}
