import { mkdir, mkdtemp, rm } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test as playwrightTest } from "playwright/test";
import { removeWithParent } from "../build/end-with-parent.mjs";
import { createPinKey } from "../src-sandbox/pin/encryption-key.ts";
import { isPackaged } from "./app-target.ts";
import { wordsIn } from "./app-words.ts";
import { controlClock } from "./bank-clock.ts";
import { openBoundProfiles } from "./bound-profile.ts";
import { openBrowserStandIn } from "./browser-stand-in.ts";
import { type Evidence, openEvidence } from "./evidence.ts";
import { openBankWithProvider } from "./identity-provider.ts";
import { linkAtWindow, PASSCODE, signInAtWindow } from "./main-job.ts";
import { namedFaults } from "./named-faults.ts";
import { oneOf } from "./one-of.ts";
import { openOrdinaryUser } from "./ordinary-account.ts";
import { openDisplay } from "./own-display.ts";
import { openPackagedBank } from "./packaged-app.ts";
import { startRelay } from "./relay.ts";
import { controlSandbox } from "./sandbox-control.ts";
import { screensOf } from "./screens/all-screens.ts";
import { expectNoSecrets, expectNotInFiles } from "./secret-forms.ts";
import { startServersHere } from "./servers-here.ts";
import { type RunningApp, startApp } from "./start-app.ts";
import type { Fixtures, InnerFixtures, InnerWorkerFixtures, WorkerFixtures } from "./test-fixtures.ts";
import { openTestKeyring, type TestKeyring } from "./test-keyring.ts";

/** How long the backend waits for Solaris: less than the app waits for the backend. */
const SOLARIS_TIMEOUT_MS = "7000";

/** Playwright's `test` with the app, its bank and its computer (docs/testing-your-app.md). */
export const test = playwrightTest.extend<Fixtures & InnerFixtures, WorkerFixtures & InnerWorkerFixtures>({
  target: [{ folder: "" }, { option: true, scope: "worker" }],
  showsWindows: [false, { option: true, scope: "worker" }],
  partnerProfile: [null, { option: true }],
  language: ["en", { option: true }],
  serverEnv: [{}, { option: true }],
  passcodeCost: [16, { option: true }],

  place: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern what a fixture needs
    async ({}, use) => {
      const folder = await mkdtemp(path.join(tmpdir(), "cardbound-worker-"));
      const removed = removeWithParent(folder); // with all that is in it, if somebody kills the tests
      await use({ folder, user: await openOrdinaryUser(folder), boundProfiles: openBoundProfiles(folder) });
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
      removed();
    },
    { scope: "worker" },
  ],

  display: [
    async ({ place, showsWindows, headless }, use) => {
      const isSeen = showsWindows || headless === false; // --headed and --debug
      const display = await openDisplay(isSeen, place.folder, place.user);
      await use(display);
      await display.close();
    },
    { scope: "worker" },
  ],

  packagedBank: [
    async ({ target, place }, use) => use(isPackaged(target) ? await openPackagedBank(target, place.folder) : null),
    { scope: "worker" },
  ],

  backendAddress: [
    async ({ packagedBank }, use) => {
      const backend = { host: "127.0.0.1" as const, port: 0 };
      const { port = 0, tls } = packagedBank ?? {};
      const relay = await startRelay({ host: "127.0.0.1", port }, backend, tls);
      const url = packagedBank?.origin ?? `http://127.0.0.1:${(relay.address() as AddressInfo).port}`;
      await use({
        url,
        leadTo: (to) => {
          backend.port = Number(new URL(to).port);
        },
      });
      relay.close();
    },
    { scope: "worker" },
  ],

  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern what a fixture needs
  pinKey: [async ({}, use) => use(await createPinKey()), { scope: "worker" }],

  words: async ({ language, partnerProfile }, use) => use(wordsIn(language, partnerProfile)),

  folder: async ({ place }, use) => {
    const folder = await mkdtemp(path.join(place.folder, "test-"));
    place.user?.give(folder);
    await use(folder);
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  },

  profile: async ({ folder }, use) => use(path.join(folder, "profile")),

  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern what a fixture needs
  bankNotes: async ({}, use) => use({ log: "" }),

  signInWith: ["names", { option: true }],

  browserStandIn: async ({ folder, place }, use) => {
    const own = path.join(folder, "browser");
    const browser = await openBrowserStandIn(own);
    place.user?.give(own);
    await use(browser);
  },

  bankWithProvider: async ({ signInWith, backendAddress, browserStandIn, packagedBank }, use) => {
    if (oneOf("signInWith", signInWith, ["names", "browser"]) === "names") {
      if (packagedBank !== null) throw new Error('a packaged app knows no names: use: { signInWith: "browser" }');
      return use(null);
    }
    const at = packagedBank === null ? {} : { port: packagedBank.issuerPort, tls: packagedBank.tls };
    const bank = await openBankWithProvider(backendAddress.url, browserStandIn, at);
    await use(packagedBank === null ? bank : { ...bank, appArgs: [] }); // it has the provider's address built in
    await bank.close();
  },

  identityProvider: async ({ bankWithProvider }, use) => {
    if (bankWithProvider === null)
      throw new Error('nobody signs in at a provider here: test.use({ signInWith: "browser" })');
    await use(bankWithProvider.control);
  },

  servers: async ({ folder, backendAddress, bankNotes, pinKey, serverEnv, bankWithProvider }, use) => {
    const backend = { LOG_LEVEL: "info", SOLARIS_TIMEOUT_MS, ...bankWithProvider?.backend, ...serverEnv.backend };
    const logTo = {
      write: (line: string) => {
        bankNotes.log += line;
      },
    };
    const own = path.join(folder, "bank");
    const servers = await startServersHere(own, { logTo }, { ...serverEnv, backend }, pinKey);
    backendAddress.leadTo(servers.backendUrl());
    await use({ backendUrl: backendAddress.url, sandboxUrl: servers.sandboxUrl });
    await servers.close();
  },

  sandbox: async ({ servers }, use) => use(controlSandbox(servers.sandboxUrl)),
  faults: async ({ sandbox }, use) => use(namedFaults(sandbox)),
  clock: async ({ sandbox }, use) => use(controlClock(sandbox)),

  openKeyring: async ({ folder, place }, use) => {
    const opened: TestKeyring[] = [];
    await use(async (name, copy) => {
      const keyring = await openTestKeyring(path.join(folder, name), place.user, copy);
      opened.push(keyring);
      return keyring;
    });
    for (const keyring of opened) await keyring.close();
  },

  startKeyring: async ({ openKeyring }, use) => use((name) => openKeyring(name)),
  testKeyring: async ({ openKeyring, boundTo, binding, place }, use) => {
    const { kind } = binding;
    const copy = boundTo === null ? undefined : place.boundProfiles.entriesOf({ person: boundTo, kind });
    await use(await openKeyring("keyring", copy));
  },
  keyring: async ({ testKeyring }, use) => use(testKeyring),

  binding: async ({ target, servers, words, bankWithProvider }, use) => {
    const kind = JSON.stringify([target, servers.backendUrl, words.cards.title, bankWithProvider !== null]);
    await use({ kind, isAskedFor: false });
  },

  boundComputer: async (
    { place, profile, sandbox, testKeyring, binding, launch, startedApps, bankWithProvider, packagedBank },
    use,
  ) => {
    const bind = (person: string) => async () => {
      const { app, screens } = await launch();
      await signInAtWindow(screens, person, bankWithProvider?.control);
      await linkAtWindow({ screens, sandbox });
      await app.close();
    };
    await use(async (person = "Ada Single") => {
      if (startedApps.some(({ hasEnded }) => !hasEnded()))
        throw new Error('a computer is bound before its app starts: test.use({ boundTo: "Ada Single" })');
      binding.isAskedFor = true;
      if (packagedBank !== null) return bind(person)(); // its files' place is its own affair: it is not copied
      const { kind } = binding;
      const wanted = { person, kind, profile, keyring: testKeyring, sandbox, bindAtWindow: bind(person) };
      await place.boundProfiles.bind(wanted);
      place.user?.give(profile);
    });
  },

  appEnv: async ({ display, folder, place, browserStandIn, packagedBank }, use) => {
    const env = { ...display.env, ...browserStandIn.env };
    if (place.user === null && packagedBank === null) return use(env);
    const home = path.join(folder, "home"); // root's is closed to the ordinary user, and a package's files are in it
    await mkdir(home);
    await packagedBank?.trustIn(home);
    place.user?.give(home);
    const config = process.env.XDG_CONFIG_HOME === undefined ? {} : { XDG_CONFIG_HOME: path.join(home, ".config") };
    await use({ ...env, HOME: home, ...config });
  },
  appArgs: async ({ bankWithProvider }, use) => use(bankWithProvider?.appArgs ?? []),

  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern what a fixture needs
  startedApps: async ({}, use) => use([]),

  computer: async ({ profile, folder, keyring, openKeyring, boundTo, binding, packagedBank }, use) => {
    await use(async (name) => {
      if (name !== undefined && packagedBank !== null)
        throw new Error("a packaged app has one computer in a test: its files are in its home");
      if (name === undefined && boundTo !== null && !binding.isAskedFor)
        throw new Error(`this computer is ${boundTo}'s only after boundComputer(), which comes before launch()`);
      if (name === undefined) return { profile, keyringEnv: keyring.env };
      const { env } = await openKeyring(`${name}-keyring`);
      return { profile: path.join(folder, `${name}-profile`), keyringEnv: env };
    });
  },

  appStart: async ({ target, servers, passcodeCost, language, place }, use) =>
    use({ target, backendUrl: servers.backendUrl, passcodeCost, language, user: place.user }),

  launch: async ({ startedApps, appStart, computer, appEnv, appArgs, words, trace }, use, testInfo) => {
    const isAsExpected = () => testInfo.status === testInfo.expectedStatus;
    const recorded: { running: RunningApp; evidence: Evidence }[] = [];
    await use(async ({ computer: name, args = [], ...replaced } = {}) => {
      const { keyringEnv, ...start } = { ...appStart, ...(await computer(name)), ...replaced };
      const env = { ...appEnv, ...keyringEnv };
      const running = await startApp({ ...start, args: [...args, ...appArgs], env });
      startedApps.push(running);
      const options = { trace, name: `app-${startedApps.length}`, testInfo };
      recorded.push({ running, evidence: await openEvidence(running.app, options) });
      return { ...running, screens: screensOf({ page: running.page, words }) };
    });
    for (const { running, evidence } of recorded) {
      if (!running.hasEnded()) await evidence.collect();
      // In order it takes half a second, for what nobody sees; but then Playwright takes its pictures of a test that failed.
      if (!isAsExpected()) await running.app.close();
      await running.end();
    }
    for (const { output } of startedApps) expectNoSecrets(output());
  },

  boundTo: [null, { option: true }],
  running: async ({ launch, boundTo, boundComputer }, use) => {
    if (boundTo !== null) await boundComputer(boundTo);
    await use(await launch());
  },
  page: async ({ running }, use) => use(running.page),
  screens: async ({ running }, use) => use(running.screens),

  expectNoSecrets: async ({ startedApps, bankNotes, folder }, use) => {
    await use(async (...typed) => {
      for (const text of [...startedApps.map(({ output }) => output()), bankNotes.log]) expectNoSecrets(text);
      await expectNotInFiles(folder, [PASSCODE, ...typed]);
    });
  },
});

export { expect };
