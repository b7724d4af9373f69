// That nobody's PIN is a token's last try without their knowing it (docs/hardware-key.md#the-last-try).
import { describe, expect, it } from "vitest";
import { createFakeModules, key, pin, refusing } from "./fake-modules.ts";

describe("the last try", () => {
  /** A token of which another program has used up all tries but one. */
  function createOnItsLastTry() {
    const asked: object[] = [];
    let refusal: object | null = refusing("last-try");
    const { tokens } = createFakeModules((_, question) => {
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
    const { tokens, endAll } = createFakeModules(
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
