import path from "node:path";
import { root } from "../../build/paths.mjs";
import { test as base, expect } from "../../src-testing/base-test.ts";
import { startServersHere } from "../../src-testing/servers-here.ts";
import type { RunningApp } from "../../src-testing/start-app.ts";
import type { LaunchOptions } from "../../src-testing/test-fixtures.ts";
import { PASSCODE } from "./cardholder.ts";
import { openWorkerKeyring, type WorkerKeyring } from "./worker-keyring.ts";

export type { LaunchOptions, RunningApp };

/**
 * The fixtures of src-testing with this clone's app and, because there are hundreds of tests, one keyring for all of a worker,
 * in which the app's own core binds a computer over HTTP: in milliseconds and without a window. It leaves what the app would: a
 * device at Solaris, files in `profile`, the key in `keyring` under PASSCODE. Tests of which binding is the subject use
 * `bindComputer` of cardholder.ts, which clicks.
 */
export const test = base.extend<object, { readonly workerKeyring: WorkerKeyring }>({
  target: [{ folder: root }, { scope: "worker" }],

  workerKeyring: [
    async ({ place }, use) => {
      const keyring = await openWorkerKeyring(path.join(place.folder, "keyring"));
      await use(keyring);
      await keyring.close();
    },
    { scope: "worker" },
  ],

  appEnv: async ({ display }, use) => use(display.env), // what the app opens is opened

  // What the backend says is seen with the tests.
  servers: async ({ folder, backendAddress, serverEnv, pinKey }, use) => {
    const backend = { LOG_LEVEL: "warn", SOLARIS_TIMEOUT_MS: "7000", ...serverEnv.backend };
    const servers = await startServersHere(folder, { logTo: process.stderr }, { ...serverEnv, backend }, pinKey);
    backendAddress.leadTo(servers.backendUrl());
    await use({ backendUrl: backendAddress.url, sandboxUrl: servers.sandboxUrl });
    await servers.close();
  },

  keyring: async ({ workerKeyring }, use) => {
    await use(workerKeyring);
    await workerKeyring.clear();
  },

  boundComputer: async ({ workerKeyring, servers, passcodeCost, profile, keyring: _ }, use) => {
    const backendOrigin = servers.backendUrl;
    await use((person = "Ada Single") =>
      workerKeyring.bind({ profile, backendOrigin, person, passcode: PASSCODE, passcodeCost }),
    );
  },
});

export { expect };
