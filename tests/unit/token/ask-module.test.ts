// What becomes of a token's answers, and of its silence, without a token.
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { TokenChild } from "../../../src-hardware-key/ask-token.ts";
import { type TokenRefusal, tokenRefusals } from "../../../src-hardware-key/token-refusals.ts";
import { createTokens } from "../../../src-main/token/ask-module.ts";
import type { KnownTokenKey } from "../../../src-main/token/tokens.ts";

const modules = [
  { name: "one", path: "/one.so", sha256: "a".repeat(64) },
  { name: "other", path: "/other.so", sha256: "b".repeat(64) },
];
const key: KnownTokenKey = {
  token: { module: "one", serial: "1", label: "card" },
  keyId: "0".repeat(32),
  publicKey: `04${"0".repeat(128)}`,
};
const pin = () => Uint8Array.from(Buffer.from("604213"));

/** A process that answers each question so; `silent` never. */
function createFakes(
  answer: (file: string, question: { kind: string }) => unknown,
  { isHeld = false, isStuck = false } = {},
) {
  let begin = () => {};
  const begun = new Promise<void>((resolve) => {
    begin = resolve;
  });
  const running = new Set<string>();
  const waits: boolean[] = [];
  const started: string[] = [];
  const ends: (() => void)[] = [];
  const tokens = createTokens({
    modules,
    tellWaits: (value) => waits.push(value),
    start: async ({ file, sha256 }) => {
      started.push(`${file} ${sha256}`);
      running.add(file);
      if (isHeld) await begun;
      let listener: (message: unknown) => void = () => {};
      let end = () => {};
      const child: TokenChild = {
        pid: 1,
        gone: new Promise((resolve) => {
          end = resolve;
        }),
        send(message) {
          const said = answer(file, message as { kind: string });
          if (said === "crash") end();
          else if (said !== "silent") queueMicrotask(() => listener(said));
        },
        listen(next) {
          listener = next;
        },
        kill() {
          running.delete(file);
          if (!isStuck) end();
        },
      };
      ends.push(() => end());
      return child;
    },
  });
  /** Ends those that are stuck. */
  const endAll = () => {
    for (const end of ends.splice(0)) end();
  };
  return { tokens, running, waits, started, begin, endAll };
}
const refusing = (why: TokenRefusal, tries: string | null = null) => ({ refused: { why, returned: null, tries } });
const token = {
  ...{ serial: "1", label: "card", manufacturer: "", model: "", isInitialised: true, hasPin: true },
  ...{ isWriteProtected: false, hasOwnKeypad: false, tries: "untold", pinLength: null },
};

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
    const { tokens, running } = createFakes(() => refusing(why));
    await expect(tokens.checkKey(key, pin())).rejects.toMatchObject({ code });
    expect(running.size).toBe(0);
  });

  it.each([
    ["few", "few"],
    ["last", "last"],
    ["untold", undefined],
    [null, undefined],
  ])("of a wrong PIN says what the token says of its tries: %s", async (tries, triesLeft) => {
    const { tokens } = createFakes(() => refusing("wrong-pin", tries));
    const error = await tokens.checkKey(key, pin()).catch((refused) => refused);
    expect(error.details).toEqual(triesLeft === undefined ? {} : { triesLeft });
  });

  it("of the last wrong PIN is told as a lock", async () => {
    const { tokens } = createFakes(() => refusing("wrong-pin", "none"));
    await expect(tokens.checkKey(key, pin())).rejects.toMatchObject({ code: "ERR_TOKEN_LOCKED" });
  });

  it("of a module that takes its process down, or that nobody understands, is a failure", async () => {
    for (const answer of ["crash", { answered: { signature: "nonsense" } }, null]) {
      const { tokens, running } = createFakes(() => answer);
      const asked = tokens.sign(key, pin(), new Uint8Array(32));
      await expect(asked).rejects.toMatchObject({ code: "ERR_TOKEN_FAILED" });
      expect(running.size).toBe(0);
    }
  });
});

describe("the last try", () => {
  /** A token of which another program has used up all tries but one. */
  function createOnItsLastTry() {
    const asked: object[] = [];
    let refusal: object | null = refusing("last-try");
    const { tokens } = createFakes((_, question) => {
      const { asked: words } = question as unknown as { asked: { sparesLastTry?: true } };
      asked.push({ kind: question.kind, spares: words.sparesLastTry === true });
      return refusal ?? { answered: question.kind === "sign" ? { signature: `30${"00".repeat(8)}` } : {} };
    });
    const answer = (next: object | null) => {
      refusal = next;
    };
    const check = () => tokens.checkKey(key, pin()).catch(({ code }) => code);
    return { tokens, asked, answer, check };
  }

  it("is spared until it was told, once, and the PIN that is entered then is tried", async () => {
    const { asked, answer, check } = createOnItsLastTry();
    expect(await check()).toBe("ERR_TOKEN_LAST_TRY");
    answer(null);
    expect(await check()).toBeUndefined();
    await check();
    expect(asked).toEqual([true, false, true].map((spares) => ({ kind: "checkKey", spares })));
  });

  it("is not told twice: a wrong PIN has told it", async () => {
    const { asked, answer, check } = createOnItsLastTry();
    for (const tries of ["few", "last"]) {
      answer(refusing("wrong-pin", tries));
      await check();
    }
    await check();
    expect(asked).toEqual([true, true, false].map((spares) => ({ kind: "checkKey", spares })));
  });

  it("is told to whoever comes next, and of another token", async () => {
    const { tokens, asked, check } = createOnItsLastTry();
    await check();
    await tokens.checkKey({ ...key, token: { ...key.token, serial: "2" } }, pin()).catch(() => {});
    tokens.leave();
    await check();
    expect(asked).toEqual([true, true, true].map((spares) => ({ kind: "checkKey", spares })));
  });

  it("is not told to who was there before: they had gone when the token's process had ended", async () => {
    let spares: unknown;
    const { tokens, endAll } = createFakes(
      (_, question) => {
        spares = (question as unknown as { asked: object }).asked;
        return refusing("last-try");
      },
      { isStuck: true },
    );
    const check = () => tokens.checkKey(key, pin()).catch(({ code }) => code);
    const before = check();
    await new Promise(setImmediate); // the token has answered
    tokens.leave();
    endAll();
    expect(await before).toBe("ERR_TOKEN_LAST_TRY");
    const next = check();
    await new Promise(setImmediate);
    endAll();
    await next;
    expect(spares).toMatchObject({ sparesLastTry: true });
  });

  it("is told again where the token has counted anew since", async () => {
    const { asked, answer, check } = createOnItsLastTry();
    for (const tries of ["last", "few", "last", "untold"]) {
      answer(refusing("wrong-pin", tries));
      await check();
    }
    await check();
    expect(asked).toEqual([true, false, true, false, true].map((spares) => ({ kind: "checkKey", spares })));
  });

  it("is told by no refusal beside whose words the window has nothing of tries", async () => {
    const { tokens, asked, answer, check } = createOnItsLastTry();
    answer(refusing("wrong-pin", "last"));
    await tokens.sign(key, pin(), new Uint8Array(32)).catch(() => {});
    await tokens.removeKey(key, pin()).catch(() => {});
    answer(refusing("no-key", "last"));
    await check();
    await check();
    expect(asked.slice(2)).toEqual([true, true].map((spares) => ({ kind: "checkKey", spares })));
  });

  it("is spared when a key is made, too, but not with a PIN that the token has just accepted", async () => {
    const { tokens, asked } = createOnItsLastTry();
    await tokens.makeKey(key, pin(), new Uint8Array(32)).catch(() => {});
    tokens.leave();
    await tokens.sign(key, pin(), new Uint8Array(32)).catch(() => {});
    tokens.leave();
    await tokens.removeKey(key, pin()).catch(() => {});
    expect(asked).toEqual([
      { kind: "makeKey", spares: true },
      { kind: "sign", spares: false },
      { kind: "removeKey", spares: false },
    ]);
  });
});

it("loads the one module that has the key, by its hash, and none that the profile does not have (any more)", async () => {
  const { tokens, started } = createFakes(() => ({ answered: {} }));
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
  const { tokens } = createFakes((file) =>
    file === "/one.so" ? refusing("module-missing") : { answered: { tokens: listed } },
  );
  expect(await tokens.list()).toEqual([{ module: "other", serial: "1", label: "card" }]);
});

describe("whoever asked has left", () => {
  it("the process ends with its PIN, and the next question has one of its own", async () => {
    let said: unknown = "silent";
    const { tokens, running } = createFakes(() => said);
    const asked = tokens.sign(key, pin(), new Uint8Array(32)).catch(({ code }) => code);
    await expect.poll(() => running.size).toBe(1);
    tokens.leave();
    expect(await asked).toBe("ERR_TOKEN_SILENT");
    expect(running.size).toBe(0);
    said = { answered: {} };
    await expect(tokens.checkKey(key, pin())).resolves.toBeUndefined();
  });

  it("and so does one that had not started yet", async () => {
    const { tokens, running, started, begin } = createFakes(() => "silent", { isHeld: true });
    const asked = tokens.sign(key, pin(), new Uint8Array(32)).catch(({ code }) => code);
    await expect.poll(() => started.length).toBe(1);
    tokens.leave();
    expect(await asked).toBe("ERR_TOKEN_SILENT");
    begin();
    await expect.poll(() => running.size).toBe(0);
  });
});

it("does not wait for a process that stays though it was killed", { timeout: 30_000 }, async () => {
  const { tokens } = createFakes(() => ({ answered: {} }), { isStuck: true });
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
    const { tokens, running, waits } = createFakes(() => "silent");
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
