import path from "node:path";
import type { UpdateWay } from "../../src-contract/bridge/update-view.ts";
import type { Fetch } from "../backend/http-call.ts";
import type { Config } from "../start-options.ts";
import { openPackageStore } from "./package-store.ts";
import { createReleaseSource, openPackage } from "./update-fetch.ts";
import { openUpdateMemory } from "./update-memory.ts";
import { createUpdates, type Updates } from "./updates.ts";

/** How this computer gets another version of the program, and what only the shell can do about it. */
export interface Installer {
  /** Node's names for this computer: which package fits. */
  readonly system: { readonly platform: string; readonly arch: string };
  /** Null where this program fetches and opens the platform's installer. */
  readonly packageManager: Exclude<UpdateWay, "install"> | null;
  /** Asks above the window whether the program may end. */
  readonly askToQuit: () => Promise<boolean>;
  /** @throws AppError ERR_UPDATE_NOT_STARTED */
  readonly open: (file: string) => Promise<void>;
  readonly quit: () => void;
}

interface Options {
  readonly config: Pick<Config, "callTimeoutMs" | "updates">;
  /** The program's. */
  readonly folder: string;
  /** Of a session for the update server alone. */
  readonly fetch: Fetch;
  readonly version: string;
  readonly installer: Installer;
  readonly tellProgress: (percent: number) => void;
  readonly isChangeOpen: () => boolean;
}

/** @returns null where the profile names no update server */
export function openUpdates(options: Options): Updates | null {
  const { config, folder, fetch, installer } = options;
  if (config.updates === null) return null;
  const server = { fetch, address: config.updates.address, timeoutMs: config.callTimeoutMs };
  return createUpdates({
    version: options.version,
    system: installer.system,
    packageManager: installer.packageManager,
    builtInRoot: config.updates.root,
    memory: openUpdateMemory(path.join(folder, "updates.json")),
    source: createReleaseSource(server),
    openPackage: (...which) => openPackage(server, ...which),
    store: openPackageStore(path.join(folder, "packages")),
    tellProgress: options.tellProgress,
    isChangeOpen: options.isChangeOpen,
    askToQuit: installer.askToQuit,
    openInstaller: installer.open,
    quit: installer.quit,
    now: Date.now,
    monotonicMs: () => performance.now(),
  });
}
