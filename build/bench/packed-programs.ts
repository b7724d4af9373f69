import { copyFile, cp, mkdir, readdir, rename, rm, symlink, writeFile } from "node:fs/promises";
import path from "node:path";
import { createPackage } from "@electron/asar";
import { build } from "vite";
import { electronFloor } from "../electron-floor.ts";
import { setFuses } from "../package/fuses.ts";
import type { PackageIdentity } from "../package/package-identity.ts";
import { stageApp } from "../package/stage-app.ts";
import { out, root } from "../paths.mjs";
import { installedElectron } from "../prepare/electron-runtime.mjs";

/** `empty`: a window. `floor`: our page and our protection, and no program (floor-main.ts). `ours`: the release. */
export const programNames = ["empty", "floor", "ours"] as const;
export type ProgramName = (typeof programNames)[number];

/** One Electron that runs each program from its archive. */
export interface PackedPrograms {
  /** Where a program's archive is now. */
  readonly archiveOf: (name: ProgramName) => string;
  /** Puts a program where Electron looks for it. @returns what to start */
  readonly choose: (name: ProgramName) => Promise<string>;
}

/**
 * Lays out what a package installs (build/package/application-folder.ts): Electron under another name, with our fuses, and the archive of the
 * release. Beside it, the archives of two programs that open a window of the same size, with the same Electron.
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
  await buildFloor(path.join(folder, "floor"));
  await writeEmptyProgram(path.join(folder, "empty"), size);
  const archiveAt = (name: ProgramName) => path.join(folder, `${name}.asar`);
  for (const name of programNames) await createPackage(path.join(folder, name), archiveAt(name));
  const place = path.join(program, "resources", "app.asar");
  let chosen: ProgramName | null = null;
  return {
    archiveOf: (name) => (name === chosen ? place : archiveAt(name)),
    async choose(name) {
      if (chosen !== null && chosen !== name) await rename(place, archiveAt(chosen));
      if (chosen !== name) await rename(archiveAt(name), place);
      chosen = name;
      return executable;
    },
  };
}

/** Builds floor-main.ts as a release is built, and lays the release's page and preload beside it. */
async function buildFloor(folder: string): Promise<void> {
  await build({
    configFile: false,
    root,
    logLevel: "warn",
    define: {
      __RELEASE__: "true",
      __SWITCHES_OF_TESTS__: "[]",
      __DEVELOPMENT_SERVER__: '""',
      __ELECTRON_FLOOR__: JSON.stringify(electronFloor(root)),
      __PRODUCT_NAME__: '"Floor"',
    },
    build: {
      ssr: path.join(import.meta.dirname, "floor-main.ts"),
      outDir: path.join(folder, "out/main"),
      target: "node20.18",
      minify: true,
      rollupOptions: { external: ["electron"], output: { entryFileNames: "index.js" } },
    },
  });
  const release = path.join(out, "release");
  for (const part of ["preload", "renderer"])
    await cp(path.join(release, part), path.join(folder, "out", part), { recursive: true });
  await copyFile(path.join(release, "main/icon.png"), path.join(folder, "out/main/icon.png"));
  const manifest = { name: "floor", version: "1.0.0", type: "module", main: "out/main/index.js" };
  await writeFile(path.join(folder, "package.json"), JSON.stringify(manifest));
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
