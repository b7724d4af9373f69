import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "playwright/test";
import { installedElectron } from "../../build/prepare/electron-runtime.mjs";
import { launchElectron } from "../../src-testing/launch-electron.ts";

/** Opens a window, whose page never comes the first time: what Playwright asks of it is not answered. */
const program = `
const { existsSync, writeFileSync } = require("node:fs");
const { app, BrowserWindow } = require("electron");
const marker = app.getPath("userData") + ".second";
app.whenReady().then(() => {
  const window = new BrowserWindow({ show: false, webPreferences: { sandbox: true } });
  if (existsSync(marker)) window.loadURL("data:text/html,<title>there</title>");
  else writeFileSync(marker, "");
});
`;

let folder: string;
test.beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "cardbound-launch-"));
  await writeFile(path.join(folder, "package.json"), '{ "name": "late", "version": "1.0.0", "main": "main.cjs" }');
});
test.afterEach(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));

const launch = async (firstLimitMs: number) => {
  const electron = await installedElectron();
  const args = [folder, `--user-data-dir=${path.join(folder, "profile")}`];
  return launchElectron({ executablePath: electron?.executable ?? "", args }, firstLimitMs);
};

test("a program that Playwright does not get hold of is started once more", async () => {
  await writeFile(path.join(folder, "main.cjs"), program);
  const app = await launch(10_000);
  try {
    await expect(await app.firstWindow()).toHaveTitle("there");
  } finally {
    await app.close();
  }
});

test("a program that does not start is not tried again", async () => {
  await writeFile(
    path.join(folder, "main.cjs"),
    'require("node:fs").appendFileSync(__dirname + "/starts", "."); process.exit(1);',
  );
  await expect(launch(10_000)).rejects.toThrow("Process failed to launch");
  expect(await readFile(path.join(folder, "starts"), "utf8")).toBe(".");
});
