import { expect, it } from "vitest";
import { createLog } from "../../src-backend/server-log.ts";
import { routes } from "../../src-contract/api/routes.ts";
import { changeRequest, device as newDevice, path, pinChange, publicKey, setUpAda } from "./backend.ts";
import { accountId, card, cardId, device, deviceId, list, personId } from "./fake-solaris.ts";
import { usual } from "./usual-config.ts";

const marked = {
  jwe: "bWFya2VkandlMQ.bWFya2VkandlMg.bWFya2VkandlMw.bWFya2VkandlNA.bWFya2VkandlNQ",
  signature: "3045022100deadbeefdeadbeef",
  key: publicKey.replace("a346c447", "feedface"),
  data: "Web;marked-device-data",
  consent: "marked-consent-dcon",
  token: "marked-access-token",
  secret: "marked-client-secret",
  error: "markederrorid",
  detail: "marked detail",
  tan: "918273",
  activationCode: "markedcode918273",
};

it("nothing of a PIN, a key, a token or a person is in the log of a whole flow, even with all levels on", async () => {
  const { ada, solaris, logged } = await setUpAda({
    solaris: { clientSecret: marked.secret },
    config: { policy: { ...usual.policy, activationLetters: true, deviceData: "optional" } },
  });
  const activation = { id: "letter1", person_id: personId, code: marked.activationCode };
  solaris.on("POST", "/v1/mfa/challenges/activation", { status: 201, json: activation });
  solaris.on("GET", "/v1/mfa/challenges/activation", list([activation]));
  solaris.on("POST", "/oauth2/token", {
    json: { access_token: marked.token, token_type: "bearer", expires_in: 60 },
  });
  const consents = `/v1/persons/${personId}/device_consents`;
  solaris.on("POST", consents, { status: 201, json: { id: marked.consent, person_id: personId } });
  const data = { device_data: marked.data, device_consent_id: marked.consent };
  const { signature } = marked;
  const change = { encrypted_pin: marked.jwe, key_id: "marked-kid", signature, ...data };
  const all = async () => {
    await ada("POST", routes.deviceConsents, {});
    await ada("GET", routes.deviceConsents);
    await ada("GET", routes.me);
    await ada("GET", routes.cards);
    await ada("GET", path.pinKey(cardId));
    await ada("POST", routes.devices, newDevice({ name: "marked-name", key: marked.key, ...data }));
    await ada("POST", path.verification("newdevice"), { challenge_id: "challenge1", signature, ...data });
    await ada("POST", routes.activationLetters, {});
    await ada("GET", routes.activationLetters);
    await ada("DELETE", path.letter("letter1"));
    await ada("POST", routes.devices, newDevice({ challenge_type: "activation_code" }));
    await ada("POST", path.keys(deviceId), { key: marked.key, signature, ...data });
    await ada("GET", path.device(deviceId));
    await ada("POST", path.pinChanges(cardId), pinChange(deviceId, change));
    await ada("POST", path.pinChanges(cardId), pinChange(deviceId, { encrypted_pin: "marked but wrong" }));
    for (const route of ["sms", "device_signing"] as const) {
      const begin = changeRequest(route, { encrypted_pin: marked.jwe, key_id: "marked-kid" });
      const proof = route === "sms" ? { tan: marked.tan } : { device_id: deviceId, signature, ...data };
      await ada("POST", path.changeRequests(cardId), begin);
      await ada("POST", path.authorization(begin.request_id), { route, device_id: deviceId, ...data });
      await ada("POST", path.confirmation(begin.request_id), { route, ...proof });
      await ada("POST", path.settlement(begin.request_id));
    }
    await ada("GET", "/marked-path?marked=query");
    await ada("DELETE", path.device(deviceId));
  };
  await all();
  const error = { errors: [{ id: marked.error, code: "marked-code", detail: `${marked.detail} ${marked.tan}` }] };
  for (const status of [400, 401, 403, 404, 500]) {
    for (const method of ["POST", "PUT", "DELETE"]) {
      const ofLetters = ["/v1/mfa/challenges/activation", "/v1/mfa/challenges/activation/*"];
      for (const to of ["/v1/mfa/devices", "/v1/mfa/devices/*", "/v1/mfa/devices/*/keys", ...ofLetters]) {
        solaris.on(method, to, { status, json: error });
      }
    }
    solaris.on("PUT", "/v1/mfa/challenges/signatures/*", { status, json: error });
    solaris.on("POST", consents, { status, json: error });
    solaris.on("PATCH", `${consents}/*`, { status, json: error });
    solaris.on("POST", "/v1/change_requests/*/confirm", { status, json: error });
    solaris.on("POST", "/v1/cards/*/pin_update_requests", { status, json: error });
    await all();
  }
  solaris.on("GET", "/v1/accounts/*/cards", { json: [card("marked card", personId), { marked: 1 }] });
  solaris.on("GET", "/v1/mfa/devices", { json: [device("marked device", personId)] });
  await all();
  await ada("DELETE", path.consent(marked.consent));
  solaris.on("PATCH", `${consents}/*`, { status: 201, json: { id: marked.consent } });
  await ada("DELETE", path.consent(marked.consent));

  const log = logged();
  expect(log).toContain('"event":"solaris_call","operation":"pin_update","status":200');
  expect(log).toContain('"event":"solaris_token_refused"');
  expect(log).toContain('"operation":"confirm_with_tan","status":403');
  expect(log).toContain('"event":"device_protection","level":"keychain_passcode","accepted":true');
  expect(log.toLowerCase()).not.toContain("marked");
  expect(log).toContain('"operation":"create_activation","status":201');
  expect(log).toContain('"event":"device_consent","said":"withdrawn"');
  const ids = [cardId, deviceId, personId, accountId, "newdevice", "challenge1", "/v1/"];
  for (const secret of [...Object.values(marked), ...ids, btoa("client:"), "Ada", "Bearer", "Basic", solaris.url]) {
    expect(log).not.toContain(secret);
  }
  // Whatever is in it is of the closed vocabulary: words, numbers, a time, and the id that the backend gave the request.
  for (const line of log.trim().split("\n")) {
    const { time, x_request_id: id, ...fields } = JSON.parse(line);
    if (id !== undefined) expect(id).toMatch(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    expect(time).toMatch(/^[\d:.TZ-]+$/);
    for (const value of Object.values(fields)) expect(String(value)).toMatch(/^(?:[a-z_0-9]{1,40}|ERR_[A-Z_]{1,40})$/);
  }
});

it("the belt holds where the vocabulary does not", () => {
  let logged = "";
  const log = createLog("info", {
    write: (line) => {
      logged += line;
    },
  });
  const secrets = {
    encrypted_pin: "marked",
    token: "marked",
    signature: "marked",
    body: { pin: "marked", key: "marked" },
  };
  log({ event: "backend_stopped", ...secrets });
  expect(logged).toContain("backend_stopped");
  expect(logged).not.toContain("marked");
});
