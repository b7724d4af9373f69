// Checklist rows 24, 43, 45: every buffer that main owns is zero after success, refusal, failure and time-out.
import { beforeAll, describe, expect, it } from "vitest";
import type { BackendClient } from "../../src-main/backend/backend-client.ts";
import { BackendError } from "../../src-main/backend/backend-error.ts";
import { changePin } from "../../src-main/card-pin/change-pin.ts";
import { ascii, makeRsaKey, type RsaKey } from "../unit/by-hand.ts";
import { createFakeEnrolment, recordAt } from "../unit/device/fake-enrolment.ts";
import { createDoor } from "./fake-handlers.ts";
import { catchOutput } from "./quiet-stderr.ts";

catchOutput();
let solaris: RsaKey;
beforeAll(() => {
  solaris = makeRsaKey("a-key");
});

const ends: [string, () => Promise<void>, () => Promise<unknown>][] = [
  ["success", async () => {}, async () => solaris.jwk],
  [
    "a refusal",
    () => Promise.reject(new BackendError("ERR_PIN_REFUSED", "answered", { problem: "pin_refused" })),
    async () => solaris.jwk,
  ],
  ["a time-out", () => Promise.reject(new BackendError("ERR_BACKEND_TIMEOUT", "unclear")), async () => solaris.jwk],
  [
    "a failure before sending",
    async () => {},
    () => Promise.reject(new BackendError("ERR_BACKEND_UNREACHABLE", "never-sent")),
  ],
  ["a key that is refused", async () => {}, async () => ({})],
  ["something unexpected", () => Promise.reject(new TypeError("x")), async () => solaris.jwk],
];

describe.each(ends)("after %s", (_name, answer, key) => {
  const parts = () => ({
    enrolment: createFakeEnrolment(recordAt("bound")),
    backend: { getPinKey: key, changePin: answer } as unknown as BackendClient,
    reading: "documented" as const,
  });

  it("the use case has wiped the PIN", async () => {
    const pin = ascii("1928");
    await changePin(parts(), "a-card", pin).catch(() => undefined);
    expect(pin).toEqual(new Uint8Array(4));
  });

  it("the door has wiped the PIN, even where the use case would not", async () => {
    const pin = ascii("1928");
    const door = createDoor((_card, given) => changePin(parts(), "a-card", (given as Uint8Array).slice()));
    await door.knock("changePin", ["a-card", pin]);
    expect(pin).toEqual(new Uint8Array(4));
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
  expect(await door.knock("changePin", ["a-card", pin])).toEqual({ ok: true, value: null });
});
