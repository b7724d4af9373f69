import { describe, expect, it } from "vitest";
import { AppError } from "../../../src-main/app-error.ts";
import { createLeftKeys, removeThisComputer } from "../../../src-main/keys/remove-this-computer.ts";
import { stepsWith } from "../../../src-main/keys/steps-on-token.ts";
import { noTokenSteps } from "../../../src-main/keys/token-steps.ts";
import { createUnlockedKey } from "../../../src-main/keys/unlocked-key.ts";
import { setUp } from "./begun-binding.ts";
import { createFakeEnrolment, recordAt } from "./fake-enrolment.ts";
import { boundOn, createFakeTokens, pin, place } from "./fake-tokens.ts";

const keyId = "0123456789abcdef0123456789abcdef";

describe("the PIN of a token", () => {
  it("unlocks nothing for who has left while the token waited", async () => {
    const { tokens, keys } = createFakeTokens();
    keys.add(keyId);
    let session: object | null = {};
    const asking = tokens.checkKey;
    tokens.checkKey = async (...asked) => {
      await asking(...asked);
      session = null; // signed out, or locked
    };
    const unlocked = createUnlockedKey();
    const enrolment = createFakeEnrolment(boundOn(keyId));
    const entered = stepsWith(tokens).enterPin({ enrolment, session: () => session, unlocked }, pin());
    await expect(entered).rejects.toMatchObject({ code: "ERR_NOT_SIGNED_IN" });
    expect(() => unlocked.take()).toThrow(AppError);
  });

  it.each(["before the token is asked", "while it is asked"])(
    "unlocks nothing in a window whose page has gone: %s",
    async (when) => {
      const { tokens, keys, asked } = createFakeTokens();
      keys.add(keyId);
      const unlocked = createUnlockedKey();
      const session = {};
      const steps = stepsWith(tokens);
      const asking = tokens.checkKey;
      tokens.checkKey = async (...given) => {
        steps.leave();
        await asking(...given);
      };
      const entered = steps.enterPin(
        { enrolment: createFakeEnrolment(boundOn(keyId)), session: () => session, unlocked },
        pin(),
      );
      if (when === "before the token is asked") steps.leave();
      await expect(entered).rejects.toMatchObject({ code: "ERR_NOT_SIGNED_IN" });
      expect(() => unlocked.take()).toThrow(AppError);
      expect(asked.includes("checkKey")).toBe(when === "while it is asked");
    },
  );

  it("is asked of no token for a key that the keychain has", async () => {
    const { tokens, asked } = createFakeTokens();
    const enrolment = createFakeEnrolment(recordAt("bound"));
    const toUnlock = { enrolment, session: () => null, unlocked: createUnlockedKey() };
    await expect(stepsWith(tokens).enterPin(toUnlock, pin())).rejects.toMatchObject({ code: "ERR_BAD_ARGUMENT" });
    expect(asked).toEqual([]);
  });
});

describe("a computer that is removed with the PIN of its token", () => {
  it("stays where the PIN is wrong, at Solaris and here", async () => {
    const { binding, enrolment, solaris } = setUp(boundOn(keyId));
    const { tokens } = createFakeTokens();
    tokens.checkKey = () => Promise.reject(new AppError("ERR_TOKEN_PIN_WRONG"));
    const before = { entry: enrolment.entry, asked: [...solaris.calls] };
    const removed = removeThisComputer({ ...binding, tokenSteps: stepsWith(tokens) }, pin());
    await expect(removed).rejects.toMatchObject({ code: "ERR_TOKEN_PIN_WRONG" });
    expect({ entry: enrolment.entry, asked: solaris.calls }).toEqual(before);
  });

  it.each(["before the token is asked", "while it is asked"])("stays for who has left %s", async (when) => {
    const { binding, enrolment, solaris } = setUp(boundOn(keyId));
    const { tokens, asked, keys } = createFakeTokens();
    keys.add(keyId);
    const tokenSteps = stepsWith(tokens);
    const checking = tokenSteps.checkKey;
    const checkKey: typeof checking = async (...given) => {
      await checking(...given);
      tokenSteps.leave();
    };
    const before = { entry: enrolment.entry, asked: [...solaris.calls] };
    const removed = removeThisComputer({ ...binding, tokenSteps: { ...tokenSteps, checkKey } }, pin());
    if (when === "before the token is asked") tokenSteps.leave();
    await expect(removed).rejects.toMatchObject({ code: "ERR_NOT_SIGNED_IN" });
    expect({ entry: enrolment.entry, asked: solaris.calls }).toEqual(before);
    expect(asked.includes("checkKey")).toBe(when === "while it is asked");
  });

  it("leaves its key, and says so, for who has left while the bank was asked", async () => {
    const { binding, enrolment } = setUp(boundOn(keyId));
    const { tokens, asked, keys } = createFakeTokens();
    keys.add(keyId);
    const tokenSteps = stepsWith(tokens);
    const removeDevice: typeof binding.backend.removeDevice = (...given) => {
      tokenSteps.leave();
      return binding.backend.removeDevice(...given);
    };
    const leftKeys = createLeftKeys();
    await removeThisComputer(
      { ...binding, backend: { ...binding.backend, removeDevice }, leftKeys, tokenSteps },
      pin(),
    );
    expect([asked.includes("removeKey"), enrolment.entry, leftKeys.of(enrolment.scope)]).toEqual([false, null, place]);
  });

  const ends: [string, (tokens: ReturnType<typeof createFakeTokens>, entry: { entry: unknown }) => void, unknown][] = [
    ["is gone, as the token says, is left nowhere", () => {}, null],
    [
      "stays because the token refuses is told",
      ({ tokens }) => Object.assign(tokens, { removeKey: () => Promise.reject(new AppError("ERR_TOKEN_FAILED")) }),
      place,
    ],
    ["nobody asked the token about is told", (_, enrolment) => Object.assign(enrolment, { entry: null }), place],
  ];
  it.each(ends)("a key that %s", async (_, arrange, left) => {
    const { binding, enrolment } = setUp(boundOn(keyId));
    const token = createFakeTokens();
    token.keys.add(keyId);
    const leftKeys = createLeftKeys();
    const removeDevice: typeof binding.backend.removeDevice = (...asked) => {
      arrange(token, enrolment); // after the PIN was checked
      return binding.backend.removeDevice(...asked);
    };
    const backend = { ...binding.backend, removeDevice };
    await removeThisComputer({ ...binding, backend, leftKeys, tokenSteps: stepsWith(token.tokens) }, pin());
    expect(leftKeys.of(enrolment.scope)).toEqual(left);
  });
});

describe("a program without modules, at a key that another one had made on a token", () => {
  it("asks no token, and says that its software is missing", async () => {
    const enrolment = createFakeEnrolment(boundOn(keyId));
    const toUnlock = { enrolment, session: () => null, unlocked: createUnlockedKey() };
    await expect(noTokenSteps.enterPin(toUnlock, pin())).rejects.toMatchObject({ code: "ERR_TOKEN_MODULE" });
    expect(await noTokenSteps.list(enrolment)).toEqual([]);
  });

  it("removes this computer, and says where the key is left", async () => {
    const { binding, enrolment } = setUp(boundOn(keyId));
    const leftKeys = createLeftKeys();
    await removeThisComputer({ ...binding, leftKeys });
    expect(enrolment.entry).toBeNull();
    expect(leftKeys.of(enrolment.scope)).toEqual(place);
  });
});
