// The backend with the Solaris sandbox, which verifies what Solaris would verify; keys and PIN as a computer makes them.
import { expect, it } from "vitest";
import { routes } from "../../src-contract/api/routes.ts";
import { createKey, encryptPin, signText } from "../sandbox/partner.ts";
import { type Ask, changeRequest, device, path, pinChange } from "./backend.ts";
import { startBoth } from "./backend-with-sandbox.ts";

type Code = () => Promise<string>;

async function bind(customer: Ask, code: Code) {
  const [unrestricted, restricted] = [createKey(), createKey()];
  const created = await customer("POST", routes.devices, device({ key: unrestricted.point }));
  expect(created.status).toBe(201);
  const { device_id: id, challenge } = created.json;
  const wrong = { challenge_id: challenge.id, signature: signText(restricted, await code()) };
  expect((await customer("POST", path.verification(id), wrong)).json.code).toBe("ERR_CODE_REFUSED");
  const signature = signText(unrestricted, await code());
  expect((await customer("POST", path.verification(id), { challenge_id: challenge.id, signature })).status).toBe(204);
  const key = { key: restricted.point, signature: signText(unrestricted, restricted.point) };
  expect((await customer("POST", path.keys(id), key)).status).toBe(201);
  return { id, unrestricted, restricted };
}

it("a computer is bound, changes a PIN that Solaris can read, and is removed", async () => {
  const { signIn, control, newestCode } = await startBoth();
  const ada = await signIn("Ada Single");
  const bound = await bind(ada, newestCode);
  expect((await ada("GET", path.device(bound.id))).json.key_purposes.sort()).toEqual(["restricted", "unrestricted"]);

  const card = (await ada("GET", routes.cards)).json.cards[0];
  const { json: jwk } = await ada("GET", path.pinKey(card.id));
  const change = (pin: string, signer = bound.restricted) => {
    const encrypted_pin = encryptPin(jwk, pin);
    const signature = signText(signer, encrypted_pin);
    return ada("POST", path.pinChanges(card.id), pinChange(bound.id, { encrypted_pin, key_id: jwk.kid, signature }));
  };
  expect((await change("1928")).json).toEqual({ outcome: "changed" });
  expect((await control("POST", "pin-check", { card_id: card.id, pin: "1928" })).json).toMatchObject({ matches: true });
  expect((await change("1234")).json.code).toBe("ERR_PIN_REFUSED");
  expect((await change("1928", createKey())).json.code).toBe("ERR_REFUSED"); // Solaris says no more than that
  await control("POST", "pin-keys/rotate");
  expect((await change("1928")).json.code).toBe("ERR_PIN_KEY_OUTDATED");

  expect((await ada("DELETE", path.device(bound.id))).status).toBe(204);
  expect((await ada("GET", routes.devices)).json.devices).toEqual([]);
});

it.each(["sms", "device_signing"] as const)("a PIN is changed by change request: %s", async (route) => {
  const { signIn, control, newestCode } = await startBoth();
  const ada = await signIn("Ada Single");
  const bound = await bind(ada, newestCode);
  const card = (await ada("GET", routes.cards)).json.cards[0];
  const { json: jwk } = await ada("GET", path.pinKey(card.id));
  const proof = (text: string, signer = bound.restricted) =>
    route === "sms" ? { route, tan: text } : { route, device_id: bound.id, signature: signText(signer, text) };
  const start = async (pin: string) => {
    const body = changeRequest(route, { encrypted_pin: encryptPin(jwk, pin), key_id: jwk.kid });
    const created = await ada("POST", path.changeRequests(card.id), body);
    const authorization = { route, device_id: bound.id };
    const authorized = await ada("POST", path.authorization(body.request_id), authorization);
    return { id: body.request_id, created, authorized, text: authorized.json?.string_to_sign ?? (await newestCode()) };
  };
  const confirm = (id: string, body: object) => ada("POST", path.confirmation(id), body);

  const first = await start("1928");
  expect(Date.parse(first.authorized.json.expires_at)).toBeGreaterThan(Date.now());
  expect((await confirm(first.id, proof(first.text))).json).toEqual({ outcome: "changed" });
  expect((await control("POST", "pin-check", { card_id: card.id, pin: "1928" })).json).toMatchObject({ matches: true });
  expect((await start("1234")).created.json.code).toBe("ERR_PIN_REFUSED");

  const second = await start("2846");
  const wrong = proof(route === "sms" ? (second.text === "000000" ? "000001" : "000000") : second.text, createKey());
  const refusal = route === "sms" ? "ERR_TAN_REFUSED" : "ERR_REFUSED";
  expect((await confirm(second.id, wrong)).json.code).toBe(refusal);
  const right = await confirm(second.id, proof(second.text));
  expect(right.json.code ?? right.json.outcome).toBe(route === "sms" ? "changed" : "ERR_REFUSED");

  const third = await start("2846");
  expect((await ada("POST", path.settlement(third.id))).json).toMatchObject({ state: "refused" });
  expect((await confirm(third.id, proof(third.text))).json.code).toBe("ERR_PIN_CHANGE_CLOSED");

  await control("POST", "pin-keys/rotate");
  const outdated = await start("2846");
  expect([outdated.created.json.code, outdated.authorized.json.code]).toEqual([
    "ERR_PIN_KEY_OUTDATED",
    "ERR_PIN_KEY_OUTDATED",
  ]);
});

it("a TAN that was tried too often, and a change request of nobody's phone, are told for what they are", async () => {
  const { signIn, newestCode } = await startBoth();
  const ada = await signIn("Ada Single");
  const card = (await ada("GET", routes.cards)).json.cards[0];
  const { json: jwk } = await ada("GET", path.pinKey(card.id));
  const body = changeRequest("sms", { encrypted_pin: encryptPin(jwk, "1928"), key_id: jwk.kid });
  await ada("POST", path.changeRequests(card.id), body);
  await ada("POST", path.authorization(body.request_id), { route: "sms" });
  const tan = await newestCode();
  const wrong = tan === "000000" ? "000001" : "000000";
  const codes: string[] = [];
  while (codes.at(-1) !== "ERR_CHANGE_REQUEST_ENDED" && codes.length < 10) {
    codes.push((await ada("POST", path.confirmation(body.request_id), { route: "sms", tan: wrong })).json.code);
  }
  expect(codes.slice(0, 2)).toEqual(["ERR_TAN_REFUSED", "ERR_TAN_REFUSED"]);
  expect((await ada("POST", path.confirmation(body.request_id), { route: "sms", tan })).json.code).toBe(
    "ERR_CHANGE_REQUEST_ENDED",
  );
  const mila = await signIn("Mila Mobilefree");
  const hers = (await mila("GET", routes.cards)).json.cards[0];
  const request = changeRequest("sms", { encrypted_pin: encryptPin(jwk, "1928"), key_id: jwk.kid });
  expect((await mila("POST", path.changeRequests(hers.id), request)).json.code).toBe("ERR_NO_MOBILE_NUMBER");
});

it("a device with its restricted key gets no other one, and is bound anew after its removal", async () => {
  const { signIn, newestCode } = await startBoth();
  const ada = await signIn("Ada Single");
  const bound = await bind(ada, newestCode);
  const another = createKey();
  const key = { key: another.point, signature: signText(bound.unrestricted, another.point) };
  expect((await ada("POST", path.keys(bound.id), key)).json.code).toBe("ERR_RESTRICTED_KEY_EXISTS");
  expect((await ada("DELETE", path.device(bound.id))).status).toBe(204);
  await bind(ada, newestCode);
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
  const request = () => device({ key: createKey().point });
  expect((await mila("POST", routes.devices, request())).json.code).toBe("ERR_NO_MOBILE_NUMBER");
  const ada = await signIn("Ada Single");
  for (let count = 0; count < 5; count += 1) await bind(ada, newestCode);
  expect((await ada("POST", routes.devices, request())).json.code).toBe("ERR_DEVICE_LIMIT");
});

it.each(["drop_before", "drop_after"])("a PIN change whose answer is lost arrives once: %s", async (kind) => {
  const { signIn, control, newestCode } = await startBoth();
  const ada = await signIn("Ada Single");
  const bound = await bind(ada, newestCode);
  const card = (await ada("GET", routes.cards)).json.cards[0];
  const { json: jwk } = await ada("GET", path.pinKey(card.id));
  await control("POST", "faults", { operation: "pin_update", kind });
  const encrypted_pin = encryptPin(jwk, "1928");
  const signature = signText(bound.restricted, encrypted_pin);
  const body = pinChange(bound.id, { encrypted_pin, key_id: jwk.kid, signature });
  for (const _repetition of [1, 2]) {
    expect((await ada("POST", path.pinChanges(card.id), body)).json.code).toBe("ERR_PIN_CHANGE_OUTCOME_UNKNOWN");
  }
  const { requests } = (await control("GET", "requests")).json;
  expect(requests.filter((one: { operation: string }) => one.operation === "pin_update")).toHaveLength(1);
});
