import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { outputOf } from "../../build/child-process.mjs";
import { out, root } from "../../build/paths.mjs";

/** The app for cardholders, built for one test. */
export interface MadeRelease {
  /** What Electron is started with. */
  readonly folder: string;
  readonly remove: () => Promise<void>;
}

/**
 * Builds a release for a partner in a folder of its own.
 * @param profile as `build/partner.json`, or the file of one
 * @param mode `release-driven` is one that Playwright can drive (docs/testing.md#a-release-under-test); `release-for-tests` says so in its name
 * @throws Error with what the build said
 */
export async function makeRelease(
  profile: Readonly<Record<string, unknown>> | string,
  mode: "release-driven" | "release-for-tests" | "release-for-tests-driven" = "release-driven",
): Promise<MadeRelease> {
  await mkdir(out, { recursive: true });
  const folder = await mkdtemp(path.join(out, "release-")); // in the clone, so that main finds its packages
  const profileFile = typeof profile === "string" ? profile : path.join(folder, "partner.json");
  if (typeof profile !== "string") await writeFile(profileFile, JSON.stringify(profile));
  const env = { ...process.env, NODE_ENV: "production", NODE_OPTIONS: "", CARDBOUND_PROFILE: profileFile };
  const run = (script: string, ...args: string[]) =>
    outputOf(process.execPath, [path.join(root, "node_modules", script), "build", ...args], { cwd: root, env });
  // electron-vite writes beside the configuration that it reads, and the tests may write into out/ alone.
  await run("vite/bin/vite.js", "--ssr", "electron.vite.config.ts", "--outDir", folder, "--emptyOutDir", "false");
  const config = path.join(folder, "electron.vite.config.js");
  await run("electron-vite/bin/electron-vite.js", "--config", config, "--mode", mode, "--outDir", folder);
  const { name, productName, version, type } = JSON.parse(await readFile(path.join(root, "package.json"), "utf8"));
  const own = { name, productName, version, type, main: "main/index.js" };
  await writeFile(path.join(folder, "package.json"), JSON.stringify(own));
  return { folder, remove: () => rm(folder, { recursive: true, force: true, maxRetries: 5 }) };
}
