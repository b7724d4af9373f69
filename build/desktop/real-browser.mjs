import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { chromium } from "playwright";
import { Refusal } from "../say.mjs";

/** @import { Browser, Page } from "playwright" */

/** Debian's, which is a browser of its own: what Electron is made of is no stranger to the app. */
const PROGRAM = "/usr/bin/chromium";
const DESKTOP_ENTRY = "cardbound-browser.desktop";

/**
 * A real browser that is the system's default one for whoever is started with its environment.
 * `env`: for the app; a home of its own, in which `xdg-open` finds this browser. `opened`: the next page that the system has
 * opened; each is given once. `paste`: opens an address as somebody who pastes it; the browser has to run. `forget`: closes
 * its pages and forgets every cookie, as a browser that nobody has used.
 * @typedef {{ env: Record<string, string>, opened: () => Promise<Page>, paste: (address: string) => Promise<Page>,
 *   forget: () => Promise<void>, close: () => Promise<void> }} RealBrowser
 */

/** @returns {string | null} why no real browser can be used here; null where one can */
export function whyNoBrowser() {
  if (process.platform !== "linux") return "only Linux has a default browser for one program alone";
  const missing = [PROGRAM, "/usr/bin/xdg-open"].filter((file) => !existsSync(file));
  return missing.length === 0 ? null : `${missing.join(" and ")} missing: install Debian's chromium and xdg-utils`;
}

/**
 * Prepares the browser. It is started by the first address that is opened, with `xdg-open` as the system does it, and ends
 * with `close`, or with this process however that ends.
 * @returns {Promise<RealBrowser>}
 */
export async function prepareRealBrowser() {
  const folder = await mkdtemp(path.join(tmpdir(), "cardbound-browser-"));
  const env = await makeHome(folder);
  const profile = path.join(folder, "profile");
  // Debian's start script, and so xdg-open, lives as long as the browser: in a session of its own nobody waits for it.
  const flags = `--user-data-dir=${profile} --remote-debugging-port=0 --no-first-run --password-store=basic`;
  const start = `setsid ${PROGRAM} ${flags} "$1" >>"${folder}/output" 2>&1 </dev/null &\necho $! >>"${folder}/pids"\n`;
  await writeFile(path.join(folder, "open-page"), `#!/bin/sh\n${start}`, { mode: 0o755 });

  const endOne = `grep -q "${folder}" /proc/$p/cmdline && kill $p && while kill -0 $p; do sleep 0.02; done`;
  const end = `cat >/dev/null; for p in $(cat "${folder}/pids"); do ${endOne}; done; rm -rf "${folder}"`;
  const keeper = spawn("sh", ["-c", end], { stdio: ["pipe", "ignore", "ignore"], detached: true });

  /** @type {Browser | null} */
  let browser = null;
  /** @type {Page | null} while there is one, the browser does not end with the last other page */
  let blank = null;
  const connect = async () => {
    if (browser === null) {
      const noted = path.join(profile, "DevToolsActivePort");
      const port = await until(() => firstLineOf(noted), `The browser did not start: see ${folder}/output.`);
      browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
      blank = await contextOf(browser).newPage();
    }
    return contextOf(browser);
  };
  /** @type {WeakSet<Page>} */
  const given = new WeakSet();
  return {
    env,
    opened: async () => {
      const context = await connect();
      const next = () => context.pages().find((page) => !given.has(page) && page.url().startsWith("http"));
      const page = await until(next, "No page was opened in the browser.");
      given.add(page);
      return page;
    },
    paste: async (address) => {
      const page = await (await connect()).newPage();
      given.add(page);
      await page.goto(address);
      return page;
    },
    forget: async () => {
      if (browser === null) return;
      const context = contextOf(browser);
      for (const page of context.pages()) if (page !== blank) await page.close();
      await context.clearCookies();
    },
    close: async () => {
      await browser?.close(); // this only ends the connection
      const ended = once(keeper, "exit");
      keeper.stdin.end();
      await ended;
      await rm(folder, { recursive: true, force: true, maxRetries: 5 }); // its last helpers write until they end
    },
  };
}

const LOOKS = 1200;
const LOOK_AGAIN_MS = 25;

/**
 * Half a minute: four times what a cold start takes on a busy computer.
 * @template Found
 * @param {() => Found} look @param {string} complaint
 * @returns {Promise<NonNullable<Found>>} what was found
 */
async function until(look, complaint) {
  for (let looks = 0; looks < LOOKS; looks++) {
    const found = look();
    if (found) return found;
    await pause(LOOK_AGAIN_MS);
  }
  throw new Refusal(complaint, "Try `xdg-open` by hand.");
}

/** Undefined until the whole line is there: a file can be seen before what is written into it. @param {string} file */
function firstLineOf(file) {
  return existsSync(file) ? /^(.+)\n/.exec(readFileSync(file, "utf8"))?.[1] : undefined;
}

/** @param {Browser} browser */
function contextOf(browser) {
  const [context] = browser.contexts();
  if (context === undefined) throw new Error("the browser has no profile");
  return context;
}

/**
 * A home in which the browser is the default one (freedesktop.org, "Association between MIME types and applications").
 * @param {string} folder @returns {Promise<Record<string, string>>}
 */
async function makeHome(folder) {
  const [config, data] = [path.join(folder, "config"), path.join(folder, "data")];
  await mkdir(config);
  await mkdir(path.join(data, "applications"), { recursive: true });
  const schemes = ["x-scheme-handler/http", "x-scheme-handler/https"];
  const defaults = schemes.map((scheme) => `${scheme}=${DESKTOP_ENTRY}`);
  await writeFile(path.join(config, "mimeapps.list"), `[Default Applications]\n${defaults.join("\n")}\n`);
  const entry = `[Desktop Entry]\nType=Application\nName=Browser\nExec=${folder}/open-page %u\nMimeType=${schemes.join(";")};\n`;
  await writeFile(path.join(data, "applications", DESKTOP_ENTRY), entry);
  // Whatever desktop this computer has, its own browser stays closed.
  return { HOME: folder, XDG_CONFIG_HOME: config, XDG_DATA_HOME: data, XDG_CURRENT_DESKTOP: "X-Generic" };
}
