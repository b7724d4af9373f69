import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { startSessionKeyring } from "../../build/desktop/session-keyring.mjs";
import { startServers } from "../../build/tasks/servers.mjs";
import type { Command, Whose } from "./device-child.ts";
import { buildDeviceChild, lockKeyring, runDeviceChild } from "./run-device-child.ts";

if (process.platform !== "linux") console.warn("SKIPPED: these tests need a gnome-keyring, which only Linux has.");

describe.skipIf(process.platform !== "linux")("with a real keychain and a bound computer", () => {
  let folder: string;
  let keyring: Awaited<ReturnType<typeof startSessionKeyring>>;
  let servers: Awaited<ReturnType<typeof startServers>>;
  let here: Whose;
  let bound: { deviceId: string; key: string };

  beforeAll(buildDeviceChild);
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), "cardbound-removal-"));
    keyring = await startSessionKeyring(folder, "password");
    servers = await startServers();
    here = computer("here");
    bound = (await run({ do: "bind", ...here })).answer.value;
    expect(bound).toMatchObject({ state: "present", stage: "bound" });
  });
  afterEach(async () => {
    await servers.close();
    await keyring.close();
    await rm(folder, { recursive: true, force: true });
  });

  /** Another one of the same cardholder has files of its own; here it has the same keychain too. */
  const computer = (name: string): Whose => ({
    folder: path.join(folder, name),
    backendUrl: servers.backendUrl,
    customer: "Ada Single",
  });
  const run = (command: Command) => runDeviceChild(command, keyring.env);
  const resultOf = async (command: Command) => (await run(command)).answer.value;
  const state = (whose = here) => resultOf({ do: "state", ...whose });
  const exchangeKeyring = async (exchange: () => Promise<unknown>) => {
    await keyring.close();
    await exchange();
    keyring = await startSessionKeyring(folder, "password");
  };

  describe("a removal", () => {
    test("leaves nothing: at Solaris, in the keychain, on the disk", async () => {
      expect((await run({ do: "remove computer", ...here })).answer.ok).toBe(true);
      expect(await state()).toEqual({ state: "absent" });
      expect(await deviceIds(servers)).toEqual([]);
    });

    /** Marked as being removed; an earlier entry removed; entry removed; marker removed. */
    const CHANGES = 4;
    test.each(
      Array.from({ length: CHANGES }, (_, i) => i + 1).flatMap((change) => [
        { change, when: "before" as const },
        { change, when: "after" as const },
      ]),
    )("that is killed $when change $change is as if never begun, or completed by the next start", async (kill) => {
      expect((await run({ do: "remove computer", ...here, kill })).signal).toBe("SIGKILL");
      const begun = kill.change > 1 || kill.when === "after";
      const done = kill.change === CHANGES && kill.when === "after";
      expect((await state()).state).toBe(done ? "absent" : begun ? "removing" : "present");
      expect(await resultOf({ do: "continue removal", ...here })).toBe(begun && !done);
      expect(await state()).toMatchObject(begun ? { state: "absent" } : bound);
      expect(await deviceIds(servers)).toEqual(begun ? [] : [bound.deviceId]);
    });

    test("has no further change that could be killed", async () => {
      const kill = { change: CHANGES + 1, when: "before" } as const;
      expect((await run({ do: "remove computer", ...here, kill })).signal).toBeNull();
    });

    test("that finds the keyring locked waits, and is completed when it is unlocked", async () => {
      await run({ do: "remove computer", ...here, kill: { change: 1, when: "after" } });
      await lockKeyring(keyring.env);
      expect(await state()).toEqual({ state: "locked" });
      await exchangeKeyring(async () => {});
      expect(await resultOf({ do: "continue removal", ...here })).toBe(true);
      expect(await state()).toEqual({ state: "absent" });
    });
  });

  describe("a key that came from elsewhere", () => {
    test("is not taken for this computer's own, and can be taken into use when Solaris knows it", async () => {
      const there = computer("there");
      expect(await state(there)).toMatchObject({ state: "unconfirmed", why: "no-marker", deviceId: bound.deviceId });
      const unlock = { do: "unlock", passcode: "blue-Kettle 7", ...there } as const;
      expect((await run(unlock)).answer).toEqual({ ok: false, code: "ERR_DEVICE_UNCONFIRMED" });
      expect((await run({ do: "adopt", ...there })).answer.ok).toBe(true);
      expect(await state(there)).toMatchObject({ ...bound, state: "present" });
      expect((await run(unlock)).answer.ok).toBe(true);
    });

    test("is kept under another name where it is not wanted, and its device stays", async () => {
      const there = computer("there");
      const [aside = ""] = await resultOf({ do: "start anew", ...there });
      expect(await state(there)).toEqual({ state: "absent" });
      const kept = await resultOf({ do: "read", account: aside });
      expect(JSON.parse(kept.text)).toMatchObject({ stage: "bound", device_id: bound.deviceId });
      expect(await deviceIds(servers)).toEqual([bound.deviceId]);

      const second = await resultOf({ do: "bind", ...there });
      expect(second).toMatchObject({ state: "present", stage: "bound" });
      expect(await state(here)).toMatchObject({ state: "unconfirmed", why: "other-device", deviceId: second.deviceId });
      expect(await resultOf({ do: "read", account: aside })).toEqual(kept);
    });

    test("an old keyring that was restored is recognised; a key that Solaris no longer knows is not used", async () => {
      const [data, copy] = [path.join(folder, "data"), path.join(folder, "copy")];
      await exchangeKeyring(() => cp(data, copy, { recursive: true }));
      await run({ do: "remove computer", ...here });
      const second = await resultOf({ do: "bind", ...here });
      await exchangeKeyring(async () => {
        await rm(data, { recursive: true });
        await cp(copy, data, { recursive: true });
      });
      expect(await state()).toMatchObject({ state: "unconfirmed", why: "other-device", deviceId: bound.deviceId });
      expect((await run({ do: "adopt", ...here })).answer).toEqual({ ok: false, code: "ERR_DEVICE_REMOVED" });
      expect(await resultOf({ do: "start anew", ...here })).toHaveLength(1);
      expect(await deviceIds(servers)).toEqual([second.deviceId]);
      expect(await resultOf({ do: "bind", ...here })).toMatchObject({ state: "present", stage: "bound" });
    });
  });
});

/** As the backend sees them at Solaris. */
async function deviceIds({ backendUrl }: { backendUrl: string }): Promise<string[]> {
  const json = async (url: string, init: RequestInit) => (await fetch(backendUrl + url, init)).json();
  const body = JSON.stringify({ name: "Ada Single" });
  const headers = { "content-type": "application/json" };
  const { token } = await json("/demo/sign-in", { method: "POST", headers, body });
  const { devices } = await json("/v1/devices", { headers: { authorization: `Bearer ${token}` } });
  return devices.map(({ id }: { id: string }) => id);
}
