import { cp, rm } from "node:fs/promises";
import { beforeEach, describe, expect, test } from "vitest";
import type { Whose } from "./device-child.ts";
import { killPoints } from "./kill-points.ts";
import { useRealKeychain } from "./real-keychain.ts";

if (process.platform !== "linux") console.warn("SKIPPED: these tests need a gnome-keyring, which only Linux has.");

describe.skipIf(process.platform !== "linux")("with a real keychain and a bound computer", () => {
  const { run, answerOf, resultOf, computer, exchangeKeyring, keyringFiles, liveDevices, lock } = useRealKeychain();
  let here: Whose;
  let there: Whose;
  let bound: { deviceId: string; key: string };

  beforeEach(async () => {
    here = computer();
    there = computer("Ada Single", "another computer");
    bound = await resultOf({ do: "bind", ...here });
    expect(bound).toMatchObject({ state: "present", stage: "bound" });
  });

  const state = (whose = here) => resultOf({ do: "state", ...whose });
  const deviceIds = async () => (await liveDevices()).map(({ id }) => id);

  describe("a removal", () => {
    test("leaves nothing: at Solaris, in the keychain, on the disk", async () => {
      expect((await answerOf({ do: "remove computer", ...here })).ok).toBe(true);
      expect(await state()).toEqual({ state: "absent" });
      expect(await deviceIds()).toEqual([]);
    });

    /** Marked as being removed; an earlier entry removed; entry removed; marker removed. */
    const CHANGES = 4;
    const MARKED = 1;
    test.each(killPoints(CHANGES, [MARKED]))(
      "that is killed $when change $change is as if never begun, or completed by the next start",
      async (kill) => {
        expect((await run({ do: "remove computer", ...here, kill })).signal).toBe("SIGKILL");
        const begun = kill.change > 1 || kill.when === "after";
        const done = kill.change === CHANGES && kill.when === "after";
        expect((await state()).state).toBe(done ? "absent" : begun ? "removing" : "present");
        expect(await resultOf({ do: "continue removal", ...here })).toBe(begun && !done);
        expect(await state()).toMatchObject(begun ? { state: "absent" } : bound);
        expect(await deviceIds()).toEqual(begun ? [] : [bound.deviceId]);
      },
    );

    test("has no further change that could be killed", async () => {
      const kill = { change: CHANGES + 1, when: "before" } as const;
      expect((await run({ do: "remove computer", ...here, kill })).signal).toBeNull();
    });

    test("that finds the keyring locked waits, and is completed when it is unlocked", async () => {
      await run({ do: "remove computer", ...here, kill: { change: 1, when: "after" } });
      await lock();
      expect(await state()).toEqual({ state: "locked" });
      await exchangeKeyring();
      expect(await resultOf({ do: "continue removal", ...here })).toBe(true);
      expect(await state()).toEqual({ state: "absent" });
    });
  });

  describe("a key that came from elsewhere", () => {
    test("is not taken for this computer's own, and can be taken into use when Solaris knows it", async () => {
      expect(await state(there)).toMatchObject({ state: "unconfirmed", why: "no-marker", deviceId: bound.deviceId });
      const unlock = { do: "unlock", passcode: "blue-Kettle 7", ...there } as const;
      expect(await answerOf(unlock)).toEqual({ ok: false, code: "ERR_DEVICE_UNCONFIRMED" });
      expect((await answerOf({ do: "adopt", ...there })).ok).toBe(true);
      expect(await state(there)).toMatchObject({ ...bound, state: "present" });
      expect((await answerOf(unlock)).ok).toBe(true);
    });

    test("is kept under another name where it is not wanted, and its device stays", async () => {
      const [aside = ""] = await resultOf({ do: "start anew", ...there });
      expect(await state(there)).toEqual({ state: "absent" });
      const kept = await resultOf({ do: "read", account: aside });
      expect(JSON.parse(kept.text)).toMatchObject({ stage: "bound", device_id: bound.deviceId });
      expect(await deviceIds()).toEqual([bound.deviceId]);

      const second = await resultOf({ do: "bind", ...there });
      expect(second).toMatchObject({ state: "present", stage: "bound" });
      expect(await state(here)).toMatchObject({ state: "unconfirmed", why: "other-device", deviceId: second.deviceId });
      expect(await resultOf({ do: "read", account: aside })).toEqual(kept);
    });

    test("an old keyring that was restored is recognised; a key that Solaris no longer knows is not used", async () => {
      const { data, copy } = keyringFiles();
      await exchangeKeyring(() => cp(data, copy, { recursive: true }));
      await run({ do: "remove computer", ...here });
      const second = await resultOf({ do: "bind", ...here });
      await exchangeKeyring(async () => {
        await rm(data, { recursive: true });
        await cp(copy, data, { recursive: true });
      });
      expect(await state()).toMatchObject({ state: "unconfirmed", why: "other-device", deviceId: bound.deviceId });
      expect(await answerOf({ do: "adopt", ...here })).toEqual({ ok: false, code: "ERR_DEVICE_REMOVED" });
      expect(await resultOf({ do: "start anew", ...here })).toHaveLength(1);
      expect(await deviceIds()).toEqual([second.deviceId]);
      expect(await resultOf({ do: "bind", ...here })).toMatchObject({ state: "present", stage: "bound" });
    });
  });
});
