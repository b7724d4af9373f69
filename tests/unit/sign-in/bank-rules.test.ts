import { describe, expect, it } from "vitest";
import type { BackendClient } from "../../../src-main/backend/backend-client.ts";
import { createBankRules } from "../../../src-main/sign-in/bank-rules.ts";

function setUp(waits = { pin_change: 0, binding: 0, code: 0 }) {
  let now = 7_000;
  const askedFor: (string | null)[] = [];
  const said = { waits };
  const backend: Pick<BackendClient, "getPolicy" | "getWaits"> = {
    getPolicy: async () => ({
      pin_change_routes: ["signed", "sms"],
      accepted_protection_levels: ["keychain_passcode"],
    }),
    getWaits: async (deviceId) => {
      askedFor.push(deviceId);
      return said.waits;
    },
  };
  const rules = createBankRules(backend as BackendClient, () => now);
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

  it("W1: is what was asked for last, though an earlier answer, of who was signed in before, comes later", async () => {
    const answers: ((waits: object) => void)[] = [];
    const getWaits = () => new Promise((resolve) => answers.push(resolve));
    const rules = createBankRules({ getWaits } as unknown as BackendClient, () => 0);
    const before = rules.readWaits(null);
    const now = rules.readWaits(null);
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
    const { rules, said, pass } = setUp();
    await rules.read(null);
    pass(10);
    said.waits = { pin_change: 5, binding: 0, code: 0 };
    await rules.readWaits("a-device");
    expect(rules.waits().pin_change).toBe(5_000);
    expect(rules.routes()).toEqual(["signed", "sms"]);
  });
});
