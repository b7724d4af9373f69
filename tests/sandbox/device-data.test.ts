// Consents to device data, and the data (docs/solaris-api.md §9).
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createKey, createPartner, type Partner, signText } from "./partner.ts";

let partner: Partner;
beforeEach(async () => {
  partner = await createPartner();
});
afterEach(() => partner.sandbox.close());

const personId = (name: string) => partner.person(name).person_id;
const addressOf = (name: string) => `/v1/persons/${personId(name)}/device_consents`;
const yes = { event_type: "APPROVED", confirmed_at: "2021-06-25T09:44:25.000Z" };
const no = { ...yes, event_type: "REJECTED" };
const give = (name: string, body: object = yes) => partner.call("POST", addressOf(name), body);
const change = (name: string, id: string, body: object = no) => partner.call("PATCH", `${addressOf(name)}/${id}`, body);
const dataOf = (consent: string, rest = "c2VvbiBmaW5nZXJwcmludA==") =>
  `Web;${consent};AAECAwQFBgcICQoLDA0ODw==;${rest}`;
const received = async () => (await partner.send("GET", "/sandbox/device-data")).json.received;
const create = async (device_data: unknown, name = "Ada") => partner.create(name, createKey(), { device_data });

describe("a consent", () => {
  it("is created and changed as the documents have it", async () => {
    const { status, json } = await give("Ada");
    expect(status).toBe(201);
    expect(json).toEqual({
      ...{ id: expect.stringMatching(/^[0-9a-f]{32}dcon$/), person_id: personId("Ada"), ...yes },
      created_at: expect.any(String),
    });
    const changed = await change("Ada", json.id);
    expect([changed.status, changed.json]).toEqual([201, { ...json, ...no }]);
    const { consents } = (await partner.send("GET", "/sandbox/device-consents")).json;
    expect(consents).toEqual([{ id: json.id, person_name: expect.stringContaining("Ada"), ...no }]);
  });

  it("of a time to come is refused in the documents' words, and shape B", async () => {
    const { status, json } = await give("Ada", { ...yes, confirmed_at: new Date(Date.now() + 60_000).toISOString() });
    expect([status, json]).toEqual([
      400,
      {
        id: expect.any(String),
        status: "400",
        code: "constraint_violation",
        title: "The request violated data integrity constraints",
        detail: "confirmedAt --> Date mustn't be in the future.",
      },
    ]);
  });

  it("is refused with anything but the two words and a time in UTC, and for who is not there", async () => {
    for (const body of [
      {},
      { ...yes, event_type: "approved" },
      { ...yes, confirmed_at: "2021-06-25T09:44:25+02:00" },
    ]) {
      expect((await give("Ada", body)).status).toBe(400);
    }
    const { status, json } = await partner.call("POST", "/v1/persons/nobody/device_consents", yes);
    expect([status, json.code, json.status]).toEqual([404, "model_not_found", "404"]);
    const { id } = (await give("Ada")).json;
    expect((await change("Mila", id)).status).toBe(404);
    expect((await change("Ada", "none")).status).toBe(404);
  });
});

describe("device data", () => {
  it("is taken with a consent of the person's that counts, and kept exactly as it came", async () => {
    const data = dataOf((await give("Ada")).json.id);
    expect((await create(data)).status).toBe(202);
    expect(await received()).toEqual([{ operation: "create_device", person_id: personId("Ada"), device_data: data }]);
  });

  it("is refused in another form, and without such a consent, and nothing comes of it", async () => {
    const { id } = (await give("Ada")).json;
    const theirs = (await give("Mila")).json.id;
    const over = (await give("Ada")).json.id;
    await change("Ada", over);
    const wrong: [string, string][] = [
      ["x", "is not a fingerprint"],
      [`Web;${id};short;c2Vvbg==`, "is not a fingerprint"],
      [dataOf(id, ""), "is not a fingerprint"],
      [dataOf(id, "not base64"), "is not a fingerprint"],
      [dataOf("none"), "names no consent that counts"],
      [dataOf(theirs), "names no consent that counts"],
      [dataOf(over), "names no consent that counts"],
    ];
    const before = (await partner.inbox()).length;
    for (const [data, message] of wrong) {
      const { status, json } = await create(data);
      expect([data, status, json.detail]).toEqual([data, 400, `device_data ${message}`]);
    }
    expect((await partner.inbox()).length).toBe(before);
    expect(await received()).toEqual([]);
  });

  it("is checked with each request that has it, before anything is changed", async () => {
    const bound = await partner.bind("Ada");
    const card = await partner.firstCard("Ada");
    const device_data = "x";
    const of = { device_id: bound.deviceId, device_data };
    const { id } = (await partner.requestChange(card, "1928")).json;
    const text = (await partner.authorizeByDevice(id, bound.deviceId)).json.string_to_sign;
    const waiting = createKey();
    const { id: pending } = (await partner.create("Ada", waiting)).json;
    const code = { signature: signText(waiting, "212212") };
    const refused = [
      await partner.call("PUT", `/v1/mfa/challenges/signatures/${pending}`, { ...code, device_data }),
      await partner.addKey(bound.deviceId, createKey().point, bound.unrestricted, { device_data }),
      await partner.changePin(card, bound, "1928", { body: { device_data } }),
      await partner.authorize(id, { delivery_method: "device_signing", ...of }),
      await partner.confirm(id, { ...of, signature: signText(bound.restricted, text) }),
      await partner.call("POST", "/v1/mfa/challenges/devices", of),
    ];
    for (const { status, text: said } of refused) {
      expect([status, said]).toEqual([400, expect.stringContaining("is not a fingerprint")]);
    }
    expect((await partner.verify(pending, code.signature)).status).toBe(204);
    expect((await partner.checkPin(card, "1928")).changes).toBe(0);
  });

  it("is taken as anything where a test asks for that", async () => {
    await partner.set({ device_data: "any" });
    expect((await create("x")).status).toBe(202);
    expect(await received()).toHaveLength(1);
  });
});
