import { existsSync } from "node:fs";
import { rm } from "node:fs/promises";
import path from "node:path";
import type { Page } from "playwright";
import type { Settings } from "../../src-contract/bridge/settings-view.ts";
import { screensOf } from "../../src-testing/screens/all-screens.ts";
import { expectNoSecrets } from "../../src-testing/secret-forms.ts";
import { type AppStart, type RunningApp, startApp } from "../../src-testing/start-app.ts";
import { english, expectHeading } from "./cardholder.ts";
import { changeSettings, settingsOf } from "./change-settings.ts";
import { test as base, expect } from "./fixtures.ts";

/** An app that one test after the other uses. */
interface SharedApp {
  readonly running: RunningApp;
  /** As they were before anybody chose one. */
  readonly settings: Settings;
  /** How many tests have used it, and when it was started. */
  uses: number;
  readonly startedAt: number;
}

/** The app that a worker has at the moment. */
interface Place {
  readonly profile: string;
  shared: SharedApp | null;
}

/** All apps of a test, the last of which may run. */
interface Turn {
  readonly apps: [SharedApp, ...SharedApp[]];
  /** How much the first one had written before. */
  readonly writtenBefore: number;
}

/**
 * So many tests may use an app, and one more for each so many seconds that it has run; then comes a fresh one. The bridge takes 30 calls
 * of a method in a row and then two a second (call-limits.ts), and a test makes five or six at most of the usual ones.
 */
const USES_AT_ONCE = 12;
const ONE_MORE_MS = 3_000;

/**
 * A test of the window: `running` and `page` are of an app that the worker has started for an earlier test. Starting Electron
 * costs more than most of these tests. Each has servers, customers, devices and a keyring of its own nevertheless, and begins
 * as the next cardholder does, at a window that a sign-out has loaded anew. A test that ends the app starts it again with
 * `launch()`, and the next test has that one.
 *
 * For tests that do nothing to the app but at its window. Who starts it with options, moves its clock, replaces a part of
 * main or of Electron, or asks what an app remembers, has `test` of fixtures.ts, with apps of their own.
 */
export const windowTest = base.extend<{ turn: Turn }, { sharedPlace: Place }>({
  sharedPlace: [
    async ({ place: { folder } }, use) => {
      const place: Place = { profile: path.join(folder, "shared"), shared: null };
      await use(place);
      await place.shared?.running.end();
    },
    { scope: "worker" },
  ],

  profile: async ({ sharedPlace }, use) => use(sharedPlace.profile),

  turn: async ({ sharedPlace, appStart, keyring, appEnv }, use) => {
    const { profile, shared } = sharedPlace;
    sharedPlace.shared = null; // until it is as it was: a test that fails ends the worker, and no other test has this app
    const first = shared ?? (await startAnew({ ...appStart, profile, env: { ...appEnv, ...keyring.env } }));
    const turn: Turn = { apps: [first], writtenBefore: first.running.output().length };
    await use(turn);
    expectNoSecrets(first.running.output().slice(turn.writtenBefore));
    for (const { running } of turn.apps.slice(1)) expectNoSecrets(running.output());
    for (const { running } of turn.apps) if (running.hasEnded()) await running.end();
    const last = turn.apps.at(-1) ?? first;
    last.uses++;
    if (mayBeUsedAgain(last) && !last.running.hasEnded() && (await isAsNew(last, profile))) sharedPlace.shared = last;
    else await last.running.end();
  },

  launch: async ({ turn, sharedPlace, appStart, keyring, appEnv }, use) => {
    await use(async (options) => {
      const [{ settings }] = turn.apps;
      if (options !== undefined || turn.apps.some(({ running }) => !running.hasEnded()))
        throw new Error("the app that there is runs, or would have no options: take `test` of fixtures.ts");
      const { profile } = sharedPlace;
      const running = await startApp({ ...appStart, profile, env: { ...appEnv, ...keyring.env } });
      turn.apps.push({ running, settings, uses: 0, startedAt: performance.now() });
      return withScreens(running);
    });
  },

  running: async ({ turn }, use) => {
    const [{ running }] = turn.apps;
    await use({ ...withScreens(running), output: () => running.output().slice(turn.writtenBefore) });
  },
});

const withScreens = (running: RunningApp) => ({
  ...running,
  screens: screensOf({ page: running.page, words: english }),
});

/** Starts an app on a profile that nobody had. */
async function startAnew(start: AppStart) {
  await rm(start.profile, { recursive: true, force: true, maxRetries: 5 });
  const running = await startApp(start);
  const { settings } = await settingsOf(running.page);
  return { running, settings, uses: 0, startedAt: performance.now() };
}

const mayBeUsedAgain = ({ uses, startedAt }: SharedApp) =>
  uses < USES_AT_ONCE + (performance.now() - startedAt) / ONE_MORE_MS;

/** A step under way takes milliseconds, unless a test has left it held: then a fresh app is sooner there than its end. */
const RESTS_WITHIN_MS = 2000;

/** Whether no page is on its way, and no step, which disables buttons: all but the one that shows an empty field's digits. */
async function isAtRest({ app, page }: Pick<RunningApp, "app" | "page">): Promise<boolean> {
  const loads = ({ webContents }: typeof import("electron")) =>
    webContents.getAllWebContents().some((one) => one.isLoading());
  if (await app.evaluate(loads)) return false;
  return (
    (await page.locator("h1").count()) > 0 &&
    (await page.locator(":not(.reveal) > button[aria-disabled=true]").count()) === 0
  );
}

/** Has the page loaded anew, with nobody signed in. */
async function signOut(page: Page): Promise<void> {
  const anew = page.waitForEvent("load");
  await page.evaluate(() => window.bridge.signOut()).catch(() => undefined); // its answer can go down with the page
  await anew;
  await expectHeading(page, "Sign in");
}

/** Signs out, takes back what was chosen, and removes what the cardholder has left. @returns whether all of it is as at a start */
async function isAsNew({ running: { app, page }, settings }: SharedApp, profile: string): Promise<boolean> {
  try {
    const rests = { intervals: [25], timeout: RESTS_WITHIN_MS };
    await expect.poll(() => isAtRest({ app, page }), rests).toBe(true); // or what it does would reach into the next test
    await page.unrouteAll();
    await app.evaluate(({ clipboard }) => clipboard.clear());
    if (existsSync(path.join(profile, "settings.json"))) await changeSettings(page, settings);
    await signOut(page);
    if ((await page.getByTestId("locked-notice").count()) > 0) {
      await page.evaluate(() => window.bridge.signIn("Ada Single")); // it is told until the next session begins
      await signOut(page);
      if ((await page.getByTestId("locked-notice").count()) > 0) return false;
    }
    for (const name of ["enrolments", "changes", "settings.json"]) {
      await rm(path.join(profile, name), { recursive: true, force: true });
    }
    return true;
  } catch (error) {
    process.stderr.write(`an app is not used again: ${error}\n`);
    return false;
  }
}
