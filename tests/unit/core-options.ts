import path from "node:path";
import type { BackendSession } from "../../src-main/backend/open-backend.ts";
import type { CoreOptions } from "../../src-main/outside-world.ts";
import { openRendering } from "../../src-main/settings/rendering.ts";
import { fakeHandOver, fakeSubjects } from "./diagnosis/fake-diagnosis.ts";
import { derive, smallCost } from "./keys/fake-enrolment.ts";

export type Options = CoreOptions<BackendSession>;

/** A session whose requests are answered by `fetch`: no proxy, and no connection that lasts. */
export function sessionOf(fetch: BackendSession["fetch"]): BackendSession {
  return { fetch, closeAllConnections: async () => {}, resolveProxy: async () => "DIRECT" };
}

export const usualConfig: Options["config"] = {
  backendOrigin: "https://cards.partner.example",
  backendPins: [],
  callTimeoutMs: 10_000,
  lockTimes: { quietMs: 240_000, warningMs: 60_000 },
  codeCoolDownMs: 1,
  keychainPatienceMs: 90_000,
  deviceData: null,
  passcodeCost: smallCost,
  signIn: null,
  signInPatienceMs: 300_000,
  systemLanguages: ["en"],
  tokenModules: [],
  updates: null,
  weakPins: "warn",
};

type Given = Pick<Options, "folder" | "sessions" | "keychain"> & Partial<Options>;

/** The core's outside world without Electron: a test gives what it is about. */
export function coreOptions(given: Given): Options {
  const { app, process } = fakeSubjects().program;
  return {
    config: usualConfig,
    environment: {},
    request: () => {
      throw new Error("no proxy asks");
    },
    deriveKey: derive,
    collectDeviceData: null,
    app: { ...app, getPreferredSystemLanguages: () => ["en"] },
    process,
    rendering: openRendering(path.join(given.folder, "rendering.json"), false),
    reports: fakeHandOver().handOver,
    openBrowser: async () => {
      throw new Error("no browser is asked for");
    },
    contacts: { support: {}, privacyNotice: {} },
    openContact: async () => {
      throw new Error("no contact is opened");
    },
    bringToFront: () => undefined,
    installer: () => ({
      system: { platform: "linux", arch: "x64" },
      packageManager: "apt",
      askToQuit: async () => false,
      open: async () => {
        throw new Error("no installer is opened");
      },
      quit: () => undefined,
    }),
    writeClipboard: async () => undefined,
    reloadWindow: () => undefined,
    send: () => undefined,
    noteChange: () => undefined,
    replayEvents: () => undefined,
    watchUserActivity: () => async () => true,
    ...given,
  };
}
