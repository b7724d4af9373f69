import type { UpdateView, UpdateWay } from "../../src-contract/bridge/update-view.ts";
import type { ErrorCode } from "../../src-contract/errors/error-codes.ts";
import { AppError, toFailure } from "../app-error.ts";
import { log } from "../log.ts";
import type { PackageFile, Release } from "./metadata-schemas.ts";
import type { PackageStore } from "./package-store.ts";
import { isInRollout } from "./rollout.ts";
import { findTrustedRelease, type ReleaseSource } from "./trusted-release.ts";
import type { PackageStream, Resume } from "./update-fetch.ts";
import type { UpdateMemory } from "./update-memory.ts";
import { UpdateRefusal } from "./update-refusal.ts";
import { isOlder } from "./version-number.ts";

/** How long an answer counts. */
const LOOK_AGAIN_AFTER_MS = 6 * 3_600_000;

interface Dependencies {
  /** This program's. */
  readonly version: string;
  /** Node's names for this computer. */
  readonly system: { readonly platform: string; readonly arch: string };
  /** How packages come here where this program does not install them itself; null where it does. */
  readonly packageManager: Exclude<UpdateWay, "install"> | null;
  readonly builtInRoot: string;
  readonly memory: UpdateMemory;
  readonly source: ReleaseSource;
  readonly openPackage: (name: string, file: PackageFile, resume: Resume | null) => Promise<PackageStream>;
  readonly store: PackageStore;
  /** How many of a hundred parts of the package are there. */
  readonly tellProgress: (percent: number) => void;
  /** Whether anything of a PIN change is still to come. */
  readonly isChangeOpen: () => boolean;
  /** Asks the cardholder whether the program may end for the installer. */
  readonly askToQuit: () => Promise<boolean>;
  /** Opens the platform's installer, which asks and checks on its own. @throws AppError ERR_UPDATE_NOT_STARTED */
  readonly openInstaller: (file: string) => Promise<void>;
  readonly quit: () => void;
  /** Milliseconds since the epoch, by this computer's clock. */
  readonly now: () => number;
  /** Milliseconds of a monotonic clock. */
  readonly monotonicMs: () => number;
}

export type Updates = ReturnType<typeof createUpdates>;

/** What this program does about newer versions of itself. It looks when the window asks, and installs when somebody does. */
export function createUpdates(dependencies: Dependencies) {
  const { version, system, packageManager, memory, store, monotonicMs, isChangeOpen } = dependencies;
  let found: { readonly release: Release; readonly at: number } | null = null;
  let failure: ErrorCode | null = null;
  let looking: Promise<void> | null = null;
  let fetching: Promise<void> | null = null;

  const lookAnew = async () => {
    try {
      found = { release: await findTrustedRelease(dependencies, dependencies.source), at: monotonicMs() };
      failure = null;
    } catch (error) {
      ({ code: failure } = toFailure(error));
      if (error instanceof UpdateRefusal) log({ event: "update_refused", reason: error.reason });
      else log({ event: "update_not_looked_for", code: failure });
    }
  };

  const isRequired = () => {
    const minimum = memory.seen()?.minimumVersion;
    return minimum !== undefined && isOlder(version, minimum);
  };

  /** The release that this computer is offered; null if there is none. */
  const offered = (): Release["release"] | null => {
    const said = found?.release.release;
    if (said === undefined || !isOlder(version, said.version)) return null;
    const isTurn = isInRollout(memory.id(), { version: said.version, percent: said.rollout_percent });
    return isTurn || isRequired() ? said : null;
  };

  const ownPackage = () => {
    const all = packageManager === null ? Object.entries(found?.release.targets ?? {}) : [];
    return all.find(([, { custom }]) => custom.platform === system.platform && custom.arch === system.arch) ?? null;
  };

  const view = async (): Promise<UpdateView> => {
    const said = offered();
    const own = ownPackage();
    const way = packageManager ?? (own === null ? "partner" : "install");
    const isFetched = own !== null && (await store.has(own[1]));
    return { newer: said && { version: said.version, way, isFetched }, isRequired: isRequired(), failure };
  };

  /** The package of what is offered. @throws AppError ERR_UPDATE_UNAVAILABLE if there is none */
  const requirePackage = () => {
    const own = offered() === null ? null : ownPackage();
    if (own === null) throw new AppError("ERR_UPDATE_UNAVAILABLE");
    return own;
  };

  const fetchPackage = async () => {
    const [name, file] = requirePackage();
    if (await store.has(file)) return;
    let told = -1;
    const tell = (bytes: number) => {
      const percent = Math.floor((bytes / file.length) * 20) * 5;
      if (percent !== told) dependencies.tellProgress(percent);
      told = percent;
    };
    await store.take(file, async () => dependencies.openPackage(name, file, await store.resume(file)), tell);
  };

  return {
    /** What is known. Looks anew if nothing is, or after some hours. Never fails: `failure` says why nothing was found. */
    async look(): Promise<UpdateView> {
      if (found === null || monotonicMs() - found.at > LOOK_AGAIN_AFTER_MS) {
        looking ??= lookAnew().finally(() => {
          looking = null;
        });
        await looking;
      }
      return view();
    },

    /** Fetches the installer, from where an earlier try broke off. @throws AppError, UpdateRefusal */
    async fetch(): Promise<UpdateView> {
      fetching ??= withRefusalLogged(fetchPackage).finally(() => {
        fetching = null;
      });
      await fetching;
      return view();
    },

    /**
     * Asks, opens the installer and ends the program.
     * @returns whether it did: the cardholder may not want to
     * @throws AppError ERR_UPDATE_WAITS during a PIN change
     */
    async install(): Promise<boolean> {
      const [name, file] = requirePackage();
      if (!(await store.has(file))) throw new AppError("ERR_UPDATE_UNAVAILABLE");
      if (isChangeOpen()) throw new AppError("ERR_UPDATE_WAITS");
      if (!(await dependencies.askToQuit())) return false;
      const copy = await withRefusalLogged(() => store.copyOut(name, file));
      await dependencies.openInstaller(copy);
      dependencies.quit();
      return true;
    },

    /** @throws AppError ERR_UPDATE_REQUIRED if the partner allows no PIN change with this version */
    requireNewEnough(): void {
      if (isRequired()) throw new AppError("ERR_UPDATE_REQUIRED");
    },
  };
}

/** The window is told a code; the log has what exactly was wrong. */
async function withRefusalLogged<T>(act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    if (error instanceof UpdateRefusal) log({ event: "update_refused", reason: error.reason });
    throw error;
  }
}
