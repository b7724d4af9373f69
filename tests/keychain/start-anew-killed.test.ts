import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { startSessionKeyring } from "../../build/desktop/session-keyring.mjs";
import { startServers } from "../../build/tasks/servers.mjs";
import { controlSandbox } from "../e2e/sandbox-control.ts";
import type { Command, Whose } from "./device-child.ts";
import { buildDeviceChild, runDeviceChild } from "./run-device-child.ts";

/** What changes where Solaris knows the device: marked, set aside, unmarked. Where it does not: set aside, unmarked. */
const ways = [
  { way: "known at Solaris", changes: 3 },
  { way: "removed elsewhere", changes: 2 },
] as const;
const kills = ways.flatMap(({ way, changes }) =>
  Array.from({ length: changes }, (_, i) => i + 1).flatMap((change) => [
    { way, change, when: "before" as const },
    { way, change, when: "after" as const },
  ]),
);

if (process.platform !== "linux") console.warn("SKIPPED: these tests need a gnome-keyring, which only Linux has.");

describe.skipIf(process.platform !== "linux")("a computer that is to be bound anew, with a real keychain", () => {
  let folder: string;
  let keyring: Awaited<ReturnType<typeof startSessionKeyring>>;
  let servers: Awaited<ReturnType<typeof startServers>>;
  let whose: Whose;
  let first: string;

  beforeAll(buildDeviceChild);
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), "cardbound-anew-"));
    keyring = await startSessionKeyring(folder, "password");
    servers = await startServers();
    whose = { folder: path.join(folder, "app"), backendUrl: servers.backendUrl, customer: "Ada Single" };
    first = (await resultOf({ do: "bind", ...whose })).deviceId;
  });
  afterEach(async () => {
    await servers.close();
    await keyring.close();
    await rm(folder, { recursive: true, force: true });
  });

  const run = (command: Command) => runDeviceChild(command, keyring.env);
  const resultOf = async (command: Command) => (await run(command)).answer.value;
  const kept = () => resultOf({ do: "kept", ...whose });
  const begin = async (way: (typeof ways)[number]["way"]) => {
    if (way === "removed elsewhere") await controlSandbox(servers.sandboxUrl).forgetDevice(first);
  };

  test.each(kills)("$way, killed $when change $change: no key is lost before the next is bound", async (kill) => {
    await begin(kill.way);
    expect((await run({ do: "start anew", ...whose, kill })).signal).toBe("SIGKILL");
    const { entry, replaced } = await kept();
    expect([entry, replaced]).toContain(first);
    expect((await run({ do: "start anew", ...whose })).answer.ok).toBe(true);
    expect(await kept()).toMatchObject({ entry: null, replaced: first });
    const second = await resultOf({ do: "bind", ...whose });
    expect(second).toMatchObject({ state: "present", stage: "bound" });
    expect(await kept()).toMatchObject({ entry: second.deviceId, replaced: null });
  });

  test.each(ways)("has no further change that could be killed: $way", async ({ way, changes }) => {
    await begin(way);
    const kill = { change: changes + 1, when: "before" } as const;
    expect((await run({ do: "start anew", ...whose, kill })).signal).toBeNull();
  });

  test("killed between the copy and the deletion: the copy is the same key, and there is one of it", async () => {
    const { scope } = await kept();
    const { text } = await resultOf({ do: "read", account: scope });
    await run({ do: "write", account: `${scope}-replaced`, text });
    expect(await resultOf({ do: "start anew", ...whose })).toEqual([`${scope}-replaced`]);
    expect(await kept()).toMatchObject({ entry: null, replaced: first });
  });

  test.each([
    { change: 7, when: "before" },
    { change: 7, when: "after" },
  ] as const)("the kept key goes when the new one is bound, killed $when that: it is bound", async (kill) => {
    await run({ do: "start anew", ...whose });
    expect((await run({ do: "bind", ...whose, kill })).signal).toBe("SIGKILL");
    const { deviceId, stage } = await resultOf({ do: "state", ...whose });
    expect(stage).toBe("bound");
    expect(await kept()).toMatchObject({ entry: deviceId, replaced: kill.when === "before" ? first : null });
  });
});
