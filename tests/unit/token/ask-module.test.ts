// What becomes of a token's answers, and of its silence, without a token.
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type TokenRefusal, tokenRefusals } from "../../../src-hardware-key/token-refusals.ts";
import { createFakeModules, key, pin, refusing, token } from "./fake-modules.ts";

describe("a refusal", () => {
  const told: Record<TokenRefusal, string> = {
    "module-missing": "ERR_TOKEN_MODULE",
    "module-changed": "ERR_TOKEN_MODULE",
    "module-unusable": "ERR_TOKEN_MODULE",
    "no-token": "ERR_TOKEN_MISSING",
    "two-tokens": "ERR_TOKEN_AMBIGUOUS",
    "pin-not-set": "ERR_TOKEN_UNUSABLE",
    "own-keypad": "ERR_TOKEN_UNUSABLE",
    "pin-length": "ERR_TOKEN_PIN_LENGTH",
    "last-try": "ERR_TOKEN_LAST_TRY",
    "wrong-pin": "ERR_TOKEN_PIN_WRONG",
    locked: "ERR_TOKEN_LOCKED",
    "no-key": "ERR_TOKEN_KEY_MISSING",
    "not-ours": "ERR_TOKEN_KEY_OTHER",
    "two-keys": "ERR_TOKEN_KEY_MISSING",
    "not-capable": "ERR_TOKEN_UNUSABLE",
    "token-full": "ERR_TOKEN_UNUSABLE",
    failed: "ERR_TOKEN_FAILED",
  };
  it.each(tokenRefusals.map((why) => [why, told[why]] as const))("%s is told as %s", async (why, code) => {
    const { tokens, running } = createFakeModules(() => refusing(why));
    await expect(tokens.checkKey(key, pin())).rejects.toMatchObject({ code });
    expect(running.size).toBe(0);
  });

  it.each([
    ["few", "few"],
    ["last", "last"],
    ["untold", undefined],
    [null, undefined],
  ])("of a wrong PIN says what the token says of its tries: %s", async (tries, triesLeft) => {
    const { tokens } = createFakeModules(() => refusing("wrong-pin", tries));
    const error = await tokens.checkKey(key, pin()).catch((refused) => refused);
    expect(error.details).toEqual(triesLeft === undefined ? {} : { triesLeft });
  });

  it("of the last wrong PIN is told as a lock", async () => {
    const { tokens } = createFakeModules(() => refusing("wrong-pin", "none"));
    await expect(tokens.checkKey(key, pin())).rejects.toMatchObject({ code: "ERR_TOKEN_LOCKED" });
  });

  it("of a module that takes its process down, or that nobody understands, is a failure", async () => {
    for (const answer of ["crash", { answered: { signature: "nonsense" } }, null]) {
      const { tokens, running } = createFakeModules(() => answer);
      const asked = tokens.sign(key, pin(), new Uint8Array(32));
      await expect(asked).rejects.toMatchObject({ code: "ERR_TOKEN_FAILED" });
      expect(running.size).toBe(0);
    }
  });
});

it("loads the one module that has the key, by its hash, and none that the profile does not have (any more)", async () => {
  const { tokens, started } = createFakeModules(() => ({ answered: {} }));
  await tokens.checkKey({ ...key, token: { ...key.token, module: "other" } }, pin());
  expect(started).toEqual([`/other.so ${"b".repeat(64)}`]);
  const gone = tokens.checkKey({ ...key, token: { ...key.token, module: "third" } }, pin());
  await expect(gone).rejects.toMatchObject({ code: "ERR_TOKEN_MODULE" });
  expect(started).toHaveLength(1);
});

it("lists each token that may keep a key once, and those of other modules if one fails", async () => {
  const unfit = [
    { isInitialised: false },
    { hasPin: false },
    { hasOwnKeypad: true },
    { isWriteProtected: true },
    { tries: "none" },
  ];
  // Each by a name of its own: else it would be left out as one that is listed already.
  const listed = [token, token, ...unfit.map((why, at) => ({ ...token, ...why, serial: `unfit ${at}` }))];
  const { tokens } = createFakeModules((file) =>
    file === "/one.so" ? refusing("module-missing") : { answered: { tokens: listed } },
  );
  expect(await tokens.list()).toEqual([{ module: "other", serial: "1", label: "card" }]);
});

describe("whoever asked has left", () => {
  it("the process ends with its PIN, and the next question has one of its own", async () => {
    let said: unknown = "silent";
    const { tokens, running } = createFakeModules(() => said);
    const asked = tokens.sign(key, pin(), new Uint8Array(32)).catch(({ code }) => code);
    await expect.poll(() => running.size).toBe(1);
    tokens.leave();
    expect(await asked).toBe("ERR_TOKEN_SILENT");
    expect(running.size).toBe(0);
    said = { answered: {} };
    await expect(tokens.checkKey(key, pin())).resolves.toBeUndefined();
  });

  it("and so does one that had not started yet", async () => {
    const { tokens, running, started, begin } = createFakeModules(() => "silent", { isHeld: true });
    const asked = tokens.sign(key, pin(), new Uint8Array(32)).catch(({ code }) => code);
    await expect.poll(() => started.length).toBe(1);
    tokens.leave();
    expect(await asked).toBe("ERR_TOKEN_SILENT");
    begin();
    await expect.poll(() => running.size).toBe(0);
  });
});

it("does not wait for a process that stays though it was killed", { timeout: 30_000 }, async () => {
  const { tokens } = createFakeModules(() => ({ answered: {} }), { isStuck: true });
  await expect(tokens.checkKey(key, pin())).resolves.toBeUndefined();
});

describe("a token that is silent", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it("is told to the window after two seconds, and ended after a minute", async () => {
    const limits = vi.spyOn(AbortSignal, "timeout").mockImplementation((ms) => {
      const limit = new AbortController();
      setTimeout(() => limit.abort(), ms);
      return limit.signal;
    });
    const { tokens, running, waits } = createFakeModules(() => "silent");
    const asked = tokens.sign(key, pin(), new Uint8Array(32)).catch(({ code }) => code);
    await vi.advanceTimersByTimeAsync(1_900);
    expect(waits).toEqual([]);
    await vi.advanceTimersByTimeAsync(200);
    expect(waits).toEqual([true]);
    await vi.advanceTimersByTimeAsync(57_000);
    expect(running.size).toBe(1);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(await asked).toBe("ERR_TOKEN_SILENT");
    expect(running.size).toBe(0);
    expect(waits).toEqual([true, false]);
    limits.mockRestore();
  });
});
