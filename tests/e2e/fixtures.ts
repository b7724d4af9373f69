import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { _electron, type ElectronApplication, type Page } from "playwright";
import { test as base, expect } from "playwright/test";
import { startSessionKeyring } from "../../build/desktop/session-keyring.mjs";
import { installedElectron } from "../../build/prepare/electron-runtime.mjs";
import { startServersHere } from "../faults/servers.ts";
import { controlSandbox, type SandboxControl } from "./sandbox-control.ts";

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

export interface RunningApp {
  readonly app: ElectronApplication;
  readonly page: Page;
  /** All that the app has written to stdout and stderr so far. */
  readonly output: () => string;
  /** Ends every process of the app at once, as a crash or `kill -9` would. */
  readonly kill: () => Promise<void>;
}

interface Fixtures {
  /** More environment for the servers; `test.use({ serverEnv: … })`. */
  readonly serverEnv: { readonly backend?: Record<string, string>; readonly sandbox?: Record<string, string> };
  /** A folder of the test's own, gone afterwards. */
  readonly folder: string;
  readonly servers: { readonly backendUrl: string; readonly sandboxUrl: string };
  readonly sandbox: SandboxControl;
  /** What the passcode's derivation costs (scrypt's N). Little; where it is the subject, `test.use({ passcodeCost: … })`. */
  readonly passcodeCost: number;
  /** Starts a session bus with a real keyring; the same name again finds the same entries. Ended with the test. */
  readonly startKeyring: (name: string) => Promise<{ readonly env: Record<string, string>; close(): Promise<void> }>;
  /** The keyring that the app is started with. */
  readonly keyring: { readonly env: Record<string, string> };
  /** Starts the built app; again and again, on the same profile, keyring and servers. */
  readonly launch: (options?: LaunchOptions) => Promise<RunningApp>;
  /** The app, started. */
  readonly running: RunningApp;
  readonly page: Page;
}

/** What no log line may ever hold: a compact JWE, DER or a public key as hex, a bearer token, a PIN's JSON. */
const secretForms = [
  /eyJ[\w-]{20,}/,
  /\b30[0-9a-f]{130,}/i,
  /\b04[0-9a-f]{128}\b/i,
  /Bearer /,
  /"pin"/,
  /[0-9a-f]cper\b/,
];

export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern what a fixture needs
  folder: async ({}, use) => {
    const folder = await mkdtemp(path.join(tmpdir(), "cardbound-e2e-"));
    await use(folder);
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  },

  serverEnv: [{}, { option: true }],
  passcodeCost: [16, { option: true }],

  servers: async ({ folder, serverEnv }, use) => {
    const backend = { LOG_LEVEL: "warn", SOLARIS_TIMEOUT_MS: "7000", ...serverEnv.backend };
    const servers = await startServersHere(folder, { logTo: process.stderr }, { ...serverEnv, backend });
    await use({ backendUrl: servers.backendUrl(), sandboxUrl: servers.sandboxUrl });
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

  keyring: async ({ startKeyring }, use) => {
    // Elsewhere than on Linux it is the system's own keychain.
    await use(process.platform === "linux" ? await startKeyring("keyring") : { env: {} });
  },

  launch: async ({ folder, servers, keyring, passcodeCost }, use) => {
    const started: RunningApp[] = [];
    await use(async (options = {}) => {
      const running = await start({
        profile: options.profile ?? path.join(folder, "profile"),
        executable: options.executable,
        args: [
          `--backend=${options.backendUrl ?? servers.backendUrl}`,
          ...(options.args ?? []), // of two of a kind the first one counts
          "--code-cool-down-ms=1",
          `--passcode-cost=${passcodeCost}`,
          "--language=en", // whatever the computer that tests speaks
        ],
        env: options.keyringEnv ?? keyring.env,
      });
      started.push(running);
      return running;
    });
    for (const { app } of started) await app.close();
    for (const { output } of started) for (const form of secretForms) expect(output()).not.toMatch(form);
  },

  running: async ({ launch }, use) => use(await launch()),
  page: async ({ running }, use) => use(running.page),
});

export { expect };

interface Start {
  readonly profile: string;
  readonly executable: string | undefined;
  readonly args: string[];
  readonly env: Record<string, string>;
}

async function start(options: Start): Promise<RunningApp> {
  const electron = await installedElectron();
  if (electron === undefined) throw new Error("no Electron is installed");
  // Without the address a bus would still be found in the run-time folder: each test has its own, or none.
  const { DBUS_SESSION_BUS_ADDRESS: _, XDG_RUNTIME_DIR: __, ...inherited } = process.env as Record<string, string>;
  const app = await _electron.launch({
    executablePath: options.executable ?? electron.executable,
    chromiumSandbox: true, // without it Playwright would turn Chromium's sandbox off
    args: [process.cwd(), `--user-data-dir=${options.profile}`, ...options.args],
    env: { ...inherited, ...options.env, NODE_OPTIONS: "" },
  });
  let output = "";
  const child = app.process();
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk) => (output += chunk));
  const page = await app.firstWindow();
  const kill = async () => {
    const gone = new Promise((resolve) => child.once("exit", resolve));
    child.kill("SIGKILL");
    await gone;
  };
  return { app, page, output: () => output, kill };
}
