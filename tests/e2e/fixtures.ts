import { mkdir, mkdtemp, rm } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Page } from "playwright";
import { test as base, expect } from "playwright/test";
import { startSessionKeyring } from "../../build/desktop/session-keyring.mjs";
import { startServersHere } from "../faults/servers.ts";
import { startRelay } from "../network/relay.ts";
import { PASSCODE } from "./cardholder.ts";
import { controlSandbox, type SandboxControl } from "./sandbox-control.ts";
import { expectNoSecrets, type RunningApp, startApp } from "./start-app.ts";
import { openWorkerKeyring, type WorkerKeyring } from "./worker-keyring.ts";

/** What one start of the app is given beyond the test's own servers, keyring and profile. */
export interface LaunchOptions {
  readonly args?: readonly string[];
  readonly backendUrl?: string;
  /** Replaces the keyring's environment, e.g. to start without a session bus. */
  readonly keyringEnv?: Record<string, string>;
  readonly profile?: string;
  /** A program to start in Electron's place, which becomes Electron. */
  readonly executable?: string;
}

export type { RunningApp };

/** Where all apps of a worker reach the backend of the test that runs. */
interface BackendAddress {
  readonly url: string;
  readonly leadTo: (url: string) => void;
}

interface WorkerFixtures {
  readonly backendAddress: BackendAddress;
  readonly workerKeyring: WorkerKeyring;
}

interface Fixtures {
  /** More environment for the servers; `test.use({ serverEnv: … })`. */
  readonly serverEnv: { readonly backend?: Record<string, string>; readonly sandbox?: Record<string, string> };
  /** A folder of the test's own, gone afterwards. */
  readonly folder: string;
  /** Where the app's files are. */
  readonly profile: string;
  /** A sandbox and a backend of the test's own. */
  readonly servers: { readonly backendUrl: string; readonly sandboxUrl: string };
  readonly sandbox: SandboxControl;
  /** What the passcode's derivation costs (scrypt's N). Little; where it is the subject, `test.use({ passcodeCost: … })`. */
  readonly passcodeCost: number;
  /** Starts a session bus with a real keyring; the same name again finds the same entries. Ended with the test. */
  readonly startKeyring: (name: string) => Promise<{ readonly env: Record<string, string>; close(): Promise<void> }>;
  /** The keyring that the app is started with: the worker's, and empty. */
  readonly keyring: { readonly env: Record<string, string> };
  /**
   * Makes this a bound computer before somebody signs in: the app's own core binds it over HTTP, in milliseconds and without
   * a window, and leaves what the app would: a device at Solaris, files in `profile`, the key in `keyring` under PASSCODE.
   * Tests of which binding is the subject use `bindComputer` of cardholder.ts, which clicks.
   */
  readonly boundComputer: (person?: string) => Promise<void>;
  /** Starts the built app; again and again, on the same profile, keyring and servers. */
  readonly launch: (options?: LaunchOptions) => Promise<RunningApp>;
  /** The app, started. */
  readonly running: RunningApp;
  readonly page: Page;
}

export const test = base.extend<Fixtures, WorkerFixtures>({
  backendAddress: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern what a fixture needs
    async ({}, use) => {
      const backend = { host: "127.0.0.1" as const, port: 0 };
      const relay = await startRelay({ host: "127.0.0.1", port: 0 }, backend);
      const url = `http://127.0.0.1:${(relay.address() as AddressInfo).port}`;
      await use({
        url,
        leadTo: (to) => {
          backend.port = Number(new URL(to).port);
        },
      });
      relay.close();
    },
    { scope: "worker" },
  ],

  workerKeyring: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern what a fixture needs
    async ({}, use) => {
      const keyring = await openWorkerKeyring();
      await use(keyring);
      await keyring.close();
    },
    { scope: "worker" },
  ],

  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern what a fixture needs
  folder: async ({}, use) => {
    const folder = await mkdtemp(path.join(tmpdir(), "cardbound-e2e-"));
    await use(folder);
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  },

  profile: async ({ folder }, use) => use(path.join(folder, "profile")),

  serverEnv: [{}, { option: true }],
  passcodeCost: [16, { option: true }],

  servers: async ({ folder, backendAddress, serverEnv }, use) => {
    const backend = { LOG_LEVEL: "warn", SOLARIS_TIMEOUT_MS: "7000", ...serverEnv.backend };
    const servers = await startServersHere(folder, { logTo: process.stderr }, { ...serverEnv, backend });
    backendAddress.leadTo(servers.backendUrl());
    await use({ backendUrl: backendAddress.url, sandboxUrl: servers.sandboxUrl });
    await servers.close();
  },

  sandbox: async ({ servers }, use) => use(controlSandbox(servers.sandboxUrl)),

  startKeyring: async ({ folder }, use) => {
    const started: { close(): Promise<void> }[] = [];
    await use(async (name) => {
      await mkdir(path.join(folder, name), { recursive: true });
      const keyring = await startSessionKeyring(path.join(folder, name), "test");
      started.push(keyring);
      return keyring;
    });
    for (const keyring of started) await keyring.close();
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

  launch: async ({ profile, servers, keyring, passcodeCost }, use) => {
    const started: RunningApp[] = [];
    await use(async ({ backendUrl = servers.backendUrl, keyringEnv = keyring.env, ...options } = {}) => {
      const running = await startApp({ profile, backendUrl, passcodeCost, env: keyringEnv, ...options });
      started.push(running);
      return running;
    });
    for (const { app } of started) await app.close();
    for (const { output } of started) expectNoSecrets(output());
  },

  running: async ({ launch }, use) => use(await launch()),
  page: async ({ running }, use) => use(running.page),
});

export { expect };
