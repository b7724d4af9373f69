import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startSessionKeyring } from "../../build/desktop/session-keyring.mjs";
import { startServers } from "../../build/tasks/servers.mjs";
import { buildDeviceChild, runDeviceChild } from "./run-device-child.ts";

/** Key made; challenge recorded; verified recorded; restricted key made; marker; bound recorded; an earlier key forgotten. */
const WRITES = 7;
const BOUND = 6;
const kills = Array.from({ length: WRITES }, (_, i) => i + 1).flatMap((change) => [
  { change, when: "before" as const },
  { change, when: "after" as const },
]);

if (process.platform !== "linux") console.warn("SKIPPED: these tests need a gnome-keyring, which only Linux has.");

describe.skipIf(process.platform !== "linux")("a binding that is killed at a write", () => {
  let folder: string;
  let keyring: Awaited<ReturnType<typeof startSessionKeyring>>;

  beforeAll(async () => {
    await buildDeviceChild();
    folder = await mkdtemp(path.join(tmpdir(), "cardbound-killed-"));
    keyring = await startSessionKeyring(folder, "password");
  });
  afterAll(async () => {
    await keyring.close();
    await rm(folder, { recursive: true, force: true });
  });

  test.each(kills)(
    "$when write $change: never looks bound before it is, and is completed by the next start",
    async (kill) => {
      const servers = await startServers(); // another backend: another enrolment, on the same keyring
      try {
        const command = {
          folder: path.join(folder, "app"),
          backendUrl: servers.backendUrl,
          customer: "Ada Single",
        };
        const killed = await runDeviceChild({ do: "bind", ...command, kill }, keyring.env);
        expect(killed.signal).toBe("SIGKILL");
        const left = (await runDeviceChild({ do: "state", ...command }, keyring.env)).answer.value;
        const isBound = kill.change > BOUND || (kill.change === BOUND && kill.when === "after");
        expect(left.stage === "bound").toBe(isBound);

        const resumed = (await runDeviceChild({ do: "bind", ...command }, keyring.env)).answer.value;
        expect(resumed).toMatchObject({ state: "present", stage: "bound" });
        expect(await keyPurposes(servers, resumed.deviceId)).toEqual(["restricted", "unrestricted"]);
      } finally {
        await servers.close();
      }
    },
  );

  test("there is no further write that could be killed", async () => {
    const servers = await startServers();
    try {
      const command = { folder: path.join(folder, "app"), backendUrl: servers.backendUrl, customer: "Ada Single" };
      const kill = { change: WRITES + 1, when: "before" as const };
      expect((await runDeviceChild({ do: "bind", ...command, kill }, keyring.env)).signal).toBeNull();
    } finally {
      await servers.close();
    }
  });
});

/** As the backend sees it at Solaris. */
async function keyPurposes({ backendUrl }: { backendUrl: string }, deviceId: string): Promise<string[]> {
  const json = async (url: string, init: RequestInit) => (await fetch(backendUrl + url, init)).json();
  const body = JSON.stringify({ name: "Ada Single" });
  const headers = { "content-type": "application/json" };
  const { token } = await json("/demo/sign-in", { method: "POST", headers, body });
  const device = await json(`/v1/devices/${deviceId}`, { headers: { authorization: `Bearer ${token}` } });
  return device.key_purposes.sort();
}
