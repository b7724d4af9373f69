import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import type { PackagedApp } from "./packaged-app.ts";

/** The app under test. */
export type AppTarget = DevelopmentBuild | PackagedApp;

/** An app that was built in a clone. */
export interface DevelopmentBuild {
  /** The folder of its `package.json`, whose `main` is a development build (`npm run build` makes it in `out/`). */
  readonly folder: string;
  /** An Electron to start it with; without one the Electron that is installed for that folder. */
  readonly electron?: string;
}

/**
 * The Electron that starts an app.
 * @throws Error that says what is missing
 */
export async function electronOf({ folder, electron }: DevelopmentBuild): Promise<string> {
  if (!path.isAbsolute(folder)) throw new Error(`the option "target" names no app: "${folder}" is no absolute path`);
  const manifest = path.join(folder, "package.json");
  const { main }: { main?: string } = JSON.parse(await readFile(manifest, "utf8"));
  const program = path.join(folder, main ?? "index.js");
  if (!existsSync(program)) throw new Error(`the app is not built: ${program} is not there (npm run build)`);
  if (electron !== undefined) return electron;
  const executable = await installedFor(manifest).catch(() => null);
  if (executable === null || !existsSync(executable))
    throw new Error(`Electron is not installed for the app in ${folder} (npm start installs it)`);
  return executable;
}

/** What Electron's installer has noted, which npm may not have run. @throws the system's error where nothing is noted */
async function installedFor(manifest: string): Promise<string> {
  const installed = path.dirname(createRequire(manifest).resolve("electron/package.json"));
  return path.join(installed, "dist", await readFile(path.join(installed, "path.txt"), "utf8"));
}

/** Whether the app is a package, which has its bank's addresses built in. */
export const isPackaged = (target: AppTarget): target is PackagedApp => "executable" in target;
