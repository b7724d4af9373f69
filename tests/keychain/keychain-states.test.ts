import { rm } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { useRealKeychain } from "./real-keychain.ts";

if (process.platform !== "linux")
  console.warn("SKIPPED: the keychain tests need a gnome-keyring, which only Linux has.");

describe.skipIf(process.platform !== "linux")("the real keychain", () => {
  const { answerOf, resultOf, answerWithoutBus, computer, endProcess, exchangeKeyring, keyringFiles, lock } =
    useRealKeychain();
  const account = "an-account";

  test("gives back what was written, also in another process", async () => {
    expect(await answerOf({ do: "read", account })).toEqual({ ok: true, value: { state: "empty" } });
    expect((await answerOf({ do: "write", account, text: "kept" })).ok).toBe(true);
    await endProcess();
    expect(await answerOf({ do: "read", account })).toEqual({ ok: true, value: { state: "entry", text: "kept" } });
  });

  test("still has it after the keyring has been restarted", async () => {
    await answerOf({ do: "write", account, text: "kept" });
    await exchangeKeyring();
    expect(await answerOf({ do: "read", account })).toEqual({ ok: true, value: { state: "entry", text: "kept" } });
  });

  test("no longer has what was removed, and removing nothing is no failure", async () => {
    await answerOf({ do: "write", account, text: "kept" });
    expect((await answerOf({ do: "remove", account })).ok).toBe(true);
    expect((await answerOf({ do: "remove", account })).ok).toBe(true);
    expect(await answerOf({ do: "read", account })).toEqual({ ok: true, value: { state: "empty" } });
  });

  test("locked is told from empty, whether or not there is an entry", async () => {
    await answerOf({ do: "write", account, text: "kept" });
    await lock();
    for (const process of ["that which wrote it", "another"]) {
      if (process === "another") await endProcess();
      expect(await answerOf({ do: "read", account })).toEqual({ ok: true, value: { state: "locked" } });
      expect(await answerOf({ do: "read", account: "another" })).toEqual({ ok: true, value: { state: "locked" } });
      expect(await answerOf({ do: "write", account, text: "new" })).toEqual({ ok: false, code: "ERR_KEYCHAIN_LOCKED" });
    }
  });

  test("a locked keyring keeps its entry for when it is unlocked again", async () => {
    await answerOf({ do: "write", account, text: "kept" });
    await lock();
    await answerOf({ do: "read", account });
    await exchangeKeyring();
    expect(await answerOf({ do: "read", account })).toEqual({ ok: true, value: { state: "entry", text: "kept" } });
  });

  test("without a session bus it is unavailable, neither empty nor locked", async () => {
    expect(await answerWithoutBus({ do: "read", account })).toEqual({ ok: true, value: { state: "unavailable" } });
    expect(await answerWithoutBus({ do: "write", account, text: "new" })).toEqual({
      ok: false,
      code: "ERR_KEYCHAIN_UNAVAILABLE",
    });
  });

  test.each([
    ["more than Windows keeps", "x".repeat(2561)],
    ["a NUL", "a\0b"],
    ["a letter outside ASCII", "ä"],
    ["nothing", ""],
  ])("refuses to write %s", async (_, text) => {
    expect(await answerOf({ do: "write", account, text })).toEqual({ ok: false, code: "ERR_INTERNAL" });
    expect(await answerOf({ do: "read", account })).toEqual({ ok: true, value: { state: "empty" } });
  });

  describe("with a bound computer", () => {
    test("an entry that is gone makes it lost, not absent, and it can be bound again", async () => {
      const ada = computer();
      const first = await resultOf({ do: "bind", ...ada });
      expect(first).toMatchObject({ state: "present", stage: "bound", wrong: 0 });
      await exchangeKeyring(() => rm(keyringFiles().data, { recursive: true }));
      expect(await resultOf({ do: "state", ...ada })).toEqual({ state: "lost" });
      const again = await resultOf({ do: "bind", ...ada });
      expect(again).toMatchObject({ state: "present", stage: "bound" });
      expect(again.deviceId).not.toBe(first.deviceId);
    });

    test("no key is made while the keyring is locked", async () => {
      const ada = computer();
      const bound = await resultOf({ do: "bind", ...ada });
      await lock();
      expect(await resultOf({ do: "bind", ...ada })).toEqual({ state: "locked" });
      await exchangeKeyring();
      expect(await resultOf({ do: "state", ...ada })).toEqual(bound);
    });

    test("two cardholders of one computer account do not see each other's keys", async () => {
      const ada = computer();
      const victor = computer("Victor Many");
      const adas = await resultOf({ do: "bind", ...ada });
      expect(await resultOf({ do: "state", ...victor })).toEqual({ state: "absent" });
      const victors = await resultOf({ do: "bind", ...victor });
      expect(victors).toMatchObject({ state: "present", stage: "bound" });
      expect(victors.key).not.toBe(adas.key);
      expect(await resultOf({ do: "state", ...ada })).toEqual(adas);
    });

    test("the second one does not find the first one's key lost when the keyring was reset", async () => {
      await answerOf({ do: "bind", ...computer() });
      await exchangeKeyring(() => rm(keyringFiles().data, { recursive: true }));
      expect(await resultOf({ do: "state", ...computer("Victor Many") })).toEqual({ state: "absent" });
    });
  });
});
