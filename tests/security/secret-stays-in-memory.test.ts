// Attacker: somebody who reads the memory of main later. Way: a buffer with the PIN or a code, forgotten after success,
// refusal or time-out. Impact: they read the PIN.
// docs/threat-model.md#bytes-over-the-bridge, #secrets-wiped, #plaintext-as-bytes
import { beforeAll, describe, expect, it, vi } from "vitest";
import type { BackendClient } from "../../src-main/backend/backend-client.ts";
import { BackendError } from "../../src-main/backend/backend-error.ts";
import { createPinChanges } from "../../src-main/change-pin/change.ts";
import { createKeyAhead } from "../../src-main/change-pin/key-ahead.ts";
import { createUnlockedKey } from "../../src-main/keys/unlocked-key.ts";
import { ascii, makeRsaKey, type RsaKey } from "../unit/by-hand.ts";
import { createFakeJournal } from "../unit/change-pin/fake-journal.ts";
import { createDoor } from "./fake-handlers.ts";
import { catchOutput } from "./quiet-stderr.ts";

catchOutput();
let solaris: RsaKey;
beforeAll(() => {
  solaris = makeRsaKey("a-key");
});

const outdated = () => Promise.reject(new BackendError("ERR_PIN_KEY_OUTDATED", "answered"));
const ends: [string, () => Promise<void>, () => Promise<unknown>][] = [
  ["success", async () => {}, async () => solaris.jwk],
  ["a refusal", () => Promise.reject(new BackendError("ERR_PIN_REFUSED", "answered")), async () => solaris.jwk],
  ["a second attempt", outdated, async () => solaris.jwk],
  ["a time-out", () => Promise.reject(new BackendError("ERR_BACKEND_TIMEOUT", "unclear")), async () => solaris.jwk],
  [
    "a failure before sending",
    async () => {},
    () => Promise.reject(new BackendError("ERR_BACKEND_UNREACHABLE", "never-sent")),
  ],
  ["a key that is refused", async () => {}, async () => ({})],
  ["something unexpected", () => Promise.reject(new TypeError("x")), async () => solaris.jwk],
];

/** The real use case, over a backend that ends so. */
function changing(answer: () => Promise<void>, key: () => Promise<unknown>) {
  const unlocked = createUnlockedKey();
  const forCustomer = () => ({
    backend: {
      getPinKey: key,
      changePin: answer,
      settleChange: async () => ({ request_id: "any", state: "unknown" }),
    } as unknown as BackendClient,
    journal: createFakeJournal().journal,
    scope: "a-scope",
  });
  const steps = createPinChanges({
    forCustomer,
    keyAhead: createKeyAhead(forCustomer),
    deviceData: () => async () => ({}),
    unlocked,
    weakPins: "warn",
    routes: () => ["signed"],
    isThisRemoved: async () => false,
    tellStage: () => undefined,
    now: Date.now,
  });
  unlocked.put({ deviceId: "a-device", signEncryptedPin: () => "3006", signStringToSign: () => "3006", end() {} });
  return (pin: Uint8Array) => steps.change("a-card", pin, "signed");
}

describe.each(ends)("after %s", (_name, answer, key) => {
  it("the door has wiped the PIN that the window sent", async () => {
    const pin = ascii("1928");
    const change = changing(answer, key);
    const door = createDoor((_card, given) => change(given as Uint8Array));
    await door.knock("changePin", ["a-card", pin, "signed"]);
    expect(pin).toEqual(new Uint8Array(4));
  });

  it("the use case has made no copy that it would have to wipe, but the plaintext, which it has wiped", async () => {
    const made: Uint8Array[] = [];
    const set = vi.spyOn(Uint8Array.prototype, "set").mockImplementation(function (this: Uint8Array, from, at) {
      if (from instanceof Uint8Array && Buffer.from(from).includes("1928")) made.push(this);
      return Object.getPrototypeOf(Uint8Array.prototype).set.call(this, from, at);
    });
    const pin = ascii("1928");
    await changing(answer, key)(pin).catch(() => undefined);
    set.mockRestore();
    for (const copy of made) expect(copy).toEqual(new Uint8Array(copy.length));
  });
});

it("the door wipes a code, and whatever bytes came with a call that it refuses", async () => {
  for (const [method, bytes] of [
    ["confirmCode", 6],
    ["signIn", 4],
    ["getOverview", 9],
  ] as const) {
    const secret = new Uint8Array(bytes).fill(0x31);
    await createDoor().knock(method, [secret]);
    expect(secret).toEqual(new Uint8Array(bytes));
  }
});

it("the use case gets the door's own bytes, not a further copy that nobody would wipe", async () => {
  const pin = ascii("1928");
  const door = createDoor(async (_card, given) => {
    expect(given).toBe(pin);
    return null;
  });
  expect(await door.knock("changePin", ["a-card", pin, "signed"])).toEqual({ ok: true, value: null });
});
