// The backend with the Solaris sandbox, which verifies what Solaris would verify; keys and PIN as a computer makes them.
import { expect, it, onTestFinished } from "vitest";
import { demoRoutes, routes } from "../../src-backend/api/routes.ts";
import { startBackend } from "../../src-backend/start-backend.ts";
import { startSandbox } from "../../src-sandbox/start-sandbox.ts";
import { createKey, encryptPin, signText } from "../sandbox/partner.ts";
import { type Ask, ask, path } from "./backend.ts";

async function startBoth() {
  const sandbox = await startSandbox();
  const demoCustomers = (await ask(`${sandbox.url}/sandbox/customers`, "GET")).json;
  const backend = await startBackend({
    host: "127.0.0.1",
    port: 0,
    logLevel: "silent",
    solaris: {
      apiUrl: sandbox.url,
      authUrl: `${sandbox.url}/oauth2/token`,
      clientId: "cardbound-demo",
      clientSecret: "cardbound-demo-secret",
      timeoutMs: 5000,
    },
    demoCustomers,
  });
  onTestFinished(async () => {
    await sandbox.close();
    await backend.close();
  });
  const signIn = async (name: string): Promise<Ask> => {
    const { json } = await ask(backend.url + demoRoutes.signIn, "POST", { name });
    return (method, to, body) => ask(backend.url + to, method, body, { authorization: `Bearer ${json.token}` });
  };
  const control: Ask = (method, to, body) => ask(`${sandbox.url}/sandbox/${to}`, method, body);
  const newestCode = async (): Promise<string> => (await control("GET", "inbox")).json.messages.at(-1).code;
  return { signIn, control, newestCode };
}

type Code = () => Promise<string>;

async function bind(customer: Ask, code: Code) {
  const [unrestricted, restricted] = [createKey(), createKey()];
  const created = await customer("POST", routes.devices, { name: "Test PC", key: unrestricted.point });
  expect(created.status).toBe(201);
  const { device_id: id, challenge } = created.json;
  const wrong = { challenge_id: challenge.id, signature: signText(restricted, await code()) };
  expect((await customer("POST", path.verification(id), wrong)).json.code).toBe("code_refused");
  const signature = signText(unrestricted, await code());
  expect((await customer("POST", path.verification(id), { challenge_id: challenge.id, signature })).status).toBe(204);
  const key = { key: restricted.point, signature: signText(unrestricted, restricted.point) };
  expect((await customer("POST", path.keys(id), key)).status).toBe(201);
  return { id, restricted };
}

it("a computer is bound, changes a PIN that Solaris can read, and is removed", async () => {
  const { signIn, control, newestCode } = await startBoth();
  const ada = await signIn("Ada Single");
  const device = await bind(ada, newestCode);
  expect((await ada("GET", path.device(device.id))).json.key_purposes.sort()).toEqual(["restricted", "unrestricted"]);

  const card = (await ada("GET", routes.cards)).json.cards[0];
  const { json: jwk } = await ada("GET", path.pinKey(card.id));
  const change = (pin: string, signer = device.restricted) => {
    const encrypted_pin = encryptPin(jwk, pin);
    const signature = signText(signer, encrypted_pin);
    return ada("POST", path.pinChanges(card.id), { device_id: device.id, encrypted_pin, key_id: jwk.kid, signature });
  };
  expect((await change("1928")).json).toEqual({ outcome: "changed" });
  expect((await control("POST", "pin-check", { card_id: card.id, pin: "1928" })).json).toMatchObject({ matches: true });
  expect((await change("1234")).json.code).toBe("pin_refused");
  expect((await change("1928", createKey())).json.code).toBe("device_refused");
  await control("POST", "pin-keys/rotate");
  expect((await change("1928")).json.code).toBe("pin_key_outdated");

  expect((await ada("DELETE", path.device(device.id))).status).toBe(204);
  expect((await ada("GET", routes.devices)).json.devices).toEqual([]);
});

it("every kind of card is listed, over more than one page", async () => {
  const { signIn } = await startBoth();
  const { cards } = (await (await signIn("Victor Many"))("GET", routes.cards)).json;
  expect(cards).toHaveLength(23);
  expect(new Set(cards.map((card: { status: string }) => card.status))).toContain("UNDER_REVIEW");
  expect((await (await signIn("Nora Null"))("GET", routes.cards)).json.cards).toEqual([]);
});

it("no mobile number, and a sixth device, are told for what they are", async () => {
  const { signIn, newestCode } = await startBoth();
  const mila = await signIn("Mila Mobilefree");
  const request = () => ({ name: "Test PC", key: createKey().point });
  expect((await mila("POST", routes.devices, request())).json.code).toBe("no_mobile_number");
  const ada = await signIn("Ada Single");
  for (let count = 0; count < 5; count += 1) await bind(ada, newestCode);
  expect((await ada("POST", routes.devices, request())).json.code).toBe("device_limit_reached");
});

it.each(["drop_before", "drop_after"])("a PIN change whose answer is lost arrives once: %s", async (kind) => {
  const { signIn, control, newestCode } = await startBoth();
  const ada = await signIn("Ada Single");
  const device = await bind(ada, newestCode);
  const card = (await ada("GET", routes.cards)).json.cards[0];
  const { json: jwk } = await ada("GET", path.pinKey(card.id));
  await control("POST", "faults", { operation: "pin_update", kind });
  const encrypted_pin = encryptPin(jwk, "1928");
  const signature = signText(device.restricted, encrypted_pin);
  const body = { device_id: device.id, encrypted_pin, key_id: jwk.kid, signature };
  expect((await ada("POST", path.pinChanges(card.id), body)).json.code).toBe("pin_change_outcome_unknown");
  const { requests } = (await control("GET", "requests")).json;
  expect(requests.filter((one: { operation: string }) => one.operation === "pin_update")).toHaveLength(1);
});
