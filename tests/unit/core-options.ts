import path from "node:path";
import type { BackendSession } from "../../src-main/backend/open-backend.ts";
import type { CoreOptions } from "../../src-main/core.ts";
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
  callTimeoutMs: 10_000,
  lockTimes: { quietMs: 240_000, warningMs: 60_000 },
  codeCoolDownMs: 1,
  keychainPatienceMs: 90_000,
  passcodeCost: smallCost,
  systemLanguages: ["en"],
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
    app: { ...app, getPreferredSystemLanguages: () => ["en"] },
    process,
    rendering: openRendering(path.join(given.folder, "rendering.json"), false),
    reports: fakeHandOver().handOver,
    reloadWindow: () => undefined,
    send: () => undefined,
    replayEvents: () => undefined,
    watchUserActivity: () => async () => true,
    ...given,
  };
}
