import { beforeAll, describe, expect, it } from "vitest";
import type { BackendClient } from "../../../src-main/backend/backend-client.ts";
import { BackendError } from "../../../src-main/backend/backend-error.ts";
import { changePin } from "../../../src-main/card-pin/change-pin.ts";
import { AppError } from "../../../src-main/errors.ts";
import { ascii, makeRsaKey, openByHand, type RsaKey, verifyByHand } from "../by-hand.ts";
import { createFakeEnrolment, recordAt } from "../device/fake-enrolment.ts";

const bound = recordAt("bound");
type Request = Parameters<BackendClient["changePin"]>[1];

describe("changing a PIN", () => {
  let solaris: RsaKey;
  beforeAll(() => {
    solaris = makeRsaKey("a-key");
  });

  /** A backend that keeps what it is sent and then does what the test says. */
  function setUp(answer: () => Promise<void> = async () => {}, jwk: () => Promise<unknown> = async () => solaris.jwk) {
    const sent: { cardId: string; request: Request }[] = [];
    const asked: string[] = [];
    const backend = {
      getPinKey: (cardId: string) => {
        asked.push(cardId);
        return jwk();
      },
      changePin: (cardId: string, request: Request) => {
        sent.push({ cardId, request });
        return answer();
      },
    } as BackendClient;
    const enrolment = createFakeEnrolment(bound);
    const run = (pin: Uint8Array) => changePin({ enrolment, backend, reading: "documented" }, "a-card", pin);
    return { run, sent, asked, enrolment };
  }

  it("sends the JWE, its key's id, the device and a signature by the restricted key; nothing else", async () => {
    const { run, sent, asked } = setUp();
    expect(await run(ascii("1928"))).toEqual({ outcome: "changed" });
    expect(asked).toEqual(["a-card"]);
    expect(sent).toHaveLength(1);
    const { cardId, request } = sent[0] ?? expect.fail();
    expect(cardId).toBe("a-card");
    expect(Object.keys(request).sort()).toEqual(["device_id", "encrypted_pin", "key_id", "signature"]);
    expect(request).toMatchObject({ device_id: bound.device_id, key_id: "a-key" });
    expect(openByHand(request.encrypted_pin, solaris.privateKey).toString()).toBe('{"pin": "1928"}');
    expect(verifyByHand(bound.restricted.public_key, request.encrypted_pin, request.signature)).toBe(true);
    expect(verifyByHand(bound.unrestricted.public_key, request.encrypted_pin, request.signature)).toBe(false);
    expect(request.signature).toMatch(/^30[0-9a-f]+$/);
  });

  it("fetches the key anew for each change", async () => {
    const { run, asked } = setUp();
    await run(ascii("1928"));
    await run(ascii("8291"));
    expect(asked).toHaveLength(2);
  });

  it.each<[string, unknown, unknown]>([
    [
      "refused",
      new BackendError("ERR_PIN_REFUSED", "answered", { problem: "pin_refused" }),
      { outcome: "refused", code: "ERR_PIN_REFUSED" },
    ],
    [
      "refused, with Solaris' id",
      new BackendError("ERR_CARD_NOT_ELIGIBLE", "answered", { supportId: "84b61ex" }),
      { outcome: "refused", code: "ERR_CARD_NOT_ELIGIBLE", supportId: "84b61ex" },
    ],
    ["unknown, when the answer is missing", new BackendError("ERR_BACKEND_TIMEOUT", "unclear"), { outcome: "unknown" }],
    [
      "unknown, with Solaris' id",
      new BackendError("ERR_BACKEND_TIMEOUT", "unclear", { supportId: "84b61ex" }),
      { outcome: "unknown", supportId: "84b61ex" },
    ],
  ])("ends as %s, once, and without sending again", async (_name, error, outcome) => {
    const { run, sent } = setUp(() => Promise.reject(error));
    const pin = ascii("1928");
    expect(await run(pin)).toEqual(outcome);
    expect(sent).toHaveLength(1);
    expect(pin).toEqual(new Uint8Array(4));
  });

  it("throws when the request never left: the PIN is as it was", async () => {
    const { run } = setUp(() => Promise.reject(new BackendError("ERR_BACKEND_UNREACHABLE", "never-sent")));
    await expect(run(ascii("1928"))).rejects.toMatchObject({ code: "ERR_BACKEND_UNREACHABLE" });
  });

  it.each([
    ["the PIN breaks a rule", "1234", "ERR_PIN_SEQUENCE"],
    ["the PIN is no PIN", "12", "ERR_PIN_DIGITS"],
  ])("sends nothing and asks for no key when %s", async (_name, digits, code) => {
    const { run, sent, asked } = setUp();
    const pin = ascii(digits);
    await expect(run(pin)).rejects.toMatchObject({ code });
    expect([sent, asked]).toEqual([[], []]);
    expect(pin).toEqual(new Uint8Array(digits.length));
  });

  it("sends nothing for a key that is not safe", async () => {
    const pin = ascii("1928");
    const { run, sent } = setUp(undefined, async () => ({ ...solaris.jwk, e: "Aw" }));
    await expect(run(pin)).rejects.toMatchObject({ code: "ERR_PIN_KEY_INVALID" });
    expect(sent).toEqual([]);
    expect(pin).toEqual(new Uint8Array(4));
  });

  it.each(["requested", "challenged", "verified"] as const)(
    "sends nothing from a computer that is only %s",
    async (stage) => {
      const { run, sent, enrolment } = setUp();
      enrolment.entry = JSON.stringify(recordAt(stage));
      await expect(run(ascii("1928"))).rejects.toMatchObject({ code: "ERR_NOT_BOUND" });
      expect(sent).toEqual([]);
    },
  );

  it("has wiped the PIN before the answer is awaited", async () => {
    const pin = ascii("1928");
    let whileSending: Uint8Array | undefined;
    const { run } = setUp(async () => {
      whileSending = pin.slice();
    });
    await run(pin);
    expect(whileSending).toEqual(new Uint8Array(4));
  });

  it("wipes the PIN when something unexpected happens", async () => {
    const pin = ascii("1928");
    const { run } = setUp(undefined, () => Promise.reject(new AppError("ERR_INTERNAL")));
    await expect(run(pin)).rejects.toThrow();
    expect(pin).toEqual(new Uint8Array(4));
  });
});
