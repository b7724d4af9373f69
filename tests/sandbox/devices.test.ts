import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Bound, createKey, createPartner, type Partner, signText } from "./partner.ts";

let partner: Partner;
let bound: Bound;
beforeEach(async () => {
  partner = await createPartner();
  bound = await partner.bind("Ada");
});
afterEach(() => partner.sandbox.close());

const notFound = (detail: string) => ({
  status: 404,
  json: { title: "Model Not Found", status: 404, code: "model_not_found", error_code: "not_found", detail },
});

describe("a person's devices", () => {
  it("are listed once verified, and removed ones only on request", async () => {
    const ada = partner.person("Ada").person_id;
    await partner.create("Ada", createKey());
    const list = (query: string) => partner.call("GET", `/v1/mfa/devices?filter[person_id]=${ada}${query}`);
    expect((await list("")).json).toMatchObject([{ id: bound.deviceId, name: "A computer", person_id: ada }]);
    expect(await partner.call("DELETE", `/v1/mfa/devices/${bound.deviceId}`)).toMatchObject({ status: 204, text: "" });
    expect((await list("")).json).toEqual([]);
    const removed = (await list("&filter[include_deleted]=true")).json;
    expect(removed).toMatchObject([{ id: bound.deviceId, deleted_at: expect.any(String) }]);
  });

  it("are gone with all their keys once removed, which may then be bound again", async () => {
    await partner.call("DELETE", `/v1/mfa/devices/${bound.deviceId}`);
    const gone = notFound(`device "${bound.deviceId}" not found`);
    expect(await partner.call("GET", `/v1/mfa/devices/${bound.deviceId}`)).toMatchObject(gone);
    expect(await partner.call("DELETE", `/v1/mfa/devices/${bound.deviceId}`)).toMatchObject(gone);
    expect(await partner.call("GET", `/v1/mfa/devices/${bound.deviceId}/keys`)).toMatchObject(gone);
    expect((await partner.create("Ada", bound.unrestricted)).status).toBe(202);
  });
});

describe("a device's keys", () => {
  it("are an object with purposes and last uses, or an array of one where that is asked for", async () => {
    const path = `/v1/mfa/devices/${bound.deviceId}/keys`;
    const keys = (await partner.call("GET", path)).json;
    expect(keys).toMatchObject({
      device_id: bound.deviceId,
      person_id: partner.person("Ada").person_id,
      keys: [
        { key_purpose: "unrestricted", used_at: expect.any(String) },
        { key_purpose: "restricted", used_at: null },
      ],
    });
    await partner.set({ keys_as_array: true });
    expect((await partner.call("GET", path)).json).toEqual([keys]);
  });

  it("grow by one that the unrestricted key vouches for, in the very letters that were sent", async () => {
    const upper = createKey();
    const added = await partner.addKey(bound.deviceId, upper.point.toUpperCase(), bound.unrestricted);
    expect(added).toMatchObject({ status: 201, json: { id: expect.any(String) } });
    const other = createKey();
    const signature = signText(bound.unrestricted, other.point);
    const device_signature = { signature_key_purpose: "unrestricted", signature };
    const recased = await partner.addKey(bound.deviceId, other.point.toUpperCase(), bound.unrestricted, {
      device_signature,
    });
    expect(recased.status).toBe(403);
  });

  it("hold a second restricted one, unless the sandbox refuses it", async () => {
    expect((await partner.addKey(bound.deviceId, createKey().point, bound.unrestricted)).status).toBe(201);
    await partner.set({ second_restricted_key: "refuse" });
    const again = await partner.addKey(bound.deviceId, createKey().point, bound.unrestricted);
    expect(again).toMatchObject({
      status: 409,
      json: {
        errors: [
          {
            status: 409,
            code: "conflict",
            detail: "device has a restricted key already",
            source: { field: "key_purpose", message: "is taken already" },
          },
        ],
      },
    });
    const keys = (await partner.call("GET", `/v1/mfa/devices/${bound.deviceId}/keys`)).json.keys;
    expect(keys).toHaveLength(3);
  });

  it("take a first restricted one, and another unrestricted one, also where a second restricted one is refused", async () => {
    await partner.set({ second_restricted_key: "refuse" });
    expect((await partner.bind("Nora")).deviceId).toEqual(expect.any(String));
    const other = await partner.addKey(bound.deviceId, createKey().point, bound.unrestricted, {
      key_purpose: "unrestricted",
    });
    expect(other.status).toBe(201);
  });

  it("tell a stranger nothing about a restricted one: who may not add a key learns only that", async () => {
    await partner.set({ second_restricted_key: "refuse" });
    expect((await partner.addKey(bound.deviceId, createKey().point, createKey())).status).toBe(403);
  });

  it("do not grow by one signed with the new key, a stranger's, or a purpose that did not sign", async () => {
    const key = createKey();
    const asRestricted = {
      device_signature: { signature_key_purpose: "restricted", signature: signText(bound.unrestricted, key.point) },
    };
    const attempts = [
      partner.addKey(bound.deviceId, key.point, key),
      partner.addKey(bound.deviceId, key.point, createKey()),
      partner.addKey(bound.deviceId, key.point, bound.unrestricted, asRestricted),
    ];
    for (const reply of await Promise.all(attempts)) {
      expect(reply).toMatchObject({ status: 403, json: { errors: [{ code: "unauthorized_action" }] } });
    }
  });

  it("do not grow by a key that is registered already", async () => {
    const reply = await partner.addKey(bound.deviceId, bound.restricted.point, bound.unrestricted);
    expect(reply).toMatchObject({ status: 409, json: { errors: [{ source: { field: "key" } }] } });
  });

  it("do not grow on a device that is unknown or not verified", async () => {
    const signer = createKey();
    const pending = (await partner.create("Ada", signer)).json.id;
    for (const id of [pending, "unknown"]) {
      const reply = await partner.addKey(id, createKey().point, signer);
      expect(reply).toMatchObject(notFound(`device "${id}" not found`));
    }
  });

  it("do not grow by something that is no key, or without a signature", async () => {
    expect((await partner.addKey(bound.deviceId, "04aa", bound.unrestricted)).json).toMatchObject({
      status: 400,
      detail: "key must be an uncompressed point on P-256 in hex",
    });
    const reply = await partner.addKey(bound.deviceId, createKey().point, bound.unrestricted, {
      device_signature: null,
    });
    expect(reply).toMatchObject({
      status: 400,
      json: { code: "validation_error", detail: "device_signature is missing" },
    });
  });
});

describe("a device challenge (docs/solaris-api.md §7)", () => {
  const begin = (change: object = {}) =>
    partner.call("POST", "/v1/mfa/challenges/devices", { device_id: bound.deviceId, ...change });
  const answer = (id: string, signature: string) =>
    partner.call("PUT", `/v1/mfa/challenges/devices/${id}`, { signature });

  it("is answered once by the key of its purpose", async () => {
    const begun = await begin({ key_purpose: "restricted" });
    expect(begun).toMatchObject({ status: 201, json: { type: "device", string_to_sign: expect.any(String) } });
    const { id, string_to_sign: text } = begun.json;
    expect((await partner.call("GET", `/v1/mfa/challenges/devices/${id}`)).json).toEqual(begun.json);
    expect((await answer(id, signText(bound.unrestricted, text))).status).toBe(403);
    expect((await answer(id, "")).status).toBe(400);
    expect((await answer(id, signText(bound.restricted, text))).status).toBe(204);
    const again = await answer(id, signText(bound.restricted, text));
    expect(again).toMatchObject(notFound(`device challenge "${id}" not found`));
  });

  it("takes any of the device's keys without a purpose", async () => {
    for (const key of [bound.unrestricted, bound.restricted]) {
      const { id, string_to_sign: text } = (await begin({ key_purpose: "" })).json;
      expect((await answer(id, signText(key, text))).status).toBe(204);
    }
  });

  it("is gone after three wrong answers, after its time, and when the device is removed", async () => {
    const first = (await begin()).json;
    for (let attempt = 0; attempt < 3; attempt += 1) await answer(first.id, "00");
    expect((await answer(first.id, signText(bound.restricted, first.string_to_sign))).status).toBe(404);
    const second = (await begin()).json;
    await partner.send("POST", "/sandbox/clock", { advance_seconds: 301 });
    expect((await answer(second.id, signText(bound.restricted, second.string_to_sign))).status).toBe(404);
    const third = (await begin()).json;
    await partner.call("DELETE", `/v1/mfa/devices/${bound.deviceId}`);
    expect((await partner.call("GET", `/v1/mfa/challenges/devices/${third.id}`)).status).toBe(404);
  });

  it("is not begun for a device that is not bound", async () => {
    const reply = await begin({ device_id: "unknown" });
    expect(reply).toMatchObject({ status: 400, json: { code: "validation_error", detail: "device-id invalid" } });
  });
});
