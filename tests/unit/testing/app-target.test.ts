import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { electronOf } from "../../../src-testing/app-target.ts";

const ELECTRON = "node_modules/electron";

/** An app's folder with these files. */
async function appWith(...files: string[]): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), "cardbound-target-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await mkdir(path.join(folder, ELECTRON, "dist"), { recursive: true });
  await writeFile(path.join(folder, "package.json"), JSON.stringify({ main: "main.js" }));
  for (const file of files) await writeFile(path.join(folder, file), file.endsWith(".json") ? "{}" : "electron");
  return folder;
}
const installed = `${ELECTRON}/package.json`;

it("finds the Electron that is installed for the app", async () => {
  const folder = await appWith("main.js", installed, `${ELECTRON}/path.txt`, `${ELECTRON}/dist/electron`);
  expect(await electronOf({ folder })).toBe(path.join(folder, ELECTRON, "dist/electron"));
});

it.each<[string, string[], RegExp]>([
  ["the app is not built", [installed], /not built.*npm run build/],
  ["there is no package electron", ["main.js"], /Electron is not installed.*npm start/],
  ["npm has not run Electron's installer", ["main.js", installed], /Electron is not installed.*npm start/],
  ["Electron was removed", ["main.js", installed, `${ELECTRON}/path.txt`], /Electron is not installed.*npm start/],
])("says what to do where %s", async (_what, files, said) => {
  await expect(electronOf({ folder: await appWith(...files) })).rejects.toThrow(said);
});
