import { describe, expect, it } from "vitest";
import { routes } from "../../src-contract/api/routes.ts";
import { path, publicKey, setUpAda, signature } from "./backend.ts";
import { device, deviceId, type FakeSolaris, personId, refusal, type Said } from "./fake-solaris.ts";

const create = { name: "Ada's PC", key: publicKey, protection_level: "keychain_passcode" };
const verify = { challenge_id: "challenge1", signature };
const addKey = { key: publicKey.toUpperCase(), signature };
const fiveDevices = { json: Array.from({ length: 5 }, (_, index) => device(`d${index}`, personId)) };
const json = (solaris: FakeSolaris, method: string, ending: string) => solaris.asked(method, ending).at(-1)?.json;

describe("creating a device", () => {
  it("asks Solaris for an unrestricted key and a code by text message", async () => {
    const { ada, solaris } = await setUpAda();
    const answer = await ada("POST", routes.devices, { ...create, language: "de" });
    expect(answer.status).toBe(201);
    expect(answer.json).toEqual({
      device_id: "newdevice",
      challenge: { id: "challenge1", expires_at: "2030-05-12T14:25:00.000Z" },
    });
    expect(json(solaris, "POST", "/v1/mfa/devices")).toEqual({
      person_id: personId,
      key_type: "ecdsa-p256",
      key_purpose: "unrestricted",
      challenge_type: "sms",
      name: "Ada's PC",
      key: publicKey,
      language: "de",
    });
  });

  it.each([200, 201, 202])("succeeds with %d", async (status) => {
    const { ada, solaris } = await setUpAda();
    const challenge = { id: "c", expires_at: "2030-05-12T14:25:00+00:00" };
    solaris.on("POST", "/v1/mfa/devices", { status, json: { id: "d", challenge } });
    expect((await ada("POST", routes.devices, create)).status).toBe(201);
  });

  const number = { source: { field: "number", message: "telephone number not found" } };
  it.each<[string, number, object]>([
    ["shape C's error_code", 400, refusal({ error_code: "telephone_number_not_found", detail: "No." })],
    ["the mock's detail and field", 400, { errors: [refusal({ detail: "telephone number not found", ...number })] }],
    ["a missing mobile number", 404, refusal({ detail: "Couldn't find 'Solaris::MobileNumber'" })],
  ])("without a mobile number says so: %s", async (_name, status, error) => {
    const { ada, solaris } = await setUpAda();
    solaris.on("POST", "/v1/mfa/devices", { status, json: error });
    solaris.on("GET", "/v1/mfa/devices", fiveDevices);
    expect((await ada("POST", routes.devices, create)).json.code).toBe("ERR_NO_MOBILE_NUMBER");
  });

  it.each([400, 403, 409])("beyond five is told by counting, after %d", async (status) => {
    const { ada, solaris } = await setUpAda();
    solaris.on("POST", "/v1/mfa/devices", { status, json: refusal() });
    solaris.on("GET", "/v1/mfa/devices", fiveDevices);
    expect((await ada("POST", routes.devices, create)).json.code).toBe("ERR_DEVICE_LIMIT");
  });

  it.each<[string, Said, Said, string]>([
    ["409 and fewer devices", { status: 409, json: refusal() }, { json: [] }, "ERR_DEVICE_KEY_CONFLICT"],
    ["409 and no list", { status: 409, json: refusal() }, { status: 500 }, "ERR_DEVICE_KEY_CONFLICT"],
    [
      "409 about the key, five devices",
      { status: 409, json: refusal({ source: { field: "key" } }) },
      fiveDevices,
      "ERR_DEVICE_KEY_CONFLICT",
    ],
    ["400 and fewer devices", { status: 400, json: refusal() }, { json: [] }, "ERR_REFUSED"],
    ["403 and fewer devices", { status: 403, json: refusal() }, { json: [] }, "ERR_REFUSED"],
    ["500", { status: 500 }, fiveDevices, "ERR_SOLARIS_UNAVAILABLE"],
    [
      "a success without an id",
      { status: 202, json: { challenge: { id: "d" } } },
      { json: [] },
      "ERR_SOLARIS_UNAVAILABLE",
    ],
  ])("answers %s with the right problem", async (_name, said, list, code) => {
    const { ada, solaris } = await setUpAda();
    solaris.on("POST", "/v1/mfa/devices", said);
    solaris.on("GET", "/v1/mfa/devices", list);
    expect((await ada("POST", routes.devices, create)).json.code).toBe(code);
    expect(solaris.asked("POST", "/v1/mfa/devices")).toHaveLength(1);
  });
});

describe("verifying a device", () => {
  it("signs the challenge, once", async () => {
    const { ada, solaris } = await setUpAda();
    await ada("POST", routes.devices, create);
    const { status, text } = await ada("POST", path.verification("newdevice"), verify);
    expect([status, text]).toEqual([204, ""]);
    expect(json(solaris, "PUT", "/v1/mfa/challenges/signatures/challenge1")).toEqual({ signature });
    expect((await ada("POST", path.verification("newdevice"), verify)).json.code).toBe("ERR_CODE_EXPIRED");
    expect(solaris.asked("PUT", "/challenge1")).toHaveLength(1);
  });

  it.each([400, 403, 409, 422])("after %d can be tried again", async (status) => {
    const { ada, solaris } = await setUpAda();
    await ada("POST", routes.devices, create);
    solaris.on("PUT", "/v1/mfa/challenges/signatures/challenge1", { status, json: refusal() });
    expect((await ada("POST", path.verification("newdevice"), verify)).json.code).toBe("ERR_CODE_REFUSED");
    solaris.on("PUT", "/v1/mfa/challenges/signatures/challenge1", { status: 204 });
    expect((await ada("POST", path.verification("newdevice"), verify)).status).toBe(204);
  });

  it("ends with the challenge", async () => {
    const { ada, solaris } = await setUpAda();
    await ada("POST", routes.devices, create);
    solaris.on("PUT", "/v1/mfa/challenges/signatures/challenge1", { status: 404, json: refusal() });
    const { status, json: body } = await ada("POST", path.verification("newdevice"), verify);
    expect([status, body.code]).toEqual([410, "ERR_CODE_EXPIRED"]);
  });

  it("does not call a right code wrong when there are five devices by now", async () => {
    const { ada, solaris } = await setUpAda();
    await ada("POST", routes.devices, create);
    solaris.on("PUT", "/v1/mfa/challenges/signatures/challenge1", { status: 409, json: refusal() });
    solaris.on("GET", "/v1/mfa/devices", fiveDevices);
    expect((await ada("POST", path.verification("newdevice"), verify)).json.code).toBe("ERR_DEVICE_LIMIT");
  });
});

describe("a bound device", () => {
  const keys = [
    { key_id: "k1", key_purpose: "unrestricted" },
    { key_id: "k2", key_purpose: "restricted", used_at: null },
  ];
  it.each([
    ["an object", { device_id: deviceId, keys }],
    ["an array of objects", [{ device_id: deviceId, keys }]],
  ])("shows the purposes of its keys, which come as %s", async (_name, answer) => {
    const { ada, solaris } = await setUpAda();
    solaris.on("GET", `/v1/mfa/devices/${deviceId}/keys`, { json: answer });
    expect((await ada("GET", path.device(deviceId))).json).toEqual({
      id: deviceId,
      name: "Samsung Galaxy S20",
      created_at: "2022-06-30T22:19:37.000Z",
      key_purposes: ["unrestricted", "restricted"],
    });
  });

  it("is listed with the limit", async () => {
    const { ada } = await setUpAda();
    const { json: body } = await ada("GET", routes.devices);
    expect(body.limit).toBe(5);
    expect(body.devices).toEqual([
      { id: deviceId, name: "Samsung Galaxy S20", created_at: "2022-06-30T22:19:37.000Z" },
    ]);
  });

  it("gets its restricted key, whose text stays as it was signed", async () => {
    const { ada, solaris } = await setUpAda();
    const key = publicKey.replace("a", "A");
    const { status, json: body } = await ada("POST", path.keys(deviceId), { key, signature });
    expect([status, body]).toEqual([201, { key_id: "k2" }]);
    expect(json(solaris, "POST", `/v1/mfa/devices/${deviceId}/keys`)).toEqual({
      key,
      key_type: "ecdsa-p256",
      key_purpose: "restricted",
      device_signature: { signature_key_purpose: "unrestricted", signature },
    });
  });

  it.each([
    [409, "ERR_RESTRICTED_KEY_EXISTS"],
    [403, "ERR_REFUSED"],
    [404, "ERR_NOT_FOUND"],
    [400, "ERR_REFUSED"],
  ])("whose further key is answered with %d", async (status, code) => {
    const { ada, solaris } = await setUpAda();
    solaris.on("POST", `/v1/mfa/devices/${deviceId}/keys`, { status, json: refusal() });
    expect((await ada("POST", path.keys(deviceId), addKey)).json.code).toBe(code);
  });

  it("that has its restricted key gets no other one, and Solaris is not asked for it", async () => {
    const { ada, solaris } = await setUpAda();
    solaris.on("GET", `/v1/mfa/devices/${deviceId}/keys`, { json: { keys } });
    const { status, json: body } = await ada("POST", path.keys(deviceId), addKey);
    expect([status, body.code]).toEqual([409, "ERR_RESTRICTED_KEY_EXISTS"]);
    expect(solaris.asked("POST", "/keys")).toEqual([]);
  });

  it.each([{ status: 500 }, { json: {} }])("whose keys cannot be read gets none: %j", async (said) => {
    const { ada, solaris } = await setUpAda();
    solaris.on("GET", `/v1/mfa/devices/${deviceId}/keys`, said);
    expect((await ada("POST", path.keys(deviceId), addKey)).json.code).toBe("ERR_SOLARIS_UNAVAILABLE");
    expect(solaris.asked("POST", "/keys")).toEqual([]);
  });

  it("gets one of two restricted keys that are sent at the same time", async () => {
    const { ada, solaris } = await setUpAda();
    const held = [{ key_id: "k1", key_purpose: "unrestricted" }];
    solaris.on("GET", `/v1/mfa/devices/${deviceId}/keys`, () => ({ json: { keys: held } }));
    solaris.on("POST", `/v1/mfa/devices/${deviceId}/keys`, () => {
      held.push({ key_id: "k2", key_purpose: "restricted" });
      return { status: 201, json: { id: "k2" } };
    });
    const both = await Promise.all([
      ada("POST", path.keys(deviceId), addKey),
      ada("POST", path.keys(deviceId), addKey),
    ]);
    expect(both.map((answer) => answer.status).sort()).toEqual([201, 409]);
    expect(held).toHaveLength(2);
  });

  it("is removed", async () => {
    const { ada, solaris } = await setUpAda();
    solaris.on("DELETE", `/v1/mfa/devices/${deviceId}`, () => {
      solaris.on("GET", "/v1/mfa/devices", { json: [] });
      return { status: 204 };
    });
    const { status, text } = await ada("DELETE", path.device(deviceId));
    expect([status, text]).toEqual([204, ""]);
    expect(solaris.asked("DELETE", `/v1/mfa/devices/${deviceId}`)).toHaveLength(1);
  });
});
