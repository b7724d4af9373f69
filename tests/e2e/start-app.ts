import { _electron, type ElectronApplication, type Page } from "playwright";
import { expect } from "playwright/test";
import { installedElectron } from "../../build/prepare/electron-runtime.mjs";

export interface RunningApp {
  readonly app: ElectronApplication;
  readonly page: Page;
  /** All that the app has written to stdout and stderr so far. */
  readonly output: () => string;
  /** Ends every process of the app at once, as a crash or `kill -9` would. */
  readonly kill: () => Promise<void>;
  readonly hasEnded: () => boolean;
}

/** Which app, and what it is told. */
interface Start {
  readonly backendUrl: string;
  /** Where its files are. */
  readonly profile: string;
  /** The keyring's environment. */
  readonly env: Readonly<Record<string, string>>;
  /** scrypt's N. */
  readonly passcodeCost: number;
  readonly args?: readonly string[];
  readonly executable?: ElectronStart["executable"];
}

interface ElectronStart {
  /** A program to start in Electron's place, which becomes Electron. */
  readonly executable?: string | undefined;
  /** The program's folder first. */
  readonly args: readonly string[];
  /** Beyond the tests' own. */
  readonly env: Readonly<Record<string, string>>;
}

/** Four times what a start takes at most on a busy machine, and less than a test's limit: then Playwright says where it stands. */
const LAUNCH_LIMIT_MS = 60_000;

/** Starts the built app. @returns it, once there is its window */
export function startApp(start: Start): Promise<RunningApp> {
  return startElectron({
    executable: start.executable,
    args: [
      process.cwd(),
      `--user-data-dir=${start.profile}`,
      `--backend=${start.backendUrl}`,
      ...(start.args ?? []), // of two of a kind the first one counts
      "--code-cool-down-ms=1",
      `--passcode-cost=${start.passcodeCost}`,
      "--language=en", // whatever the computer that tests speaks
    ],
    env: start.env,
  });
}

/** Starts Electron with a program, with Chromium's sandbox on. @returns it, once there is its window */
export async function startElectron({ executable, args, env }: ElectronStart): Promise<RunningApp> {
  const electron = await installedElectron();
  if (electron === undefined) throw new Error("no Electron is installed");
  // Without the address a bus would still be found in the run-time folder: each app has the one that it is given, or none.
  const { DBUS_SESSION_BUS_ADDRESS: _, XDG_RUNTIME_DIR: __, ...inherited } = process.env as Record<string, string>;
  const app = await _electron.launch({
    executablePath: executable ?? electron.executable,
    chromiumSandbox: true, // without it Playwright would turn Chromium's sandbox off
    args: [...args],
    env: { ...inherited, ...env, NODE_OPTIONS: "" },
    timeout: LAUNCH_LIMIT_MS,
  });
  askAgainWhatWasLost(app);
  let output = "";
  const child = app.process();
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk) => (output += chunk));
  const page = await app.firstWindow();
  const kill = async () => {
    const gone = new Promise((resolve) => child.once("exit", resolve));
    child.kill("SIGKILL");
    await gone;
  };
  const hasEnded = () => child.exitCode !== null || child.signalCode !== null;
  return { app, page, output: () => output, kill, hasEnded };
}

/**
 * V8 loses what an evaluation in main answers if it collects garbage at that moment ("Resulting promise was garbage
 * collected", seen once in several thousand). It is asked once more; whatever must not be done twice fails its test then.
 */
function askAgainWhatWasLost(app: ElectronApplication): void {
  const ask = app.evaluate.bind(app) as (...question: unknown[]) => Promise<unknown>;
  const askTwice = async (...question: unknown[]) => {
    try {
      return await ask(...question);
    } catch (error) {
      if (!/promise was garbage collected/i.test(String(error))) throw error;
      return ask(...question);
    }
  };
  app.evaluate = askTwice as ElectronApplication["evaluate"];
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

/** Fails the test where something that an app has written looks like a secret. */
export function expectNoSecrets(output: string): void {
  for (const form of secretForms) expect(output).not.toMatch(form);
}
