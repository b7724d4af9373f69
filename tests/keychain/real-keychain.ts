import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach } from "vitest";
import { startSessionKeyring } from "../../build/desktop/session-keyring.mjs";
import { type Servers, startServers } from "../../build/tasks/servers.mjs";
import { controlSandbox } from "../../src-testing/sandbox-control.ts";
import type { Command, Whose } from "./device-child.ts";
import { buildDeviceChild, type DeviceProgram, openDeviceProgram } from "./device-program.ts";
import { lockKeyring } from "./keyring-control.ts";

/**
 * A real keyring and both servers, started once for a file of tests. Each test has a process, entries and program files of
 * its own, and begins with an open keyring and with no device at Solaris that another test has bound.
 */
export function useRealKeychain() {
  let folder: string;
  let keyring: Awaited<ReturnType<typeof startSessionKeyring>>;
  let servers: Servers;
  let program: DeviceProgram;
  let isLocked = false;
  /** Devices that the sandbox has from the beginning. */
  let others: ReadonlySet<string>;
  let tests = 0;

  const sandbox = () => controlSandbox(servers.sandboxUrl);
  const liveDevices = async () => (await sandbox().devices()).filter(({ id, deleted }) => !deleted && !others.has(id));
  const service = () => `Cardbound tests ${tests}`;
  const openProgram = () => {
    program = openDeviceProgram(service(), keyring.env);
  };
  const openKeyring = async () => {
    keyring = await startSessionKeyring(folder, "password");
    isLocked = false;
    openProgram();
  };
  const closeKeyring = async () => {
    await program.end();
    await keyring.close();
  };

  beforeAll(async () => {
    await buildDeviceChild();
    folder = await mkdtemp(path.join(tmpdir(), "cardbound-keychain-"));
    servers = await startServers();
    others = new Set((await sandbox().devices()).map(({ id }) => id));
    await openKeyring();
  });
  beforeEach(() => {
    tests++;
    openProgram();
  });
  afterEach(async () => {
    await program.end();
    if (isLocked) await exchangeKeyring();
    for (const { id } of await liveDevices()) await sandbox().forgetDevice(id);
  });
  afterAll(async () => {
    await servers.close();
    await closeKeyring();
    await rm(folder, { recursive: true, force: true });
  });

  /** Starts the keyring anew, open. @param exchange what is done to its files in between */
  const exchangeKeyring = async (exchange: () => Promise<unknown> = async () => {}) => {
    await closeKeyring();
    await exchange();
    await openKeyring();
  };
  const run = (command: Command) => program.run(command);

  return {
    run,
    answerOf: async (command: Command) => (await run(command)).answer,
    resultOf: async (command: Command) => (await run(command)).answer.value,
    /** The next command runs in another process. */
    endProcess: () => program.end(),
    /** Answers a command where there is no keychain. */
    async answerWithoutBus(command: Command) {
      const without = openDeviceProgram(service(), {});
      const { answer } = await without.run(command);
      await without.end();
      return answer;
    },
    async lock(): Promise<void> {
      await lockKeyring(keyring.env);
      isLocked = true;
    },
    exchangeKeyring,
    /** Where the keyring's own files are, and where there is room for a copy of them. */
    keyringFiles: () => ({ data: path.join(folder, "data"), copy: path.join(folder, "copy") }),
    /** Another computer of the same cardholder has program files of its own; here it has the same keychain too. */
    computer: (customer = "Ada Single", name = "app"): Whose => ({
      folder: path.join(folder, `${tests}-${name}`),
      backendUrl: servers.backendUrl,
      customer,
    }),
    sandbox,
    /** At Solaris: those that the test has bound. */
    liveDevices,
  };
}
