import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { startSessionKeyring } from "../../build/desktop/session-keyring.mjs";
import { startServers } from "../../build/tasks/servers.mjs";
import { buildDeviceChild, lockKeyring, runDeviceChild } from "./run-device-child.ts";

if (process.platform !== "linux")
  console.warn("SKIPPED: the keychain tests need a gnome-keyring, which only Linux has.");

describe.skipIf(process.platform !== "linux")("the real keychain", () => {
  let folder: string;
  let keyring: Awaited<ReturnType<typeof startSessionKeyring>>;
  let servers: Awaited<ReturnType<typeof startServers>>;
  const account = "an-account";

  beforeAll(buildDeviceChild);
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), "cardbound-keychain-"));
    keyring = await startSessionKeyring(folder, "password");
  });
  afterEach(async () => {
    await keyring.close();
    await rm(folder, { recursive: true, force: true });
  });

  const resultOf = async (command: Parameters<typeof runDeviceChild>[0], env = keyring.env) =>
    (await runDeviceChild(command, env)).answer;

  test("gives back what was written, also in another process", async () => {
    expect(await resultOf({ do: "read", account })).toEqual({ ok: true, value: { state: "empty" } });
    expect((await resultOf({ do: "write", account, text: "kept" })).ok).toBe(true);
    expect(await resultOf({ do: "read", account })).toEqual({ ok: true, value: { state: "entry", text: "kept" } });
  });

  test("still has it after the keyring has been restarted", async () => {
    await resultOf({ do: "write", account, text: "kept" });
    await keyring.close();
    keyring = await startSessionKeyring(folder, "password");
    expect(await resultOf({ do: "read", account })).toEqual({ ok: true, value: { state: "entry", text: "kept" } });
  });

  test("no longer has what was removed, and removing nothing is no failure", async () => {
    await resultOf({ do: "write", account, text: "kept" });
    expect((await resultOf({ do: "remove", account })).ok).toBe(true);
    expect((await resultOf({ do: "remove", account })).ok).toBe(true);
    expect(await resultOf({ do: "read", account })).toEqual({ ok: true, value: { state: "empty" } });
  });

  test("locked is told from empty, whether or not there is an entry", async () => {
    await resultOf({ do: "write", account, text: "kept" });
    await lockKeyring(keyring.env);
    expect(await resultOf({ do: "read", account })).toEqual({ ok: true, value: { state: "locked" } });
    expect(await resultOf({ do: "read", account: "another" })).toEqual({ ok: true, value: { state: "locked" } });
    expect(await resultOf({ do: "write", account, text: "new" })).toEqual({ ok: false, code: "ERR_KEYCHAIN_LOCKED" });
  });

  test("a locked keyring keeps its entry for when it is unlocked again", async () => {
    await resultOf({ do: "write", account, text: "kept" });
    await lockKeyring(keyring.env);
    await resultOf({ do: "read", account });
    await keyring.close();
    keyring = await startSessionKeyring(folder, "password");
    expect(await resultOf({ do: "read", account })).toEqual({ ok: true, value: { state: "entry", text: "kept" } });
  });

  test("without a session bus it is unavailable, neither empty nor locked", async () => {
    expect(await resultOf({ do: "read", account }, {})).toEqual({ ok: true, value: { state: "unavailable" } });
    expect(await resultOf({ do: "write", account, text: "new" }, {})).toEqual({
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
    expect(await resultOf({ do: "write", account, text })).toEqual({ ok: false, code: "ERR_INTERNAL" });
    expect(await resultOf({ do: "read", account })).toEqual({ ok: true, value: { state: "empty" } });
  });

  describe("with a bound computer", () => {
    const enrolmentOf = (customer: string) => ({
      folder: path.join(folder, "app"),
      backendUrl: servers.backendUrl,
      customer,
    });
    beforeEach(async () => {
      servers = await startServers();
    });
    afterEach(() => servers.close());

    test("an entry that is gone makes it lost, not absent, and it can be bound again", async () => {
      const ada = enrolmentOf("Ada Single");
      const first = (await resultOf({ do: "bind", ...ada })).value;
      expect(first).toMatchObject({ state: "present", stage: "bound", wrong: 0 });
      await keyring.close();
      await rm(path.join(folder, "data"), { recursive: true }); // the keyring's own files
      keyring = await startSessionKeyring(folder, "password");
      expect((await resultOf({ do: "state", ...ada })).value).toEqual({ state: "lost" });
      const again = (await resultOf({ do: "bind", ...ada })).value;
      expect(again).toMatchObject({ state: "present", stage: "bound" });
      expect(again.deviceId).not.toBe(first.deviceId);
    });

    test("no key is made while the keyring is locked", async () => {
      const ada = enrolmentOf("Ada Single");
      const bound = (await resultOf({ do: "bind", ...ada })).value;
      await lockKeyring(keyring.env);
      expect((await resultOf({ do: "bind", ...ada })).value).toEqual({ state: "locked" });
      await keyring.close();
      keyring = await startSessionKeyring(folder, "password");
      expect((await resultOf({ do: "state", ...ada })).value).toEqual(bound);
    });

    test("two cardholders of one computer account do not see each other's keys", async () => {
      const ada = enrolmentOf("Ada Single");
      const victor = enrolmentOf("Victor Many");
      const adas = (await resultOf({ do: "bind", ...ada })).value;
      expect((await resultOf({ do: "state", ...victor })).value).toEqual({ state: "absent" });
      const victors = (await resultOf({ do: "bind", ...victor })).value;
      expect(victors).toMatchObject({ state: "present", stage: "bound" });
      expect(victors.key).not.toBe(adas.key);
      expect((await resultOf({ do: "state", ...ada })).value).toEqual(adas);
    });

    test("the second one does not find the first one's key lost when the keyring was reset", async () => {
      await resultOf({ do: "bind", ...enrolmentOf("Ada Single") });
      await keyring.close();
      await rm(path.join(folder, "data"), { recursive: true });
      keyring = await startSessionKeyring(folder, "password");
      expect((await resultOf({ do: "state", ...enrolmentOf("Victor Many") })).value).toEqual({ state: "absent" });
    });
  });
});
