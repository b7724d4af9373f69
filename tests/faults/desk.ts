import { readdir, rm } from "node:fs/promises";
import path from "node:path";
import { bridgeMethods } from "../../src-contract/bridge/bridge-methods.ts";
import type { DesktopBridge } from "../../src-contract/bridge/desktop-bridge.ts";
import { createBackendClient } from "../../src-main/backend/backend-client.ts";
import { createProxySignIn } from "../../src-main/backend/proxy/proxy-sign-in.ts";
import { createServerClock } from "../../src-main/backend/server-clock.ts";
import { createHandlers, type Handlers } from "../../src-main/bridge/handlers.ts";
import { createPinChanges } from "../../src-main/change-pin/change.ts";
import { openChangeJournal } from "../../src-main/change-pin/change-journal.ts";
import type { DeviceKeychain } from "../../src-main/keys/device-keychain.ts";
import { openEnrolmentMarkers } from "../../src-main/keys/enrolment-marker.ts";
import { enrolmentScope } from "../../src-main/keys/enrolment-scope.ts";
import { currentCost } from "../../src-main/keys/key-wrapping.ts";
import { checkPresence, createPresence } from "../../src-main/keys/presence.ts";
import { createUnlockedKey } from "../../src-main/keys/unlocked-key.ts";
import { answer } from "../../src-main/shell/ipc.ts";
import { createBankRules } from "../../src-main/sign-in/bank-rules.ts";
import { createCurrentCustomer } from "../../src-main/sign-in/current-customer.ts";
import { createDemoSignIn } from "../../src-main/sign-in/demo-sign-in.ts";
import { createSessionLock } from "../../src-main/sign-in/session-lock.ts";
import { asContents, FakeContents } from "../security/fake-electron.ts";
import { unlimitedRates } from "../security/fake-handlers.ts";
import { fakeDiagnosis } from "../unit/diagnosis/fake-diagnosis.ts";
import { createFakeSettings } from "../unit/settings/fake-settings.ts";
import { deriveQuickly } from "./derive-quickly.ts";
import { privateKeysIn } from "./private-keys.ts";

/** How long the app waits for its backend: longer than the backend waits for Solaris. */
const CALL_TIMEOUT_MS = 2500;

/** Somebody at the app. */
export interface Desk {
  readonly bridge: DesktopBridge;
  /** How many changes the journal holds. */
  readonly journalled: () => Promise<number>;
}

/** The app without Electron: all of its core behind its door, its files in a folder, a keychain in memory. */
export interface CoreDesk extends Desk {
  /** Ends the app and starts it again, on the same files and keychain. Nobody is signed in then. */
  readonly restart: () => void;
  /** As {@link restart}, on a computer where nobody ever was: no files, nothing in the keychain. */
  readonly restartAfresh: () => Promise<void>;
  /** The private keys that its keychain has, in every spelling. */
  readonly privateKeys: () => Promise<readonly (string | Buffer)[]>;
}

/** @param origin what the app takes for its backend */
export function sitDown(folder: string, origin: string): CoreDesk {
  const entries = new Map<string, string>();
  const keychain: DeviceKeychain = {
    read: async (account) => {
      const text = entries.get(account);
      return text === undefined ? { state: "empty" } : { state: "entry", text };
    },
    write: async (account, text) => void entries.set(account, text),
    remove: async (account) => void entries.delete(account),
    setAside: async (account, name) => {
      entries.set(name, entries.get(account) ?? "");
      entries.delete(account);
    },
  };
  let handlers = startCore(folder, origin, keychain);
  const restart = () => {
    handlers = startCore(folder, origin, keychain);
  };
  const contents = new FakeContents();
  const trusted = { sender: contents, senderFrame: contents.mainFrame } as never;
  const methods = bridgeMethods.map((method) => [
    method,
    (...args: unknown[]) =>
      answer({ contents: asContents(contents), handlers, rates: unlimitedRates }, method, trusted, args),
  ]);
  return {
    bridge: Object.fromEntries(methods) as DesktopBridge,
    restart,
    restartAfresh: async () => {
      entries.clear();
      await rm(path.join(folder, "enrolments"), { recursive: true, force: true });
      restart();
    },
    journalled: () => countJournal(path.join(folder, "changes")),
    privateKeys: async () => {
      const keys = await Promise.all([...entries.values()].map((entry) => privateKeysIn(entry, deriveQuickly)));
      return keys.flat();
    },
  };
}

/** How many entries a journal's folder has, half-written ones included. */
export async function countJournal(folder: string): Promise<number> {
  const files = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return files.filter((file) => file.isFile()).length;
}

/** Puts the core together as src-main/index.ts does. */
function startCore(folder: string, origin: string, keychain: DeviceKeychain): Handlers {
  const customer = createCurrentCustomer();
  const { token, clearIf: onSignedOut } = customer;
  const clock = createServerClock();
  const connection = { origin, timeoutMs: CALL_TIMEOUT_MS, fetch, fetchOnce: fetch, clock, token, onSignedOut };
  const backend = createBackendClient(connection);
  const rules = createBankRules(backend, () => performance.now());
  const markers = openEnrolmentMarkers(path.join(folder, "enrolments"));
  const journal = openChangeJournal(path.join(folder, "changes"));
  const scope = () => enrolmentScope(origin, customer.require().customer_id);
  const enrolment = () => ({ keychain, markers, scope: scope() });
  const presence = createPresence();
  const unlocked = createUnlockedKey();
  const pinChanges = createPinChanges({
    forCustomer: () => ({ backend, journal, scope: scope() }),
    unlocked,
    weakPins: "warn",
    routes: rules.routes,
    isThisRemoved: () => checkPresence(presence, { enrolment: enrolment(), backend }),
    tellStage: () => undefined,
  });
  const reloadWindow = () => undefined;
  const lockTimes = { quietMs: 600_000, warningMs: 60_000 };
  const lock = createSessionLock({ times: lockTimes, customer, forget: pinChanges.forget, reloadWindow });
  return createHandlers({
    clock,
    demo: createDemoSignIn(connection),
    customer,
    enrolment,
    presence,
    journal,
    proxy: createProxySignIn([], Date.now, 1000),
    rules,
    lock,
    lockTimes,
    codeCoolDownMs: 1,
    version: "test",
    backend,
    deriveKey: deriveQuickly,
    passcodeCost: currentCost,
    unlocked,
    pinChanges,
    diagnosis: fakeDiagnosis(),
    isSomebodyActing: async () => true,
    reloadWindow,
    replayEvents: () => undefined,
    settings: createFakeSettings(),
  });
}
