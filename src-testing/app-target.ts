import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";

/** The app under test. */
export interface AppTarget {
  /** The folder of its `package.json`, whose `main` is a development build (`npm run build` makes it in `out/`). */
  readonly folder: string;
  /** An Electron to start it with; without one the Electron that is installed for that folder. */
  readonly electron?: string;
}

/**
 * The Electron that starts an app.
 * @throws Error that says what is missing
 */
export async function electronOf({ folder, electron }: AppTarget): Promise<string> {
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
