import { sign } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createKey, createPartner, type Partner, signText } from "./partner.ts";

let partner: Partner;
beforeEach(async () => {
  partner = await createPartner();
});
afterEach(() => partner.sandbox.close());

const challengeGone = (id: string) => ({
  status: 404,
  json: {
    title: "Model Not Found",
    status: 404,
    id: expect.any(String),
    detail: `signature challenge "${id}" not found`,
    code: "model_not_found",
    error_code: "not_found",
  },
});
const shapeC = (detail: string, error_code = "bad_request") => ({
  status: 400,
  json: { title: "Validation Error", status: 400, code: "validation_error", detail, error_code },
});
const keyTaken = {
  status: 409,
  json: { errors: [{ status: 409, code: "conflict", source: { field: "key", message: "is already registered" } }] },
};

describe("a computer is bound", () => {
  it("with a code sent to the phone, signed by the computer's key", async () => {
    const key = createKey();
    const created = await partner.create("Ada", key);
    expect(created.status).toBe(202);
    const { id, key_id, challenge } = created.json;
    expect(challenge).toMatchObject({ id, type: "signature" });
    expect(Date.parse(challenge.expires_at) - Date.parse(challenge.created_at)).toBe(300_000);
    expect((await partner.call("GET", `/v1/mfa/challenges/signatures/${id}`)).json).toEqual(challenge);
    expect((await partner.call("GET", `/v1/mfa/devices/${id}`)).status).toBe(404);

    expect(await partner.verify(id, signText(key, "212212"))).toMatchObject({ status: 204, text: "" });
    const device = (await partner.call("GET", `/v1/mfa/devices/${id}`)).json;
    expect(device).toEqual({
      id,
      name: "A computer",
      person_id: partner.person("Ada").person_id,
      created_at: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
    });
    const keys = (await partner.call("GET", `/v1/mfa/devices/${id}/keys`)).json;
    expect(keys).toMatchObject({ device_id: id, keys: [{ key_id, key_purpose: "unrestricted" }] });
  });

  it("with a code that the inbox shows, newest first, when codes are random", async () => {
    await partner.set({ code: "random", challenge_seconds: 60 });
    await partner.create("Nora", createKey());
    const key = createKey();
    const { id } = (await partner.create("Ada", key)).json;
    const { messages } = (await partner.send("GET", "/sandbox/inbox")).json;
    expect(messages).toHaveLength(2);
    expect(messages[0]).toMatchObject({
      person_id: partner.person("Ada").person_id,
      person_name: "Ada Single",
      mobile_number: "+491713920011",
      purpose: "device_binding",
      device_id: id,
      challenge_id: id,
      code: expect.stringMatching(/^[0-9]{6}$/),
    });
    expect(Date.parse(messages[0].expires_at) - Date.parse(messages[0].created_at)).toBe(60_000);
    expect((await partner.verify(id, signText(key, messages[0].code))).status).toBe(204);
  });

  it("with upper-case hex as well", async () => {
    const key = createKey();
    const { id } = (await partner.create("Ada", key, { key: key.point.toUpperCase() })).json;
    expect((await partner.verify(id, signText(key, "212212").toUpperCase())).status).toBe(204);
  });

  it("and a code is good once", async () => {
    const key = createKey();
    const { id } = (await partner.create("Ada", key)).json;
    await partner.verify(id, signText(key, "212212"));
    expect(await partner.verify(id, signText(key, "212212"))).toMatchObject(challengeGone(id));
  });
});

describe("a code is refused", () => {
  it("when it is wrong, and after three wrong ones the challenge is gone", async () => {
    const key = createKey();
    const { id } = (await partner.create("Ada", key)).json;
    for (let attempt = 0; attempt < 3; attempt += 1) {
      const reply = await partner.verify(id, signText(key, "000000"));
      expect(reply).toMatchObject({
        status: 403,
        json: { errors: [{ status: 403, code: "unauthorized_action", detail: "Unauthorized action is not allowed." }] },
      });
    }
    expect(await partner.verify(id, signText(key, "212212"))).toMatchObject(challengeGone(id));
  });

  it("when the signature is raw r||s, another key's, or nonsense", async () => {
    const key = createKey();
    const { id } = (await partner.create("Ada", key)).json;
    const raw = sign("sha256", Buffer.from("212212"), { key: key.privateKey, dsaEncoding: "ieee-p1363" });
    expect((await partner.verify(id, raw.toString("hex"))).status).toBe(403);
    expect((await partner.verify(id, signText(createKey(), "212212"))).status).toBe(403);
    expect((await partner.verify(id, "nonsense")).status).toBe(403);
  });

  it("when the signature is empty, and that does not count as a wrong one", async () => {
    const key = createKey();
    const { id } = (await partner.create("Ada", key)).json;
    for (let attempt = 0; attempt < 4; attempt += 1) {
      expect(await partner.verify(id, "")).toMatchObject(shapeC("length (0) out of bounds (min: 1, max: 2048)"));
    }
    expect((await partner.verify(id, signText(key, "212212"))).status).toBe(204);
  });

  it("when it has expired, and for a challenge that never was", async () => {
    const key = createKey();
    const { id } = (await partner.create("Ada", key)).json;
    await partner.send("POST", "/sandbox/clock", { advance_seconds: 301 });
    expect(await partner.verify(id, signText(key, "212212"))).toMatchObject(challengeGone(id));
    expect((await partner.call("GET", `/v1/mfa/challenges/signatures/${id}`)).status).toBe(404);
    expect(await partner.verify("never", signText(key, "212212"))).toMatchObject(challengeGone("never"));
  });
});

describe("a binding is refused", () => {
  it("without a mobile number to send the code to", async () => {
    const reply = await partner.create("Mila", createKey());
    expect(reply).toMatchObject(shapeC("telephone number not found", "telephone_number_not_found"));
  });

  it("for an unknown person", async () => {
    const reply = await partner.create("Ada", createKey(), { person_id: "nocper" });
    expect(reply).toMatchObject({ status: 404, json: { code: "model_not_found", error_code: "not_found" } });
  });

  it.each([
    ["not on the curve", (point: string) => point.replace(/.$/, (last) => (last === "0" ? "1" : "0"))],
    ["compressed", (point: string) => `02${point.slice(2, 66)}`],
    ["too short", (point: string) => point.slice(0, -2)],
    ["not hex", (point: string) => point.replace(/.$/, "g")],
  ])("for a key that is %s", async (_name, spoil) => {
    const key = createKey();
    const reply = await partner.create("Ada", key, { key: spoil(key.point) });
    expect(reply).toMatchObject(shapeC("key must be an uncompressed point on P-256 in hex"));
  });

  it.each([
    [{ key_type: "rsa" }, "key_type must be ecdsa-p256"],
    [{ key_type: null }, "key_type must be ecdsa-p256"],
    [{ key_purpose: "Restricted" }, "key_purpose must be unrestricted or restricted"],
    [{ challenge_type: "letter" }, "challenge_type must be sms or activation_code"],
    [{ name: null }, "name is missing"],
    [{ name: " padded" }, "name must not have leading or trailing whitespace"],
  ])("for %j", async (change, detail) => {
    expect(await partner.create("Ada", createKey(), change)).toMatchObject(shapeC(detail));
  });

  it("for a sixth device", async () => {
    const reply = await partner.create("Finn", createKey());
    expect(reply.status).toBe(409);
    expect(reply.json.errors[0]).toMatchObject({ status: 409, detail: "maximum number of devices reached" });
    expect(reply.json.errors[0].source).toBeUndefined();
  });

  it("at the code, when the sixth was begun while there was still room", async () => {
    const finn = partner.person("Finn").person_id;
    const { json: devices } = await partner.call("GET", `/v1/mfa/devices?filter[person_id]=${finn}`);
    expect(devices).toHaveLength(5);
    await partner.send("POST", `/sandbox/devices/${devices[0].id}/forget`);
    const [first, second] = [createKey(), createKey()];
    const firstId = (await partner.create("Finn", first)).json.id;
    const secondId = (await partner.create("Finn", second)).json.id;
    expect((await partner.verify(firstId, signText(first, "212212"))).status).toBe(204);
    const late = await partner.verify(secondId, signText(second, "212212"));
    expect([late.status, late.json.errors[0].detail]).toEqual([409, "maximum number of devices reached"]);
  });

  it("for a key that a verified device has, whoever's it is", async () => {
    const { unrestricted, restricted } = await partner.bind("Ada");
    expect(await partner.create("Ada", unrestricted)).toMatchObject(keyTaken);
    expect(await partner.create("Nora", restricted, { key: restricted.point.toUpperCase() })).toMatchObject(keyTaken);
  });

  it("at the code, when somebody else bound the same key in the meantime", async () => {
    const key = createKey();
    const ada = (await partner.create("Ada", key)).json.id;
    const nora = (await partner.create("Nora", key)).json.id;
    expect((await partner.verify(nora, signText(key, "212212"))).status).toBe(204);
    expect(await partner.verify(ada, signText(key, "212212"))).toMatchObject(keyTaken);
  });
});

describe("a second try with the key of a pending binding", () => {
  it("replaces the first, whose code is then no good", async () => {
    const key = createKey();
    const first = (await partner.create("Ada", key)).json.id;
    const second = (await partner.create("Ada", key)).json.id;
    expect(await partner.verify(first, signText(key, "212212"))).toMatchObject(challengeGone(first));
    expect((await partner.verify(second, signText(key, "212212"))).status).toBe(204);
  });

  it("is a conflict where the sandbox is set so, and the first goes on", async () => {
    await partner.set({ pending_key_reuse: "conflict" });
    const key = createKey();
    const first = (await partner.create("Ada", key)).json.id;
    expect(await partner.create("Ada", key)).toMatchObject(keyTaken);
    expect((await partner.verify(first, signText(key, "212212"))).status).toBe(204);
  });

  it("is no conflict once the pending device is forgotten, whose code is then no good", async () => {
    await partner.set({ pending_key_reuse: "conflict" });
    const key = createKey();
    const first = (await partner.create("Ada", key)).json.id;
    await partner.send("POST", `/sandbox/devices/${first}/forget`);
    expect((await partner.create("Ada", key)).status).toBe(202);
    expect(await partner.verify(first, signText(key, "212212"))).toMatchObject(challengeGone(first));
  });
});
