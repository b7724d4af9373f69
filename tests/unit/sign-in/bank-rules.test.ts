import { describe, expect, it } from "vitest";
import type { Waits } from "../../../src-contract/api/policy-schemas.ts";
import { AppError } from "../../../src-main/app-error.ts";
import { createBankRules } from "../../../src-main/sign-in/bank-rules.ts";

function setUp(waits = { pin_change: 0, binding: 0, code: 0 }) {
  let now = 7_000;
  const askedFor: (string | null)[] = [];
  const said = { waits, fails: null as Error | null };
  const backend: Parameters<typeof createBankRules>[0] = {
    getPolicy: async () => ({
      pin_change_routes: ["signed", "sms"],
      accepted_protection_levels: ["keychain_passcode"],
    }),
    getWaits: async (deviceId) => {
      askedFor.push(deviceId);
      if (said.fails) throw said.fails;
      return said.waits;
    },
  };
  const rules = createBankRules(backend, () => now);
  return { rules, askedFor, said, pass: (seconds: number) => (now += seconds * 1000) };
}

describe("what the bank allows", () => {
  it("is nothing until it was asked", () => {
    const { rules } = setUp();
    expect(rules.routes()).toEqual([]);
    expect(rules.waits()).toEqual({ pin_change: null, binding: null, code: null });
  });

  it("is the partner's ways to change a PIN, in its order", async () => {
    const { rules } = setUp();
    await rules.read(null);
    expect(rules.routes()).toEqual(["signed", "sms"]);
  });

  it("is what was asked for last, though an earlier answer, of who was signed in before, comes later", async () => {
    const answers: ((waits: Waits) => void)[] = [];
    const getPolicy = () => expect.fail("not asked");
    const getWaits = () => new Promise<Waits>((resolve) => answers.push(resolve));
    const rules = createBankRules({ getPolicy, getWaits }, () => 0);
    const before = rules.refreshWaits();
    const now = rules.refreshWaits();
    answers[1]?.({ pin_change: 0, binding: 0, code: 0 });
    await now;
    answers[0]?.({ pin_change: 90, binding: 90, code: 90 });
    await before;
    expect(rules.waits()).toEqual({ pin_change: null, binding: null, code: null });
  });

  it("has waits that go on to end, and then are none", async () => {
    const { rules, askedFor, pass } = setUp({ pin_change: 90, binding: 0, code: 30 });
    await rules.read("a-device");
    expect(askedFor).toEqual(["a-device"]);
    expect(rules.waits()).toEqual({
      pin_change: 90_000,
      binding: null,
      code: 30_000,
    });
    pass(30);
    expect(rules.waits()).toEqual({ pin_change: 60_000, binding: null, code: null });
    pass(60);
    expect(rules.waits().pin_change).toBeNull();
  });

  it("is asked again for the waits alone, after a refusal", async () => {
    const { rules, askedFor, said, pass } = setUp();
    await rules.read(null);
    pass(10);
    said.waits = { pin_change: 5, binding: 0, code: 0 };
    rules.noteDevice("a-device");
    await rules.refreshWaits();
    expect(askedFor).toEqual([null, "a-device"]);
    expect(rules.waits().pin_change).toBe(5_000);
    expect(rules.routes()).toEqual(["signed", "sms"]);
  });

  it.each([
    ["has been done", async () => {}, null],
    ["was refused as too often", () => Promise.reject(new AppError("ERR_TOO_MANY_REQUESTS")), "ERR_TOO_MANY_REQUESTS"],
  ] as const)("is asked again for the waits once a step that is limited %s", async (_name, step, code) => {
    const { rules, said } = setUp();
    said.waits = { pin_change: 0, binding: 0, code: 30 };
    const error = await rules.afterLimited(step).catch((reason: unknown) => reason);
    expect(error).toEqual(code === null ? undefined : expect.objectContaining({ code }));
    expect(rules.waits().code).toBe(30_000);
  });

  it("keeps the waits that are known where the bank does not answer, and fails nothing for it", async () => {
    const { rules, said } = setUp();
    said.waits = { pin_change: 5, binding: 0, code: 0 };
    await rules.read(null);
    said.fails = new AppError("ERR_BACKEND_TIMEOUT");
    await rules.afterLimited(async () => {});
    expect(rules.waits().pin_change).toBe(5_000);
  });
});
