import { copyFile, mkdir, readdir, rename, rm, symlink, writeFile } from "node:fs/promises";
import path from "node:path";
import { createPackage } from "@electron/asar";
import { setFuses } from "../package/fuses.ts";
import type { PackageIdentity } from "../package/package-identity.ts";
import { stageApp } from "../package/stage-app.ts";
import { out } from "../paths.mjs";
import { installedElectron } from "../prepare/electron-runtime.mjs";

export type ProgramName = "empty" | "ours";

/** One Electron that runs either program, each from its archive. */
export interface PackedPrograms {
  /** Where a program's archive is now. */
  readonly archiveOf: (name: ProgramName) => string;
  /** Puts a program where Electron looks for it. @returns what to start */
  readonly choose: (name: ProgramName) => Promise<string>;
}

/**
 * Lays out what a package installs (build/package/application-folder.ts): Electron under another name, with our fuses, and the archive of the
 * release. Beside it, the archive of a program that only opens a window, of the same size, with the same Electron.
 */
export async function packPrograms(
  identity: PackageIdentity,
  size: { readonly width: number; readonly height: number },
): Promise<PackedPrograms> {
  const electron = await installedElectron();
  if (electron === undefined) throw new Error("no Electron is installed");
  const folder = path.join(out, "bench");
  await rm(folder, { recursive: true, force: true });
  const program = path.join(folder, "program");
  await mkdir(path.join(program, "resources"), { recursive: true });
  const from = path.dirname(electron.executable);
  for (const name of await readdir(from)) {
    if (name === path.basename(electron.executable) || name === "resources") continue;
    await symlink(path.join(from, name), path.join(program, name));
  }
  const executable = path.join(program, identity.name);
  await copyFile(electron.executable, executable);
  await setFuses(executable, false);

  await stageApp(identity, path.join(out, "release"), path.join(folder, "ours"));
  await writeEmptyProgram(path.join(folder, "empty"), size);
  const archives = { empty: path.join(folder, "empty.asar"), ours: path.join(folder, "ours.asar") };
  for (const name of ["empty", "ours"] as const) await createPackage(path.join(folder, name), archives[name]);
  const place = path.join(program, "resources", "app.asar");
  let chosen: ProgramName | null = null;
  return {
    archiveOf: (name) => (name === chosen ? place : archives[name]),
    async choose(name) {
      if (chosen !== null && chosen !== name) await rename(place, archives[chosen]);
      if (chosen !== name) await rename(archives[name], place);
      chosen = name;
      return executable;
    },
  };
}

/** The window of Electron's own quick start, with a heading, so that it can be seen. */
async function writeEmptyProgram(folder: string, { width, height }: { width: number; height: number }): Promise<void> {
  await mkdir(folder, { recursive: true });
  const files = {
    "package.json": JSON.stringify({ name: "empty-window", version: "1.0.0", main: "main.js" }),
    // A page of its own: with our fuses, file: reaches nothing in an archive. In a colour, or nobody could tell when it is drawn: the window is white.
    "main.js": `const { app, BrowserWindow } = require("electron");
const page = "data:text/html,<title>Empty</title><body bgcolor=teal><h1>Empty</h1>";
app.whenReady().then(() => new BrowserWindow({ width: ${width}, height: ${height} }).loadURL(page));
app.on("window-all-closed", () => app.quit());
`,
  };
  for (const [name, text] of Object.entries(files)) await writeFile(path.join(folder, name), text);
}
