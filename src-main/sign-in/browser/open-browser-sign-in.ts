import type { Language } from "../../../src-contract/rules/languages.ts";
import type { FetchOnce } from "../../backend/once-fetch.ts";
import { createServerClock, type ServerClock } from "../../backend/server-clock.ts";
import type { Config } from "../../start-options.ts";
import { type BrowserSignIn, createBrowserSignIn } from "./browser-sign-in.ts";
import { createCallbackPages } from "./callback-page.ts";
import { createProviderFetch } from "./provider-fetch.ts";

/** What the sign-in in the browser is put together from. */
interface Options {
  readonly config: Pick<Config, "callTimeoutMs" | "signIn" | "signInPatienceMs">;
  /** Of the session for the identity provider. */
  readonly fetchOnce: FetchOnce;
  readonly backendClock: ServerClock;
  readonly version: string;
  readonly language: () => Language;
  readonly openBrowser: (url: string) => Promise<void>;
  readonly bringToFront: () => void;
  readonly writeClipboard: (text: string) => Promise<void>;
}

/** @returns null where the demonstration's names sign in */
export function openBrowserSignIn(options: Options): BrowserSignIn | null {
  const { config, backendClock, openBrowser, bringToFront, writeClipboard, language } = options;
  const { signIn: profile, callTimeoutMs: timeoutMs } = config;
  if (profile === null) return null;
  const clock = createServerClock(); // the provider's
  const calls = {
    fetchOnce: options.fetchOnce,
    userAgent: `${__PRODUCT_NAME__.replace(/[^A-Za-z0-9._-]/g, "") || "app"}/${options.version}`,
    noteDate: clock.note,
  };
  const provider = {
    profile,
    timeoutMs,
    clock,
    openBrowser,
    fetch: (signal: AbortSignal) => createProviderFetch(calls, signal),
    // Until the backend has told the time, the provider's is better than this computer's.
    backendNow: () => (backendClock.isSet() ? backendClock : clock).now() - A_SECOND_MS,
  };
  return createBrowserSignIn({
    // With its library a quarter of what main reads, which no start needs (docs/performance.md#start).
    openProvider: async (signal) => (await import("./provider-client.ts")).openProvider(provider, signal),
    openBrowser,
    bringToFront,
    writeClipboard,
    language,
    page: createCallbackPages({ productName: __PRODUCT_NAME__, colours: __COLOURS__ }),
    patienceMs: config.signInPatienceMs,
  });
}

/** The clocks run up to a second ahead (server-clock.ts), and a proof from the future may be refused. */
const A_SECOND_MS = 1000;
