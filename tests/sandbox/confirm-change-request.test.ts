import { sign } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Bound, createPartner, type Partner, signText } from "./partner.ts";
import { fieldRefusal, refusal, unauthorized, unknownTo } from "./refusals.ts";

let partner: Partner;
let card: string;
let ada: string;
let bound: Bound;
beforeEach(async () => {
  partner = await createPartner();
  card = await partner.firstCard("Ada");
  ada = partner.person("Ada").person_id;
  bound = await partner.bind("Ada");
});
afterEach(() => partner.sandbox.close());

const wrongTan = (tan: string) => refusal(422, "invalid_tan", "Invalid Tan", `The TAN (${tan}) is invalid`);
const completed = (id: string) => ({
  status: 200,
  json: {
    id,
    status: "COMPLETED",
    updated_at: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+00:00$/),
    response_body: "Accepted",
    response_code: 202,
  },
});

async function beginBySms(): Promise<string> {
  const { id } = (await partner.requestChange(card, "1928")).json;
  await partner.authorizeBySms(id, "Ada");
  return id;
}

async function beginByDevice(): Promise<{ id: string; text: string }> {
  const { id } = (await partner.requestChange(card, "1928")).json;
  return { id, text: (await partner.authorizeByDevice(id, bound.deviceId)).json.string_to_sign };
}

const answerTan = (id: string, tan: string, person_id = ada) => partner.confirm(id, { person_id, tan });
const answerSigned = (id: string, signature: string, device_id = bound.deviceId) =>
  partner.confirm(id, { device_id, signature });
const newestTan = async (): Promise<string> => (await partner.inbox())[0].code;
const otherThan = (tan: string): string => (tan === "000000" ? "000001" : "000000");
const countChanges = async (): Promise<number> => (await partner.checkPin(card, "1928")).changes;

describe("a change request is confirmed (docs/solaris-api.md §3b)", () => {
  it("with the TAN, and only then has the card its new PIN", async () => {
    await partner.set({ code: "random" });
    const id = await beginBySms();
    expect(await partner.checkPin(card, "1928")).toEqual({ matches: false, changes: 0 });
    const reply = await answerTan(id, await newestTan());
    expect(reply).toEqual(expect.objectContaining(completed(id)));
    expect(await partner.checkPin(card, "1928")).toEqual({ matches: true, changes: 1 });
    expect((await partner.checkPin(card, "1929")).matches).toBe(false);
  });

  it("with the restricted key's signature of the text, in either case of hex", async () => {
    const first = await beginByDevice();
    const reply = await answerSigned(first.id, signText(bound.restricted, first.text));
    expect(reply).toEqual(expect.objectContaining(completed(first.id)));
    const second = await beginByDevice();
    const upper = signText(bound.restricted, second.text).toUpperCase();
    expect((await answerSigned(second.id, upper)).status).toBe(200);
    expect(await partner.checkPin(card, "1928")).toEqual({ matches: true, changes: 2 });
  });

  it("with the static TAN, whatever code is set", async () => {
    await partner.set({ code: "654321" });
    const { id } = (await partner.requestChange(card, "1928")).json;
    await partner.authorize(id, { delivery_method: "static", person_id: ada });
    expect(await answerTan(id, "654321")).toMatchObject(wrongTan("654321"));
    expect((await answerTan(id, "212212")).status).toBe(200);
  });

  it("and the sandbox can say so with 202", async () => {
    await partner.set({ confirm_success_status: 202 });
    const reply = await answerTan(await beginBySms(), "212212");
    expect([reply.status, reply.json.status]).toEqual([202, "COMPLETED"]);
  });

  it("although the PIN key was replaced since: it was read at the beginning", async () => {
    const id = await beginBySms();
    await partner.send("POST", "/sandbox/pin-keys/rotate");
    expect((await answerTan(id, "212212")).status).toBe(200);
    expect((await partner.checkPin(card, "1928")).matches).toBe(true);
  });

  it("once, and never again, however it is asked", async () => {
    const id = await beginBySms();
    const replies = await Promise.all([answerTan(id, "212212"), answerTan(id, "212212")]);
    expect(replies.map((reply) => reply.status).sort()).toEqual([200, 422]);
    expect(await answerTan(id, "212212")).toMatchObject(unknownTo(ada));
    expect(await answerSigned(id, signText(bound.restricted, "x"))).toMatchObject(unknownTo(ada));
    expect(await partner.authorizeBySms(id, "Ada")).toMatchObject(unknownTo(ada));
    expect(await countChanges()).toBe(1);
  });

  it("on its own: another one of the same card goes on", async () => {
    const [first, second] = [await beginBySms(), await beginBySms()];
    expect((await answerTan(second, "212212")).status).toBe(200);
    expect((await answerTan(first, "212212")).status).toBe(200);
  });
});

describe("a TAN is refused", () => {
  it("when it is wrong, and after three wrong ones the change request has ended", async () => {
    await partner.set({ code: "random" });
    const id = await beginBySms();
    const tan = await newestTan();
    const wrong = otherThan(tan);
    for (let attempt = 0; attempt < 3; attempt += 1) expect(await answerTan(id, wrong)).toMatchObject(wrongTan(wrong));
    expect(await answerTan(id, tan)).toMatchObject(unknownTo(ada));
    expect(await partner.authorizeBySms(id, "Ada")).toMatchObject(unknownTo(ada));
    expect(await countChanges()).toBe(0);
  });

  it("when a newer one was sent, with which the wrong answers begin anew", async () => {
    await partner.set({ code: "random" });
    const id = await beginBySms();
    const older = await newestTan();
    const wrong = otherThan(older);
    for (let attempt = 0; attempt < 2; attempt += 1) await answerTan(id, wrong);
    await partner.set({ code: wrong });
    await partner.authorizeBySms(id, "Ada");
    for (let attempt = 0; attempt < 2; attempt += 1) {
      expect(await answerTan(id, older)).toMatchObject(wrongTan(older));
    }
    expect((await answerTan(id, wrong)).status).toBe(200);
  });

  it("after its time, which begins anew with each one that is sent", async () => {
    await partner.set({ change_request_seconds: 60 });
    const id = await beginBySms();
    await partner.advance(59);
    await partner.authorizeBySms(id, "Ada");
    await partner.advance(59);
    expect(await answerTan(id, "000000")).toMatchObject(wrongTan("000000"));
    await partner.advance(1);
    expect(await answerTan(id, "212212")).toMatchObject(unknownTo(ada));
    expect(await countChanges()).toBe(0);
  });

  it("from somebody else, and that does not count as a wrong one", async () => {
    const id = await beginBySms();
    const nora = partner.person("Nora").person_id;
    for (const person of [nora, nora, nora, "nocper"]) {
      expect(await answerTan(id, "212212", person)).toMatchObject(unknownTo(person));
    }
    expect((await answerTan(id, "212212")).status).toBe(200);
  });

  it("when it was sent for another change request", async () => {
    await partner.set({ code: "111222" });
    const first = await beginBySms();
    await partner.set({ code: "333444" });
    await beginBySms();
    expect(await answerTan(first, "333444")).toMatchObject(wrongTan("333444"));
  });

  it("when there is none: not authorised yet, or to be signed by the device", async () => {
    const { id } = (await partner.requestChange(card, "1928")).json;
    expect(await answerTan(id, "212212")).toMatchObject(unauthorized);
    await partner.authorizeByDevice(id, bound.deviceId);
    expect(await answerTan(id, "212212")).toMatchObject(unauthorized);
    expect(await countChanges()).toBe(0);
  });

  it("for a change request that never was", async () => {
    const detail = "Couldn't find 'Solaris::Changeset' for id 'nocsc'.";
    const reply = await answerTan("nocsc", "212212");
    expect(reply).toMatchObject(refusal(404, "model_not_found", "Model Not Found", detail));
  });

  it.each(["person_id", "tan"])("without %s", async (field) => {
    const body = { person_id: ada, tan: "212212", [field]: null };
    expect(await partner.confirm(await beginBySms(), body)).toMatchObject(fieldRefusal(field, "is missing"));
  });
});

describe("a signature is refused", () => {
  it("by the unrestricted key, although the device is the right one", async () => {
    const { id, text } = await beginByDevice();
    expect(await answerSigned(id, signText(bound.unrestricted, text))).toMatchObject(unauthorized);
    expect(await countChanges()).toBe(0);
  });

  it("when it is raw r||s, over something else or nonsense, and after three the change request has ended", async () => {
    const { id, text } = await beginByDevice();
    const raw = sign("sha256", Buffer.from(text), { key: bound.restricted.privateKey, dsaEncoding: "ieee-p1363" });
    for (const signature of [raw.toString("hex"), signText(bound.restricted, `${text}x`), "nonsense"]) {
      expect(await answerSigned(id, signature)).toMatchObject(unauthorized);
    }
    expect(await answerSigned(id, signText(bound.restricted, text))).toMatchObject(unknownTo(ada));
    expect(await countChanges()).toBe(0);
  });

  it("from another device, another person's or the same one's, which does not count as a wrong one", async () => {
    const foreign = await partner.bind("Nora");
    const second = await partner.bind("Ada");
    const { id, text } = await beginByDevice();
    for (const { deviceId, restricted } of [foreign, second, foreign]) {
      const reply = await answerSigned(id, signText(restricted, text), deviceId);
      expect(reply).toMatchObject(fieldRefusal("device_id", "device-id invalid", "device-id invalid"));
    }
    expect(await answerSigned(id, signText(foreign.restricted, text))).toMatchObject(unauthorized);
    expect((await answerSigned(id, signText(bound.restricted, text))).status).toBe(200);
  });

  it("from a device that was removed since", async () => {
    const { id, text } = await beginByDevice();
    await partner.call("DELETE", `/v1/mfa/devices/${bound.deviceId}`);
    const reply = await answerSigned(id, signText(bound.restricted, text));
    expect(reply).toMatchObject(fieldRefusal("device_id", "device-id invalid", "device-id invalid"));
  });

  it("when a newer text was made, and after its time", async () => {
    const { id, text } = await beginByDevice();
    const newer = (await partner.authorizeByDevice(id, bound.deviceId)).json.string_to_sign;
    expect(newer).not.toBe(text);
    expect(await answerSigned(id, signText(bound.restricted, text))).toMatchObject(unauthorized);
    await partner.advance(300);
    expect(await answerSigned(id, signText(bound.restricted, newer))).toMatchObject(unknownTo(ada));
    expect(await countChanges()).toBe(0);
  });

  it("when a TAN was authorised instead", async () => {
    const { id, text } = await beginByDevice();
    await partner.authorizeBySms(id, "Ada");
    expect(await answerSigned(id, signText(bound.restricted, text))).toMatchObject(unauthorized);
    expect((await answerTan(id, "212212")).status).toBe(200);
  });

  it("when it is empty or missing, which does not count as a wrong one", async () => {
    const { id, text } = await beginByDevice();
    const message = "length (0) out of bounds (min: 1, max: 2048)";
    for (let attempt = 0; attempt < 4; attempt += 1) {
      expect(await answerSigned(id, "")).toMatchObject(fieldRefusal("signature", message, message));
    }
    const missing = await partner.confirm(id, { device_id: bound.deviceId });
    expect(missing).toMatchObject(fieldRefusal("signature", "is missing"));
    expect((await answerSigned(id, signText(bound.restricted, text))).status).toBe(200);
  });
});

describe("a card that was lost while its change waited", () => {
  it("keeps its PIN, and the change can be confirmed once it is found", async () => {
    const id = await beginBySms();
    await partner.send("PUT", `/sandbox/cards/${card}`, { status: "LOST" });
    const message = "card status LOST does not allow a PIN change";
    expect(await answerTan(id, "212212")).toMatchObject(fieldRefusal("status", message, message));
    expect(await countChanges()).toBe(0);
    await partner.send("PUT", `/sandbox/cards/${card}`, { status: "ACTIVE" });
    expect((await answerTan(id, "212212")).status).toBe(200);
  });
});
