import { sign } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Bound, createKey, createPartner, encryptPin, type Partner, signText, withoutIds } from "./partner.ts";
import { fieldRefusal } from "./refusals.ts";

let partner: Partner;
let card: string;
let bound: Bound;

beforeAll(async () => {
  partner = await createPartner();
  card = await partner.firstCard("Ada");
  bound = await partner.bind("Ada");
});
beforeEach(() => partner.set({ nested_errors: false, strict_jwe_kid: false, pin_update_success_status: 200 }));
afterAll(() => partner.sandbox.close());

async function expectUnchanged<T>(attempt: () => Promise<T>): Promise<T> {
  const before = (await partner.checkPin(card, "0000")).changes;
  const reply = await attempt();
  expect((await partner.checkPin(card, "0000")).changes).toBe(before);
  return reply;
}

describe("a cardholder changes the PIN of a card", () => {
  it("and the card has the new one, and no other", async () => {
    const { changes } = await partner.checkPin(card, "0000");
    const reply = await partner.changePin(card, bound, "1928");
    expect(reply).toMatchObject({ status: 200, json: {} });
    expect(await partner.checkPin(card, "1928")).toEqual({ matches: true, changes: changes + 1 });
    expect((await partner.checkPin(card, "1929")).matches).toBe(false);
  });

  it("with a PIN that starts with zero, without the space in the JSON, without kid, and in upper-case hex", async () => {
    expect((await partner.changePin(card, bound, "0472")).status).toBe(200);
    expect((await partner.changePin(card, bound, "", { plaintext: '{"pin":"0473"}' })).status).toBe(200);
    const header = { alg: "RSA-OAEP-256", enc: "A256CBC-HS512" };
    expect((await partner.changePin(card, bound, "0474", { header })).status).toBe(200);
    const jwk = (await partner.call("GET", "/v1/cards/pin_keys/latest")).json;
    const jwe = encryptPin(jwk, "0475");
    const signature = signText(bound.restricted, jwe).toUpperCase();
    expect((await partner.changePin(card, bound, "", { jwk, jwe, signature })).status).toBe(200);
    expect((await partner.checkPin(card, "0475")).matches).toBe(true);
  });

  it.each([202, 204] as const)("and the sandbox can say so with %s", async (status) => {
    await partner.set({ pin_update_success_status: status });
    const reply = await partner.changePin(card, bound, "1928");
    expect([reply.status, reply.text]).toEqual([status, status === 204 ? "" : "{}"]);
  });

  it("of an inactive or blocked card too", async () => {
    for (const status of ["INACTIVE", "BLOCKED", "ACTIVE"]) {
      await partner.send("PUT", `/sandbox/cards/${card}`, { status });
      expect((await partner.changePin(card, bound, "1928")).status).toBe(200);
    }
  });
});

describe("a PIN change is refused", () => {
  it("for an unknown card", async () => {
    const reply = await partner.changePin("nomcrd", bound, "1928");
    expect(reply.status).toBe(404);
    expect(reply.json).toEqual({
      id: expect.any(String),
      status: "404",
      code: "model_not_found",
      title: "Model Not Found",
      detail: "Couldn't find 'Solaris::CardAccount' for id 'nomcrd'.",
    });
  });

  it("from a device that does not exist, is not verified, or is another person's", async () => {
    const pending = (await partner.create("Ada", createKey())).json.id;
    const foreign = (await partner.bind("Nora")).deviceId;
    for (const device_id of ["nobody", pending, foreign]) {
      const reply = await expectUnchanged(() => partner.changePin(card, bound, "1928", { body: { device_id } }));
      expect(reply).toMatchObject(fieldRefusal("device_id", "device-id invalid", "device-id invalid"));
    }
  });

  it("with an empty signature", async () => {
    const message = "length (0) out of bounds (min: 1, max: 2048)";
    const reply = await expectUnchanged(() => partner.changePin(card, bound, "1928", { signature: "" }));
    expect(reply).toMatchObject(fieldRefusal("signature", message, message));
  });

  it("with a signature that is too long", async () => {
    const reply = await partner.changePin(card, bound, "1928", { signature: "a".repeat(2049) });
    expect(reply.json.errors[0].detail).toBe("length (2049) out of bounds (min: 1, max: 2048)");
  });

  it("when the unrestricted key signed", async () => {
    const reply = await expectUnchanged(() => partner.changePin(card, bound, "1928", { signer: bound.unrestricted }));
    expect(reply.status).toBe(403);
    expect(reply.json).toEqual({
      id: expect.any(String),
      status: "403",
      code: "unauthorized_action",
      title: "Unauthorized Action",
      detail: "Unauthorized action is not allowed.",
    });
  });

  it("when a stranger signed, when the signature is raw r||s, and when it is over another JWE", async () => {
    const jwk = (await partner.call("GET", "/v1/cards/pin_keys/latest")).json;
    const jwe = encryptPin(jwk, "1928");
    const raw = sign("sha256", Buffer.from(jwe), { key: bound.restricted.privateKey, dsaEncoding: "ieee-p1363" });
    const other = signText(bound.restricted, encryptPin(jwk, "1928"));
    for (const signature of [signText(createKey(), jwe), raw.toString("hex"), other, "nonsense"]) {
      const reply = await expectUnchanged(() => partner.changePin(card, bound, "", { jwk, jwe, signature }));
      expect([reply.status, reply.json.code]).toEqual([403, "unauthorized_action"]);
    }
  });

  it("when the key was rotated since it was fetched", async () => {
    const jwk = (await partner.call("GET", "/v1/cards/pin_keys/latest")).json;
    await partner.send("POST", "/sandbox/pin-keys/rotate");
    const reply = await expectUnchanged(() => partner.changePin(card, bound, "1928", { jwk }));
    expect(reply).toMatchObject(fieldRefusal("key_id", "is not the current key"));
  });

  it.each([
    ["another kid in its header", { alg: "RSA-OAEP-256", enc: "A256CBC-HS512", kid: "other" }, "kid does not match"],
    ["RSA-OAEP", { alg: "RSA-OAEP", enc: "A256CBC-HS512" }, "unsupported algorithm"],
    ["A128CBC-HS256", { alg: "RSA-OAEP-256", enc: "A128CBC-HS256" }, "unsupported algorithm"],
    ["A256GCM", { alg: "RSA-OAEP-256", enc: "A256GCM" }, "unsupported algorithm"],
    ["compression", { alg: "RSA-OAEP-256", enc: "A256CBC-HS512", zip: "DEF" }, "unsupported algorithm"],
    ["a critical extension", { alg: "RSA-OAEP-256", enc: "A256CBC-HS512", crit: ["x"] }, "unsupported algorithm"],
    ["a header without algorithms", {}, "cannot be decrypted"],
  ])("for a JWE with %s", async (_name, header, message) => {
    const reply = await expectUnchanged(() => partner.changePin(card, bound, "1928", { header }));
    expect(reply).toMatchObject(fieldRefusal("encrypted_pin", message));
  });

  it("for a JWE without kid, where the sandbox is strict about it", async () => {
    await partner.set({ strict_jwe_kid: true });
    const header = { alg: "RSA-OAEP-256", enc: "A256CBC-HS512" };
    const reply = await expectUnchanged(() => partner.changePin(card, bound, "1928", { header }));
    expect(reply).toMatchObject(fieldRefusal("encrypted_pin", "kid does not match"));
  });

  it("for a JWE that cannot be opened, and it does not say why", async () => {
    const jwk = (await partner.call("GET", "/v1/cards/pin_keys/latest")).json;
    const parts = encryptPin(jwk, "1928").split(".");
    const swap = (at: number, part: string) => parts.map((own, index) => (index === at ? part : own)).join(".");
    const cases = [
      encryptPin(jwk, "1928", { spoilTag: true }),
      encryptPin(jwk, "1928", { oaepHash: "sha1" }),
      swap(1, parts[1]?.slice(0, 40) ?? ""),
      swap(2, "AAAA"),
      swap(3, ""),
      swap(3, `${parts[3]}==`),
      swap(4, parts[4]?.slice(0, 22) ?? ""),
      parts.slice(0, 4).join("."),
      "1928",
      "....",
    ];
    for (const jwe of cases) {
      const reply = await expectUnchanged(() => partner.changePin(card, bound, "", { jwk, jwe }));
      expect(reply).toMatchObject(fieldRefusal("encrypted_pin", "cannot be decrypted"));
    }
  });

  it.each(["1928", "not JSON", '{"pin": 1928}', "{}", "[]", "null"])("for the plaintext %s", async (plaintext) => {
    const reply = await expectUnchanged(() => partner.changePin(card, bound, "", { plaintext }));
    expect(reply).toMatchObject(fieldRefusal("pin", "is missing"));
    expect(withoutIds(reply.text)).not.toContain("1928");
  });

  it.each([
    ["1234", "must not contain sequential digits"],
    ["1112", "must not contain three or more repeating digits"],
    ["12345", "must be exactly 4 digits"],
    ["١٩٢٨", "must be exactly 4 digits"],
  ])("for the PIN %s", async (pin, message) => {
    const reply = await expectUnchanged(() => partner.changePin(card, bound, pin));
    expect(reply).toMatchObject(fieldRefusal("pin", message));
  });

  it.each(["LOST", "STOLEN", "CLOSED", "PROCESSING", "BLOCKED_BY_SOLARIS", "NEVER_HEARD_OF"])(
    "for a card that is %s",
    async (status) => {
      await partner.send("PUT", `/sandbox/cards/${card}`, { status });
      const reply = await expectUnchanged(() => partner.changePin(card, bound, "1928"));
      await partner.send("PUT", `/sandbox/cards/${card}`, { status: "ACTIVE" });
      const message = `card status ${status} does not allow a PIN change`;
      expect(reply).toMatchObject(fieldRefusal("status", message, message));
    },
  );

  it.each(["device_id", "encrypted_pin", "key_id", "signature"])("without %s, or with null for it", async (field) => {
    for (const value of [undefined, null]) {
      const reply = await expectUnchanged(() => partner.changePin(card, bound, "1928", { body: { [field]: value } }));
      expect(reply).toMatchObject(fieldRefusal(field, "is missing"));
    }
  });

  it("with white space around a value, while unknown parameters are ignored", async () => {
    const body = { device_id: `${bound.deviceId} ` };
    const reply = await partner.changePin(card, bound, "1928", { body });
    expect(reply).toMatchObject(fieldRefusal("device_id", "must not have leading or trailing whitespace"));
    await partner.set({ device_data: "any" });
    const extra = { device_data: "Web;x", something_new: { deep: null } };
    expect((await partner.changePin(card, bound, "1928", { body: extra })).status).toBe(200);
  });

  it("in the nested array of the known stand-in, where that is asked for", async () => {
    await partner.set({ nested_errors: true });
    const reply = await partner.changePin(card, bound, "1234");
    expect(reply.json.errors[0][0].source.field).toBe("pin");
  });

  it("from a device that was removed elsewhere", async () => {
    const gone = await partner.bind("Ada");
    expect((await partner.send("POST", `/sandbox/devices/${gone.deviceId}/forget`)).status).toBe(200);
    const reply = await expectUnchanged(() => partner.changePin(card, gone, "1928"));
    expect(reply).toMatchObject(fieldRefusal("device_id", "device-id invalid", "device-id invalid"));
    expect((await partner.send("POST", `/sandbox/devices/${gone.deviceId}/forget`)).status).toBe(404);
  });
});
