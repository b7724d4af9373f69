import { cp, rm } from "node:fs/promises";
import { beforeEach, describe, expect, test } from "vitest";
import { runs } from "../long-form.ts";
import { verifyByHand } from "../unit/by-hand.ts";
import type { Kill, Whose } from "./device-child.ts";
import { useRealKeychain } from "./real-keychain.ts";

if (process.platform !== "linux") console.warn("SKIPPED: these tests need a gnome-keyring, which only Linux has.");

const RIGHT = "blue-Kettle 7";
const WRONG = "blue-Kettle 8";

describe.skipIf(process.platform !== "linux")("the passcode's attempts, in the real keychain", () => {
  const { run, answerOf, resultOf, computer, endProcess, exchangeKeyring, keyringFiles } = useRealKeychain();
  let whose: Whose;

  beforeEach(async () => {
    whose = computer();
    expect(await resultOf({ do: "bind", ...whose })).toMatchObject({ stage: "bound", wrong: 0 });
  });

  const unlock = (passcode: string, kill?: Kill) => run({ do: "unlock", passcode, ...whose, ...(kill && { kill }) });
  const state = () => resultOf({ do: "state", ...whose });

  test("the right one unlocks the key that Solaris has, with the real parameters too, which then stay", async () => {
    const { key } = await state();
    for (const cost of [undefined, "real", "real"] as const) {
      const { signature } = await resultOf({ do: "unlock", passcode: RIGHT, ...whose, ...(cost && { cost }) });
      expect(verifyByHand(key, "abc", signature)).toBe(true);
    }
  });

  test("five wrong ones in a row erase the key, each in a process of its own", async () => {
    for (const attemptsLeft of [4, 3, 2, 1]) {
      expect((await unlock(WRONG)).answer).toEqual({ ok: false, code: "ERR_PASSCODE_WRONG", attemptsLeft });
      await endProcess();
    }
    expect((await unlock(WRONG)).answer).toEqual({ ok: false, code: "ERR_KEY_ERASED" });
    expect(await state()).toMatchObject({ state: "present", stage: "erased" });
    expect((await unlock(RIGHT)).answer).toEqual({ ok: false, code: "ERR_KEY_ERASED" });
  });

  test("they are counted over a restart of the keyring, and a right one takes them back", async () => {
    await unlock(WRONG);
    await unlock(WRONG);
    await exchangeKeyring();
    expect(await state()).toMatchObject({ wrong: 2 });
    expect((await unlock(RIGHT)).answer.ok).toBe(true);
    expect(await state()).toMatchObject({ wrong: 0 });
  });

  const counted: [string, Kill, number][] = [
    ["before it is counted", { change: 1, when: "before" }, 0],
    ["while it is derived for", "while deriving", 1],
  ];
  // It is counted before anything is derived, so this moment is the one before the last.
  const countedToo: typeof counted = [["when it is counted", { change: 1, when: "after" }, 1]];
  test.each([...counted, ...runs([], countedToo)])("kill -9 %s gains no attempt", async (_name, kill, each) => {
    for (let attempt = 1; attempt <= (each === 0 ? runs(2, 5) : 5); attempt++) {
      expect((await unlock(WRONG, kill)).signal).toBe("SIGKILL");
      const { stage, wrong } = await state();
      if (attempt * each < 5) expect({ stage, wrong }).toEqual({ stage: "bound", wrong: attempt * each });
      else expect({ stage, wrong }).toEqual({ stage: "erased", wrong: undefined });
    }
    const { ok, code } = (await unlock(RIGHT)).answer;
    expect(each === 0 ? ok : code).toBe(each === 0 ? true : "ERR_KEY_ERASED");
  });

  test.each<["before" | "after"]>([["before"], ["after"]])(
    "kill -9 %s the fifth one erases: it is erased at the next start",
    async (when) => {
      for (let attempt = 1; attempt <= 4; attempt++) await unlock(WRONG);
      expect((await unlock(WRONG, { change: 2, when })).signal).toBe("SIGKILL");
      expect(await state()).toMatchObject({ state: "present", stage: "erased" });
      expect((await unlock(RIGHT)).answer).toEqual({ ok: false, code: "ERR_KEY_ERASED" });
    },
  );

  test("kill -9 after the right one leaves it counted, until the next right one", async () => {
    expect((await unlock(RIGHT, { change: 2, when: "before" })).signal).toBe("SIGKILL");
    expect(await state()).toMatchObject({ stage: "bound", wrong: 1 });
    expect((await unlock(RIGHT)).answer.ok).toBe(true);
    expect(await state()).toMatchObject({ wrong: 0 });
  });

  test("the keyring's own files, restored, bring their count back: the README says so", async () => {
    const { data, copy } = keyringFiles();
    await exchangeKeyring(() => cp(data, copy, { recursive: true }));
    for (let attempt = 1; attempt <= 5; attempt++) await unlock(WRONG);
    expect(await state()).toMatchObject({ stage: "erased" });
    await exchangeKeyring(async () => {
      await rm(data, { recursive: true });
      await cp(copy, data, { recursive: true });
    });
    expect(await state()).toMatchObject({ stage: "bound", wrong: 0 });
  });

  test("a changed passcode: the new one unlocks, the old one counts as wrong", async () => {
    const next = "zebra lamp";
    const change = { do: "change passcode", next, ...whose } as const;
    expect(await answerOf({ ...change, passcode: WRONG })).toMatchObject({ code: "ERR_PASSCODE_WRONG" });
    expect((await answerOf({ ...change, passcode: RIGHT })).ok).toBe(true);
    expect((await unlock(RIGHT)).answer).toMatchObject({ code: "ERR_PASSCODE_WRONG", attemptsLeft: 4 });
    expect((await unlock(next)).answer.ok).toBe(true);
  });
});
