import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "playwright/test";
import { installedElectron } from "../../build/prepare/electron-runtime.mjs";
import { launchElectron } from "../../src-testing/launch-electron.ts";
import { STARTED_ONCE_MORE } from "../../src-testing/started-once-more.ts";

/** Counts its starts, and opens a window whose page never comes the first time: what Playwright asks of it is not answered. */
const late = (says: string) => `
const { appendFileSync, readFileSync } = require("node:fs");
const { app, BrowserWindow } = require("electron");
appendFileSync(__dirname + "/starts", ".");
app.whenReady().then(() => {
  const window = new BrowserWindow({ show: false, webPreferences: { sandbox: true } });
  if (readFileSync(__dirname + "/starts", "utf8") === "..") window.loadURL("data:text/html,<title>there</title>");
  process.stderr.write(${JSON.stringify(`${says}\n`)});
});
`;
const ends = 'require("node:fs").appendFileSync(__dirname + "/starts", "."); process.exit(1);';
/** What our app says once its page is there. */
const appStarted = '{"time":"2026-11-28T04:06:44.073Z","event":"app_started"}';

let base: string;
test.beforeEach(async () => {
  base = await mkdtemp(path.join(tmpdir(), "cardbound-launch-"));
});
test.afterEach(() => rm(base, { recursive: true, force: true, maxRetries: 5 }));

async function launch(program: string) {
  const folder = await mkdtemp(path.join(base, "program-"));
  await writeFile(path.join(folder, "package.json"), '{ "name": "late", "version": "1.0.0", "main": "main.cjs" }');
  await writeFile(path.join(folder, "main.cjs"), program);
  const electron = await installedElectron();
  const args = [folder, `--user-data-dir=${path.join(folder, "profile")}`];
  const said: string[] = [];
  const launched = launchElectron({ executablePath: electron?.executable ?? "", args }, 10_000, (line) =>
    said.push(line),
  );
  const starts = async () => (await readFile(path.join(folder, "starts"), "utf8")).length;
  return { launched: launched.catch((error: Error) => error), said, starts };
}

// Side by side: two of them wait until their time is over.
test("a program is started once more if it says that its page is there, and Playwright does not attach to it", async () => {
  const startedTwice = async () => {
    const { launched, said, starts } = await launch(late(appStarted));
    const app = await launched;
    if (app instanceof Error) throw app;
    try {
      await expect(await app.firstWindow()).toHaveTitle("there");
      expect([await starts(), said]).toEqual([2, [expect.stringMatching(`^${STARTED_ONCE_MORE}: .+\n$`)]]);
    } finally {
      await app.close();
    }
  };
  const startedOnce = async (program: string, error: string) => {
    const { launched, said, starts } = await launch(program);
    expect(String(await launched)).toContain(error);
    expect([await starts(), said]).toEqual([1, []]);
  };
  await Promise.all([
    startedTwice(),
    startedOnce(late("nothing"), "Timeout 10000ms exceeded"),
    startedOnce(ends, "Process failed to launch"),
  ]);
});
