// The backend with the Solaris sandbox, which verifies what Solaris would verify; keys and PIN as a computer makes them.
import { describe, expect, it } from "vitest";
import { routes } from "../../src-contract/api/routes.ts";
import { createKey, encryptPin, signText } from "../sandbox/partner.ts";
import { type Ask, changeRequest, device, path, pinChange } from "./backend.ts";
import { startBoth } from "./backend-with-sandbox.ts";
import { usual } from "./usual-config.ts";

type Code = () => Promise<string>;

async function bind(customer: Ask, code: Code, more: object = {}) {
  const [unrestricted, restricted] = [createKey(), createKey()];
  const created = await customer("POST", routes.devices, device({ key: unrestricted.point, ...more }));
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

describe("a customer without a mobile number", () => {
  /** With the policy that offers letters, and Mila signed in. */
  async function withLetters() {
    const both = await startBoth({ policy: { ...usual.policy, activationLetters: true } });
    const letters = async () => (await both.control("GET", "letters")).json.letters;
    return { ...both, letters, mila: await both.signIn("Mila Mobilefree") };
  }
  const begin = (customer: Ask, key: string) =>
    customer("POST", routes.devices, device({ key, challenge_type: "activation_code" }));

  it("binds a computer with the code of a letter that came days later, and changes a PIN with it", async () => {
    const { mila, letters, control } = await withLetters();
    await control("PUT", "settings", { letter_seconds: 1800 });
    const requested = await mila("POST", routes.activationLetters, {});
    expect(requested.status).toBe(201);
    expect((await mila("POST", routes.activationLetters, {})).json.code).toBe("ERR_ACTIVATION_CODE_EXISTS");
    expect((await mila("GET", routes.activationLetters)).json.letters).toEqual([requested.json]);
    expect(await letters()).toMatchObject([{ code: null }]);
    await control("POST", "clock", { advance_seconds: 1800 });
    const [{ code }] = await letters();
    expect(JSON.stringify(requested.json)).not.toContain(code);

    const bound = await bind(mila, async () => code, { challenge_type: "activation_code" });
    const card = (await mila("GET", routes.cards)).json.cards[0];
    const { json: jwk } = await mila("GET", path.pinKey(card.id));
    const encrypted_pin = encryptPin(jwk, "1928");
    const signature = signText(bound.restricted, encrypted_pin);
    const change = pinChange(bound.id, { encrypted_pin, key_id: jwk.kid, signature });
    expect((await mila("POST", path.pinChanges(card.id), change)).json).toEqual({ outcome: "changed" });

    // The code was good once.
    expect((await mila("GET", routes.activationLetters)).json.letters).toEqual([]);
    expect((await begin(mila, createKey().point)).json.code).toBe("ERR_CODE_EXPIRED");
  });

  it.each([
    ["drop_before", 0],
    ["drop_after", 1],
  ])("learns from the list what became of a letter whose answer is lost: %s", async (kind, sent) => {
    const { mila, letters, control } = await withLetters();
    await control("POST", "faults", { operation: "create_activation", kind });
    expect((await mila("POST", routes.activationLetters, {})).json.code).toBe("ERR_SOLARIS_UNAVAILABLE");
    expect((await mila("GET", routes.activationLetters)).json.letters).toHaveLength(sent);
    expect(await letters()).toHaveLength(sent);
  });

  it.each([
    ["drop_before", "ERR_SOLARIS_UNAVAILABLE", 1],
    ["drop_after", 204, 0],
  ])("has cancelled a letter where the list says so, if the answer is lost: %s", async (kind, told, left) => {
    const { mila, control } = await withLetters();
    const { letter_id: id } = (await mila("POST", routes.activationLetters, {})).json;
    await control("POST", "faults", { operation: "delete_activation", kind });
    const { status, json } = await mila("DELETE", path.letter(id));
    expect(json?.code ?? status).toBe(told);
    expect((await mila("GET", routes.activationLetters)).json.letters).toHaveLength(left);
  });

  it("gets nothing with the code of a letter that was cancelled, or that another one replaced", async () => {
    const { mila, letters } = await withLetters();
    await mila("POST", routes.activationLetters, {});
    const second = await mila("POST", routes.activationLetters, { invalidate_existing_code: true });
    const [newer, older] = (await letters()) as { code: string }[];
    const key = createKey();
    const { device_id: id, challenge } = (await begin(mila, key.point)).json;
    const verify = (code = "") =>
      mila("POST", path.verification(id), { challenge_id: challenge.id, signature: signText(key, code) });
    expect((await verify(older?.code)).json.code).toBe("ERR_CODE_REFUSED");
    expect((await mila("DELETE", path.letter(second.json.letter_id))).status).toBe(204);
    expect((await verify(newer?.code)).json.code).toBe("ERR_CODE_EXPIRED");
    expect((await mila("GET", routes.devices)).json.devices).toEqual([]);
  });

  it("loses the code to whoever guesses at it with one computer after another, after three guesses", async () => {
    const { mila, letters } = await withLetters();
    await mila("POST", routes.activationLetters, {});
    const codes: string[] = [];
    for (let tries = 0; tries < 4; tries += 1) {
      const key = createKey();
      const { status, json } = await begin(mila, key.point);
      if (status !== 201) {
        codes.push(json.code);
        continue;
      }
      const guess = { challenge_id: json.challenge.id, signature: signText(key, `guess${tries}`) };
      codes.push((await mila("POST", path.verification(json.device_id), guess)).json.code);
    }
    expect(codes).toEqual(["ERR_CODE_REFUSED", "ERR_CODE_REFUSED", "ERR_CODE_REFUSED", "ERR_CODE_EXPIRED"]);
    expect(await letters()).toMatchObject([{ counts: false }]);
  });
});
