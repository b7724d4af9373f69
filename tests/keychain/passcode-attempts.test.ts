import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { startSessionKeyring } from "../../build/desktop/session-keyring.mjs";
import { startServers } from "../../build/tasks/servers.mjs";
import { verifyByHand } from "../unit/by-hand.ts";
import type { Command, Kill, Whose } from "./device-child.ts";
import { buildDeviceChild, runDeviceChild } from "./run-device-child.ts";

if (process.platform !== "linux") console.warn("SKIPPED: these tests need a gnome-keyring, which only Linux has.");

const RIGHT = "blue-Kettle 7";
const WRONG = "blue-Kettle 8";

describe.skipIf(process.platform !== "linux")("the passcode's attempts, in the real keychain", () => {
  let folder: string;
  let keyring: Awaited<ReturnType<typeof startSessionKeyring>>;
  let servers: Awaited<ReturnType<typeof startServers>>;
  let whose: Whose;

  beforeAll(async () => {
    await buildDeviceChild();
    servers = await startServers();
  });
  afterAll(() => servers.close());
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), "cardbound-attempts-"));
    keyring = await startSessionKeyring(folder, "password");
    whose = { folder: path.join(folder, "app"), backendUrl: servers.backendUrl, customer: "Ada Single" };
    expect((await run({ do: "bind", ...whose })).answer.value).toMatchObject({ stage: "bound", wrong: 0 });
  });
  afterEach(async () => {
    await run({ do: "start anew", ...whose }); // or her devices would reach their limit
    await keyring.close();
    await rm(folder, { recursive: true, force: true });
  });

  const run = (command: Command) => runDeviceChild(command, keyring.env);
  const unlock = (passcode: string, kill?: Kill) => run({ do: "unlock", passcode, ...whose, ...(kill && { kill }) });
  const state = async () => (await run({ do: "state", ...whose })).answer.value;

  test("the right one unlocks the key that Solaris has, with the real parameters too, which then stay", async () => {
    const { key } = await state();
    for (const cost of [undefined, "real", "real"] as const) {
      const { answer } = await run({ do: "unlock", passcode: RIGHT, ...whose, ...(cost && { cost }) });
      expect(verifyByHand(key, "abc", answer.value.signature)).toBe(true);
    }
  });

  test("five wrong ones in a row erase the key, each in a process of its own", async () => {
    for (const attemptsLeft of [4, 3, 2, 1]) {
      expect((await unlock(WRONG)).answer).toEqual({ ok: false, code: "ERR_PASSCODE_WRONG", attemptsLeft });
    }
    expect((await unlock(WRONG)).answer).toEqual({ ok: false, code: "ERR_KEY_ERASED" });
    expect(await state()).toMatchObject({ state: "present", stage: "erased" });
    expect((await unlock(RIGHT)).answer).toEqual({ ok: false, code: "ERR_KEY_ERASED" });
  });

  test("they are counted over a restart of the keyring, and a right one takes them back", async () => {
    await unlock(WRONG);
    await unlock(WRONG);
    await keyring.close();
    keyring = await startSessionKeyring(folder, "password");
    expect(await state()).toMatchObject({ wrong: 2 });
    expect((await unlock(RIGHT)).answer.ok).toBe(true);
    expect(await state()).toMatchObject({ wrong: 0 });
  });

  test.each<[string, Kill, number]>([
    ["before it is counted", { change: 1, when: "before" }, 0],
    ["when it is counted", { change: 1, when: "after" }, 1],
    ["while it is derived for", "while deriving", 1],
  ])("kill -9 %s gains no attempt", async (_name, kill, each) => {
    for (let attempt = 1; attempt <= 5; attempt++) {
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
    const [data, copy] = [path.join(folder, "data"), path.join(folder, "copy")];
    await keyring.close();
    await cp(data, copy, { recursive: true });
    keyring = await startSessionKeyring(folder, "password");
    for (let attempt = 1; attempt <= 5; attempt++) await unlock(WRONG);
    expect(await state()).toMatchObject({ stage: "erased" });
    await keyring.close();
    await rm(data, { recursive: true });
    await cp(copy, data, { recursive: true });
    keyring = await startSessionKeyring(folder, "password");
    expect(await state()).toMatchObject({ stage: "bound", wrong: 0 });
  });

  test("a changed passcode: the new one unlocks, the old one counts as wrong", async () => {
    const next = "zebra lamp";
    const change = { do: "change passcode", next, ...whose } as const;
    expect((await run({ ...change, passcode: WRONG })).answer).toMatchObject({ code: "ERR_PASSCODE_WRONG" });
    expect((await run({ ...change, passcode: RIGHT })).answer.ok).toBe(true);
    expect((await unlock(RIGHT)).answer).toMatchObject({ code: "ERR_PASSCODE_WRONG", attemptsLeft: 4 });
    expect((await unlock(next)).answer.ok).toBe(true);
  });
});
