import { readlink, rm } from "node:fs/promises";
import path from "node:path";
import type { ElectronApplication, Page } from "playwright";
import { endWithParent, removeWithParent } from "../build/end-with-parent.mjs";
import { type AppTarget, electronOf, isPackaged } from "./app-target.ts";
import { launchElectron } from "./launch-electron.ts";
import type { OrdinaryUser } from "./ordinary-account.ts";

/** The app as it runs. */
export interface RunningApp {
  readonly app: ElectronApplication;
  readonly page: Page;
  /** All that the app has written to stdout and stderr so far. */
  readonly output: () => string;
  /** Ends every process of the app at once, as a crash or `kill -9` would. */
  readonly kill: () => Promise<void>;
  readonly hasEnded: () => boolean;
  /** Ends it at once, if it runs, and removes what it has left outside of its profile. */
  readonly end: () => Promise<void>;
}

/** Which app, and what it is told. */
export interface AppStart {
  readonly target: AppTarget;
  readonly backendUrl: string;
  /** Where its files are. */
  readonly profile: string;
  /** The keyring's environment, and the display's. */
  readonly env: Readonly<Record<string, string>>;
  /** scrypt's N. */
  readonly passcodeCost: number;
  /** What the computer speaks. */
  readonly language: string;
  readonly args?: readonly string[] | undefined;
  readonly executable?: string | undefined;
  readonly user?: OrdinaryUser | null;
}

interface ElectronStart {
  /** Electron, or a program that becomes Electron. */
  readonly executable: string;
  /** The program's folder first. */
  readonly args: readonly string[];
  /** Beyond the tests' own. */
  readonly env: Readonly<Record<string, string>>;
  /** Where its files are, if that is known. */
  readonly profile?: string;
}

/** Starts the app. @returns it, once there is its window */
export async function startApp(start: AppStart): Promise<RunningApp> {
  if (isPackaged(start.target)) return startPackaged(start.target.executable, start);
  const program = start.executable ?? (await electronOf(start.target));
  return startElectron({
    executable: start.user ? await start.user.starterOf(program) : program,
    args: [
      start.target.folder,
      `--user-data-dir=${start.profile}`,
      `--backend=${start.backendUrl}`,
      ...(start.args ?? []), // of two of a kind the first one counts
      "--code-cool-down-ms=1",
      `--passcode-cost=${start.passcodeCost}`,
      `--language=${start.language}`, // whatever the computer that tests speaks
    ],
    env: start.env,
    profile: start.profile,
  });
}

/** A package takes no switches of ours: its language is the system's (gettext's LANGUAGE), its files are in its home. */
async function startPackaged(program: string, { args = [], env, language, user }: AppStart): Promise<RunningApp> {
  const executable = user ? await user.starterOf(program) : program;
  return startElectron({ executable, args, env: { ...env, LANGUAGE: language } });
}

/** Starts Electron with a program, with Chromium's sandbox on. @returns it, once there is its window */
export async function startElectron({ executable, args, env, profile }: ElectronStart): Promise<RunningApp> {
  // Without the address a bus would still be found in the run-time folder: each app has the one that it is given, or none.
  const { DBUS_SESSION_BUS_ADDRESS: _, XDG_RUNTIME_DIR: __, ...inherited } = process.env as Record<string, string>;
  const app = await launchElectron({
    executablePath: executable,
    args: [...args],
    env: { ...inherited, ...env, NODE_OPTIONS: "" },
  });
  askAgainWhatWasLost(app);
  let output = "";
  const child = app.process();
  endWithParent(child); // Electron runs on where who drives it is gone
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk) => (output += chunk));
  const page = await app.firstWindow();
  const kill = async () => {
    const gone = new Promise((resolve) => child.once("exit", resolve));
    child.kill("SIGKILL");
    await gone;
  };
  const hasEnded = () => child.exitCode !== null || child.signalCode !== null;
  const sockets = profile === undefined ? null : await socketFolderOf(profile);
  const removed = sockets === null ? () => undefined : removeWithParent(sockets);
  const end = async () => {
    if (!hasEnded()) await kill();
    if (sockets !== null) await rm(sockets, { recursive: true, force: true });
    removed();
  };
  return { app, page, output: () => output, kill, hasEnded, end };
}

/** Chromium's folder for the socket by which a second start finds the first one. It lies in TMPDIR, and stays there after a kill. */
async function socketFolderOf(profile: string): Promise<string | null> {
  const socket = await readlink(path.join(profile, "SingletonSocket")).catch(() => null);
  return socket !== null && path.basename(socket) === "SingletonSocket" ? path.dirname(socket) : null;
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
