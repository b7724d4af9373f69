import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { authorizeChangeRequest } from "../../src-sandbox/change-requests/authorize-change-request.ts";
import { confirmChangeRequest } from "../../src-sandbox/change-requests/confirm-change-request.ts";
import { requestPinChange } from "../../src-sandbox/change-requests/request-pin-change.ts";
import type { Call } from "../../src-sandbox/http/call.ts";
import { createWorld } from "../../src-sandbox/world.ts";
import { createKey, createPartner, encryptPin, type Partner, pinKey, withoutIds } from "./partner.ts";
import { fieldRefusal, flatRefusal, refusal, unknownTo } from "./refusals.ts";

let partner: Partner;
let card: string;
let ada: string;
beforeEach(async () => {
  partner = await createPartner();
  card = await partner.firstCard("Ada");
  ada = partner.person("Ada").person_id;
});
afterEach(() => partner.sandbox.close());

const updatedAt = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+00:00$/);
const notFound = (model: string, id: string) =>
  refusal(404, "model_not_found", "Model Not Found", `Couldn't find 'Solaris::${model}' for id '${id}'.`);

async function begin(): Promise<string> {
  return (await partner.requestChange(card, "1928")).json.id;
}

describe("a PIN change is requested (docs/solaris-api.md §3)", () => {
  it("and waits to be authorised, while the card's PIN is as before", async () => {
    const reply = await partner.requestChange(card, "1928");
    expect(reply.status).toBe(200);
    const { id } = reply.json;
    expect(reply.json).toEqual({
      id: expect.stringMatching(/^[0-9a-f]{32}csc$/),
      status: "AUTHORIZATION_REQUIRED",
      updated_at: updatedAt,
      url: `${partner.sandbox.url}/v1/change_requests/${id}/authorize`,
    });
    expect(await partner.checkPin(card, "1928")).toEqual({ matches: false, changes: 0 });
    expect(await partner.inbox()).toEqual([]);
    expect((await partner.call("POST", new URL(reply.json.url).pathname, {})).status).toBe(400);
  });

  it("and the sandbox can say so with 202", async () => {
    await partner.set({ sca_pin_update_success_status: 202 });
    const reply = await partner.requestChange(card, "1928");
    expect([reply.status, reply.json.status]).toEqual([202, "AUTHORIZATION_REQUIRED"]);
  });

  it("but not of an unknown card", async () => {
    const detail = "Couldn't find 'Solaris::CardAccount' for id 'nomcrd'.";
    const reply = await partner.requestChange("nomcrd", "1928");
    expect(reply).toMatchObject(flatRefusal(404, "model_not_found", "Model Not Found", detail));
    expect(Object.keys(reply.json)).toEqual(["id", "status", "code", "title", "detail"]);
  });

  it("but not by a person without a mobile number", async () => {
    const words = "Unauthorized Change Request";
    const why = "While authorization required, no entity with a possibility to authorize data change is present.";
    const detail = `Unauthorized change request for Solaris::Person ${partner.person("Mila").person_id}. ${why}`;
    const reply = await partner.requestChange(await partner.firstCard("Mila"), "1928");
    expect(reply).toMatchObject(flatRefusal(403, words, words, detail));
  });

  it("but not for a card whose status does not allow it", async () => {
    await partner.send("PUT", `/sandbox/cards/${card}`, { status: "LOST" });
    const message = "card status LOST does not allow a PIN change";
    expect(await partner.requestChange(card, "1928")).toMatchObject(fieldRefusal("status", message, message));
  });

  it("but not when the key was rotated since it was fetched", async () => {
    const jwk = (await partner.call("GET", "/v1/cards/pin_keys/latest")).json;
    await partner.send("POST", "/sandbox/pin-keys/rotate");
    const reply = await partner.requestChange(card, "1928", { jwk });
    expect(reply).toMatchObject(fieldRefusal("key_id", "is not the current key"));
  });

  it("but not with a PIN that cannot be read or breaks the rule", async () => {
    const spoilt = await partner.requestChange(card, "1928", { spoilTag: true });
    expect(spoilt).toMatchObject(fieldRefusal("encrypted_pin", "cannot be decrypted"));
    const jwk = (await partner.call("GET", "/v1/cards/pin_keys/latest")).json;
    const header = { alg: "RSA-OAEP-256", enc: "A256CBC-HS512", kid: "other" };
    const otherKid = await partner.requestChange(card, "", { jwk, jwe: encryptPin(jwk, "1928", { header }) });
    expect(otherKid).toMatchObject(fieldRefusal("encrypted_pin", "kid does not match"));
    const sequence = await partner.requestChange(card, "1234");
    expect(sequence).toMatchObject(fieldRefusal("pin", "must not contain sequential digits"));
    const noPin = await partner.requestChange(card, "", { plaintext: "1928" });
    expect(noPin).toMatchObject(fieldRefusal("pin", "is missing"));
    expect(withoutIds(noPin.text)).not.toContain("1928");
    await partner.set({ nested_errors: true });
    expect((await partner.requestChange(card, "1234")).json.errors[0][0].source.field).toBe("pin");
  });

  it.each(["encrypted_pin", "key_id"])("but not without %s", async (field) => {
    const reply = await partner.requestChange(card, "1928", { body: { [field]: null } });
    expect(reply).toMatchObject(fieldRefusal(field, "is missing"));
  });
});

describe("what is kept of a PIN that waits to be confirmed", () => {
  const callWith = (params: Record<string, string>, body: object): Call => ({
    url: new URL("http://localhost/"),
    params,
    headers: { "content-type": "application/json" },
    body: Buffer.from(JSON.stringify(body)),
  });

  it("is a salted hash, and nothing once it is confirmed", async () => {
    const world = createWorld({ client: { id: "a", secret: "b" }, challengeSeconds: 300, pinKey: await pinKey });
    const { jwk } = world.pinKey;
    const sent = { encrypted_pin: encryptPin({ ...jwk }, "1928"), key_id: jwk.kid };
    requestPinChange(world, callWith({ card_id: card }, sent));
    const [change] = world.changeRequests.values();
    expect(change?.sealedPin).toEqual({ salt: expect.any(Buffer), hash: expect.any(Buffer) });
    expect(change?.sealedPin?.hash).toHaveLength(32);
    const params = { change_request_id: change?.id ?? "" };
    authorizeChangeRequest(world, callWith(params, { delivery_method: "static", person_id: ada }));
    confirmChangeRequest(world, callWith(params, { person_id: ada, tan: "212212" }));
    expect(change?.sealedPin).toBeUndefined();
    expect(world.pins.matches(card, "1928")).toBe(true);
  });
});

describe("a change request is authorised (docs/solaris-api.md §3a)", () => {
  it("with a TAN to the phone, six digits that only the inbox shows", async () => {
    await partner.set({ code: "random", change_request_seconds: 60 });
    const id = await begin();
    const reply = await partner.authorizeBySms(id, "Ada");
    expect(reply.status).toBe(201);
    expect(reply.json).toEqual({ id, status: "CONFIRMATION_REQUIRED", updated_at: updatedAt });
    const messages = await partner.inbox();
    expect(messages).toEqual([
      {
        person_id: ada,
        person_name: "Ada Single",
        mobile_number: "+491713920011",
        purpose: "pin_change",
        change_request_id: id,
        code: expect.stringMatching(/^[0-9]{6}$/),
        created_at: expect.any(String),
        expires_at: expect.any(String),
      },
    ]);
    expect(Date.parse(messages[0].expires_at) - Date.parse(messages[0].created_at)).toBe(60_000);
  });

  it("with the person's bound device, and a text for it to sign", async () => {
    const bound = await partner.bind("Ada");
    const id = await begin();
    const sent = (await partner.inbox()).length;
    const device = { delivery_method: "device_signing", device_id: bound.deviceId };
    const reply = await partner.authorize(id, device);
    expect(reply.status).toBe(201);
    expect(reply.json).toEqual({
      id,
      status: "CONFIRMATION_REQUIRED",
      updated_at: updatedAt,
      string_to_sign: expect.stringMatching(/^[A-Za-z0-9-]{1,64}$/),
    });
    expect(await partner.inbox()).toHaveLength(sent);
  });

  it("with the static TAN of the documents, and no message", async () => {
    const id = await begin();
    const reply = await partner.authorize(id, { delivery_method: "static", person_id: ada });
    expect(reply).toMatchObject({ status: 201, json: { id, status: "CONFIRMATION_REQUIRED" } });
    expect(await partner.inbox()).toEqual([]);
  });

  it("but not one that never was", async () => {
    expect(await partner.authorizeBySms("nocsc", "Ada")).toMatchObject(notFound("Changeset", "nocsc"));
  });

  it("but not by somebody else", async () => {
    const id = await begin();
    const nora = partner.person("Nora").person_id;
    for (const delivery_method of ["mobile_number", "static"]) {
      for (const person_id of [nora, "nocper"]) {
        expect(await partner.authorize(id, { delivery_method, person_id })).toMatchObject(unknownTo(person_id));
      }
    }
    expect(await partner.inbox()).toEqual([]);
  });

  it("but not with a device that is unknown, not verified, removed, or another person's", async () => {
    const pending = (await partner.create("Ada", createKey())).json.id;
    const foreign = (await partner.bind("Nora")).deviceId;
    const removed = (await partner.bind("Ada")).deviceId;
    await partner.call("DELETE", `/v1/mfa/devices/${removed}`);
    const id = await begin();
    for (const device of ["nobody", pending, removed, foreign]) {
      const reply = await partner.authorizeByDevice(id, device);
      expect(reply).toMatchObject(fieldRefusal("device_id", "device-id invalid", "device-id invalid"));
    }
  });

  it("but not with a TAN once the mobile number is gone, while the static one needs none", async () => {
    const id = await begin();
    await partner.send("PUT", `/sandbox/people/${ada}`, { mobile_number: null });
    expect(await partner.authorizeBySms(id, "Ada")).toMatchObject(notFound("MobileNumber", ada));
    expect((await partner.authorize(id, { delivery_method: "static", person_id: ada })).status).toBe(201);
  });

  it("but not after its time", async () => {
    const id = await begin();
    await partner.advance(299);
    expect((await partner.authorizeBySms(id, "Ada")).status).toBe(201);
    await partner.advance(299);
    expect((await partner.authorizeBySms(id, "Ada")).status).toBe(201);
    await partner.advance(300);
    expect(await partner.authorizeBySms(id, "Ada")).toMatchObject(unknownTo(ada));
  });

  it.each([
    [{}, "delivery_method", "must be mobile_number, device_signing or static"],
    [{ delivery_method: "letter" }, "delivery_method", "must be mobile_number, device_signing or static"],
    [{ delivery_method: "mobile_number" }, "person_id", "is missing"],
    [{ delivery_method: "static" }, "person_id", "is missing"],
    [{ delivery_method: "device_signing" }, "device_id", "is missing"],
  ])("but not with %j", async (body, field, message) => {
    expect(await partner.authorize(await begin(), body)).toMatchObject(fieldRefusal(field, message));
  });
});
