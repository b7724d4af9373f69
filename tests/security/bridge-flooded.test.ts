// Attacker: a script in the window. Way: thousands of calls, arguments of 200 MB, one dialog after the other.
// Impact: main stands still, 44 s for 2,000 calls, and the cardholder cannot leave the window.
// docs/threat-model.md#calls-limited, #arguments-small
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bridgeMethods } from "../../src-contract/bridge/bridge-methods.ts";
import { createCallRate } from "../../src-contract/bridge/call-rate.ts";
import { areSmall } from "../../src-contract/bridge/small-arguments.ts";
import { PASSCODE_LONGEST } from "../../src-contract/rules/passcode.ts";
import { PROXY_NAME_LONGEST, PROXY_PASSWORD_LONGEST } from "../../src-contract/rules/proxy-credentials.ts";
import { bridgeArguments } from "../../src-main/bridge/bridge-arguments.ts";
import { createCallRates } from "../../src-main/bridge/call-limits.ts";
import { defaultSettings } from "../../src-main/settings/settings-file.ts";
import { createDoor, goodArguments } from "./fake-handlers.ts";
import { catchOutput } from "./quiet-stderr.ts";

const output = catchOutput();
const tooMany = { ok: false, code: "ERR_TOO_MANY_CALLS" };

function setUp(run?: () => Promise<unknown>) {
  const clock = { now: 0 };
  return {
    clock,
    ...createDoor(
      run,
      createCallRates(() => clock.now),
    ),
  };
}

describe("the door", () => {
  it.each(bridgeMethods)("lets few of 2,000 calls of %s in, and more only with time", async (method) => {
    const { knock, called, clock } = setUp();
    const flood = async () => {
      for (let i = 0; i < 2000; i++) await knock(method, goodArguments[method]());
    };
    await flood();
    const atFirst = called.length;
    expect(atFirst).toBeLessThanOrEqual(30);
    clock.now += 60_000;
    expect(await knock(method, goodArguments[method]())).toMatchObject({ ok: true });
    await flood();
    expect(called.length - atFirst).toBeLessThanOrEqual(30);
    expect(await knock(method, goodArguments[method]())).toEqual(tooMany);
  });

  it.each(bridgeMethods)("runs few of 2,000 calls of %s at the same time", async (method) => {
    const { knock, called } = setUp(() => new Promise(() => undefined));
    const answers = Array.from({ length: 2000 }, () => knock(method, goodArguments[method]()));
    expect(called.length).toBeLessThanOrEqual(4);
    expect(await answers.at(-1)).toEqual(tooMany);
  });

  it("asks for a file's place four times in a row, and then three times a minute", async () => {
    const { knock, called, clock } = setUp();
    for (let second = 0; second < 600; second++) {
      await knock("saveReport", []);
      clock.now += 1000;
    }
    expect(called.length).toBeLessThanOrEqual(4 + 30);
  });

  const takesTokenPin = ["enterTokenPin", "setTokenPin", "removeWithToken"] as const;
  it.each([...takesTokenPin.map((method) => [method, [method]] as const), ["all of them", takesTokenPin] as const])(
    "tries ten PINs of a token in a row by %s, and then six a minute",
    async (_, methods) => {
      const { knock, called, clock } = setUp();
      for (let second = 0; second < 600; second++) {
        for (const method of methods) await knock(method, goodArguments[method]());
        clock.now += 1000;
      }
      expect(called.length).toBeLessThanOrEqual(10 + 60);
      expect(called.length).toBeGreaterThan(60); // a person is let in
    },
  );

  it("keeps one method's flood from the others", async () => {
    const { knock } = setUp();
    for (let i = 0; i < 200; i++) await knock("getOverview", []);
    expect(await knock("signOut", [])).toMatchObject({ ok: true });
  });

  it("counts what was refused for its form, too, and tells the log once of all that is refused", async () => {
    const { knock } = setUp();
    for (let i = 0; i < 200; i++) await knock("removeDevice", ["../cards"]);
    expect(await knock("removeDevice", ["a-device"])).toEqual(tooMany);
    expect(output.text().match(/"method":"removeDevice","code":"ERR_TOO_MANY_CALLS"/g)).toHaveLength(1);
  });

  it("wipes the secrets of what it refuses", async () => {
    const { knock } = setUp();
    for (let i = 0; i < 200; i++) await knock("enterPasscode", goodArguments.enterPasscode());
    const [passcode] = goodArguments.enterPasscode() as [Uint8Array];
    expect(await knock("enterPasscode", [passcode])).toEqual(tooMany);
    expect(passcode.every((byte) => byte === 0)).toBe(true);
  });
});

describe("arguments", () => {
  it.each(bridgeMethods)("that %s takes are small", (method) => {
    expect(areSmall(goodArguments[method]())).toBe(true);
  });

  it("that are as long as any method takes them are small", () => {
    const longest = ["a".repeat(PROXY_NAME_LONGEST), new Uint8Array(PROXY_PASSWORD_LONGEST).fill(0x61)];
    expect(bridgeArguments.signInToProxy.safeParse(longest).success).toBe(true);
    expect(areSmall(longest)).toBe(true);
    const passcodes = [PASSCODE_LONGEST, PASSCODE_LONGEST].map((length) => new Uint8Array(length).fill(0x61));
    expect(bridgeArguments.changePasscode.safeParse(passcodes).success).toBe(true);
    expect(areSmall(passcodes)).toBe(true);
  });

  const big = 200 << 20;
  it.each<[string, () => unknown]>([
    ["a long text", () => "a".repeat(257)],
    ["much memory", () => new Uint8Array(big)],
    ["a small view of much memory", () => new Uint8Array(new ArrayBuffer(big), 0, 4)],
    ["memory itself", () => new ArrayBuffer(big)],
    ["a list", () => new Array(1000).fill("1")],
    ["a text in an object", () => ({ ...defaultSettings, theme: "a".repeat(257) })],
    ["an object in an object", () => ({ theme: { theme: "dark" } })],
    ["many fields", () => Object.fromEntries(Array.from({ length: 17 }, (_, at) => [`field${at}`, 1]))],
    ["a field with a long name", () => ({ ["a".repeat(257)]: 1 })],
    ["a Map", () => new Map([["a", "b"]])],
    ["a number without bounds", () => 2n ** 100n],
    ["a date", () => new Date()],
    ["a function", () => () => 1],
  ])("like %s are refused before anybody copies them", (_name, make) => {
    expect(areSmall([make()])).toBe(false);
  });

  it("are three at most", () => {
    expect([areSmall(["a", "b", "c"]), areSmall(["a", "b", "c", "d"])]).toEqual([true, false]);
  });
});

describe("a rate", () => {
  const limit = { atOnce: 3, inARow: 10, oneMoreMs: 100 };

  it("is never exceeded, in any order of calls, ends and pauses", () => {
    const step = fc.oneof(fc.constant("enter" as const), fc.constant("leave" as const), fc.nat({ max: 500 }));
    fc.assert(
      fc.property(fc.array(step, { maxLength: 200 }), (steps) => {
        let now = 0;
        let running = 0;
        const entered: number[] = [];
        const rate = createCallRate(limit, () => now);
        for (const one of steps) {
          if (typeof one === "number") now += one;
          else if (one === "enter" && rate.enter()) {
            running += 1;
            entered.push(now);
          } else if (one === "leave" && running > 0) {
            rate.leave();
            running -= 1;
          }
          expect(running).toBeLessThanOrEqual(limit.atOnce);
        }
        for (const [at, from] of entered.entries()) {
          const until = entered.slice(at).filter((time) => time - from <= 1000).length;
          expect(until).toBeLessThanOrEqual(limit.inARow + 10);
        }
      }),
    );
  });

  it("lets as many in a row as it says, however long the rest was", () => {
    let now = 0;
    const rate = createCallRate(limit, () => now);
    now = 1e9;
    const entered = Array.from({ length: 100 }, () => {
      const isLetIn = rate.enter();
      if (isLetIn) rate.leave();
      return isLetIn;
    });
    expect(entered.filter(Boolean)).toHaveLength(limit.inARow);
  });
});
