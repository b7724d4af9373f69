import type { Page } from "playwright";
import type { Language } from "../src-contract/rules/languages.ts";
import type { PinKey } from "../src-sandbox/pin/encryption-key.ts";
import type { AppTarget } from "./app-target.ts";
import type { AppWords } from "./app-words.ts";
import type { ClockControl } from "./bank-clock.ts";
import type { BoundProfiles } from "./bound-profile.ts";
import type { BrowserStandIn } from "./browser-stand-in.ts";
import type { IdentityProviderControl, openBankWithProvider } from "./identity-provider.ts";
import type { FaultControl } from "./named-faults.ts";
import type { OrdinaryUser } from "./ordinary-account.ts";
import type { Display } from "./own-display.ts";
import type { PackagedBank } from "./packaged-app.ts";
import type { SandboxControl } from "./sandbox-control.ts";
import type { Screens } from "./screens/all-screens.ts";
import type { AppStart, RunningApp } from "./start-app.ts";
import type { TestKeyring } from "./test-keyring.ts";

/** What one start of the app is given beyond the test's own servers, keyring and profile. */
export interface LaunchOptions {
  /** Of the app's command line, e.g. `--lock-quiet-ms=2500`. */
  readonly args?: readonly string[];
  readonly backendUrl?: string;
  /** Another computer: a profile and a keyring of its own, by this name. */
  readonly computer?: string;
  /** Replaces the keyring's environment, e.g. to start without a session bus. */
  readonly keyringEnv?: Record<string, string>;
  readonly profile?: string;
  /** A program to start in Electron's place, which becomes Electron. */
  readonly executable?: string;
}

/** The app, with an object for each of its screens. */
export interface LaunchedApp extends RunningApp {
  readonly screens: Screens;
}

/** Where all apps of a worker reach the backend of the test that runs. */
export interface BackendAddress {
  readonly url: string;
  readonly leadTo: (url: string) => void;
}

/** What holds for all tests of a worker. */
export interface WorkerFixtures {
  /** Which app is tested; `use: { target: { folder } }` in the configuration. */
  readonly target: AppTarget;
  /** Whether windows are shown on this computer's display, if it has one, in place of one that nobody sees; `--headed` and `--debug` show them, too. */
  readonly showsWindows: boolean;
  /** Where all apps of a worker reach the backend of the test that runs: `url`, which `leadTo(url)` leads to it. */
  readonly backendAddress: BackendAddress;
}

export interface Fixtures {
  /** The profile that the app was built with, if its `texts` replace the app's own: a file. */
  readonly partnerProfile: string | null;
  /** What the computer speaks: the app's language, and that of `words`. */
  readonly language: Language;
  /** More environment for the servers: `{ backend, sandbox }`. */
  readonly serverEnv: { readonly backend?: Record<string, string>; readonly sandbox?: Record<string, string> };
  /** What the passcode's derivation costs (scrypt's N). Little (16); as for cardholders it is 131072. */
  readonly passcodeCost: number;
  /** By the demonstration's `names`, or with the `browser` at `identityProvider`. */
  readonly signInWith: "names" | "browser";
  /** Whose computer this is from the start, e.g. `Ada Single`. Null: nobody's. */
  readonly boundTo: string | null;
  /** The app's window, started. */
  readonly page: Page;
  /** The same, with `app` (Playwright's), `output()` (all that it wrote to stdout and stderr), `kill()` (as `kill -9`) and `screens`. */
  readonly running: LaunchedApp;
  /** An object for each screen of the started app. */
  readonly screens: Screens;
  /**
   * Starts the app; again and again, on the same profile, keyring and servers. `args` are more of its command line, `computer` names another computer,
   * with a profile and a keyring of its own.
   */
  readonly launch: (options?: LaunchOptions) => Promise<LaunchedApp>;
  /**
   * Makes this a bound computer before the app is started, under PASSCODE (`boundTo` calls it). The first time in a worker an app is
   * started and bound at its window; from then on that computer is copied.
   */
  readonly boundComputer: (person?: string) => Promise<void>;
  /** The app's own texts, e.g. `words.cards.title`. */
  readonly words: AppWords;
  /** What can go wrong with the next change, by name. */
  readonly faults: FaultControl;
  /** Everything else that can go wrong, and what the bank knows. */
  readonly sandbox: SandboxControl;
  /** Solaris' clock, by which a code expires after 300 seconds, and the window's timers: `advance(seconds)`, and `holdWindow(page)` for countdowns that take no time. */
  readonly clock: ClockControl;
  /** Where people sign in with the browser: `signIn(person)`, with the authenticator on the phone, which can say no; `cancel()`; `faults`. */
  readonly identityProvider: IdentityProviderControl;
  /**
   * Fails the test where an app's output, the backend's log or a file has a secret's form in it, or PASSCODE, or one of these texts. An
   * app's output is looked through after every test, too.
   */
  readonly expectNoSecrets: (...typed: string[]) => Promise<void>;
  /** A sandbox and a backend of the test's own: `backendUrl`, `sandboxUrl`. */
  readonly servers: { readonly backendUrl: string; readonly sandboxUrl: string };
  /** A folder of the test's own, gone afterwards. */
  readonly folder: string;
  /** Where the app's files are. */
  readonly profile: string;
  /** The keyring that the app is started with: empty at first. */
  readonly keyring: { readonly env: Record<string, string> };
  /** Starts a session bus with a real keyring; the same name again finds the same entries. Ended with the test. */
  readonly startKeyring: (name: string) => Promise<{ readonly env: Record<string, string>; close(): Promise<void> }>;
}

/** What the fixtures of a worker are made of. */
export interface InnerWorkerFixtures {
  /** A folder of the worker's own; the user that root starts the app as. */
  readonly place: {
    readonly folder: string;
    readonly user: OrdinaryUser | null;
    readonly boundProfiles: BoundProfiles;
  };
  readonly display: Display;
  /** Of a packaged app; null for a development build, which is told where its bank is. */
  readonly packagedBank: PackagedBank | null;
  /** Solaris' PIN key at the beginning of each test: to make one takes longer than all the rest of the servers' start. */
  readonly pinKey: PinKey;
}

/** What the fixtures of a test are made of. */
export interface InnerFixtures {
  /** What every start of the app has in common. */
  readonly appStart: Omit<AppStart, "profile" | "env">;
  /** More of the command line of every app. */
  readonly appArgs: readonly string[];
  /** The environment of every app, beyond the keyring's. */
  readonly appEnv: Record<string, string>;
  /** What an app has of the computer that it runs on: the test's, or another one by its name. */
  readonly computer: (name?: string) => Promise<{ profile: string; keyringEnv: Record<string, string> }>;
  /** The apps that were started so far. */
  readonly startedApps: RunningApp[];
  /** Stands in for the browser: what an app opens goes nowhere else. */
  readonly browserStandIn: BrowserStandIn;
  readonly bankWithProvider: Awaited<ReturnType<typeof openBankWithProvider>> | null;
  /** What the backend has logged. */
  readonly bankNotes: { log: string };
  /** `copy`: entries to begin with. */
  readonly openKeyring: (name: string, copy?: string) => Promise<TestKeyring>;
  /** What a copied computer must have in common with this test's, and whether the test has asked for a bound one. */
  readonly binding: { readonly kind: string; isAskedFor: boolean };
  readonly testKeyring: TestKeyring;
}

/** What a configuration's `use` takes beyond Playwright's own. */
export type TestingOptions = Partial<
  Pick<WorkerFixtures, "target" | "showsWindows"> &
    Pick<Fixtures, "partnerProfile" | "language" | "serverEnv" | "passcodeCost" | "signInWith" | "boundTo">
>;
