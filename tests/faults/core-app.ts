import { readdir, rm } from "node:fs/promises";
import path from "node:path";
import { bridgeMethods } from "../../src-contract/bridge/bridge-methods.ts";
import type { DesktopBridge } from "../../src-contract/bridge/desktop-bridge.ts";
import type { Handlers } from "../../src-main/bridge/handlers.ts";
import { createCore } from "../../src-main/core.ts";
import type { CollectDeviceData } from "../../src-main/device-data/collect-device-data.ts";
import { answer } from "../../src-main/shell/ipc.ts";
import { asContents, FakeContents } from "../security/fake-electron.ts";
import { unlimitedRates } from "../security/fake-handlers.ts";
import { createFakeKeytar } from "../security/fake-keytar.ts";
import { coreOptions, sessionOf, usualConfig } from "../unit/core-options.ts";
import { privateKeysIn } from "./private-keys.ts";
import { CALL_LIMIT_MS } from "./time-limits.ts";
import { type TokenInMemory, withToken } from "./token-in-memory.ts";

/** Longer than any case takes, so that the app never locks. */
const lockTimes = { quietMs: 600_000, warningMs: 60_000 };

/** There is a vendor's script, which hands nothing over. The bank says whether it wants anything of it. */
const noScript: CollectDeviceData = { collect: async () => null, stop: () => {} };

/** The app without Electron: its core behind main's checks of calls, its files in a folder, a keychain in memory. */
export interface CoreApp {
  readonly bridge: DesktopBridge;
  /** How many changes the journal holds. */
  readonly journalled: () => Promise<number>;
  /** Ends the app and starts it again with the same files and keychain, and nobody signed in. */
  readonly restart: () => void;
  /** As {@link restart}, on a computer that was never bound: no enrolment, and an empty keychain. */
  readonly restartAfresh: () => Promise<void>;
  /** The private keys in its keychain, in every encoding. */
  readonly privateKeys: () => Promise<readonly (string | Buffer)[]>;
}

/**
 * Starts it.
 * @param origin of its backend
 * @param token that will have the key, in place of the keychain; its PIN is then what the passcode is otherwise
 */
export function startCoreApp(folder: string, origin: string, token: TokenInMemory | null = null): CoreApp {
  const { entries, keytar } = createFakeKeytar();
  const session = sessionOf(fetch);
  const options = coreOptions({
    folder,
    config: {
      ...usualConfig,
      backendOrigin: origin,
      callTimeoutMs: CALL_LIMIT_MS,
      lockTimes,
      ...(token && { tokenModules: token.modules }),
    },
    ...(token && { startTokenChild: token.start }),
    sessions: { ordinary: session, once: session, signIn: session, updates: session },
    keychain: { service: "Cardbound tests", load: async () => keytar },
    collectDeviceData: noScript,
  });
  let { handlers } = createCore(options);
  const restart = () => {
    handlers = createCore(options).handlers;
  };
  const bridge = bridgeTo(() => handlers);
  return {
    bridge: token === null ? bridge : withToken(bridge),
    restart,
    restartAfresh: async () => {
      entries.clear();
      for (const name of ["enrolments", "letters", "device-consents"]) {
        await rm(path.join(folder, name), { recursive: true, force: true });
      }
      restart();
    },
    journalled: () => countJournal(path.join(folder, "changes")),
    privateKeys: async () => {
      const keys = await Promise.all([...entries.values()].map(privateKeysIn));
      return keys.flat();
    },
  };
}

/** The calls as a window makes them, through main's checks. @param handlers of the app that runs by then */
export function bridgeTo(handlers: () => Handlers): DesktopBridge {
  const contents = new FakeContents();
  const trusted = { sender: contents, senderFrame: contents.mainFrame } as never;
  const methods = bridgeMethods.map((method) => [
    method,
    (...args: unknown[]) =>
      answer({ contents: asContents(contents), handlers: handlers(), rates: unlimitedRates }, method, trusted, args),
  ]);
  return Object.fromEntries(methods) as DesktopBridge;
}

/** How many entries a journal's folder has, half-written ones included, but not the next one, which is nobody's yet. */
export async function countJournal(folder: string): Promise<number> {
  const files = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return files.filter((file) => file.isFile() && file.name !== "next").length;
}
