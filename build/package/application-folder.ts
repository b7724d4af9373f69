import { chmod, readdir, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import type { AfterPackContext, Configuration } from "electron-builder";
import { licencesFile } from "../licences/licences-plugin.ts";
import { root } from "../paths.mjs";
import { builderConfiguration } from "./builder-configuration.ts";
import { setFuses } from "./fuses.ts";
import { launcher } from "./linux/launcher.ts";
import type { PackageIdentity } from "./package-identity.ts";
import { stageApp, usesTokens } from "./stage-app.ts";

type Builder = typeof import("electron-builder");

/** What only the folder `electron` of a development machine has: it starts any app that it is given. */
const notShipped = ["resources/default_app.asar", "fallback-version"];

/**
 * Makes the application with electron-builder: on Linux a folder, on Windows and macOS the installers too.
 * @param from the built release, Electron's files and their version
 * @param output a folder, which is emptied
 * @returns the application's folder, on Linux; otherwise where the installers are
 */
export async function makeApplication(
  identity: PackageIdentity,
  from: {
    readonly release: string;
    readonly electron: { readonly folder: string; readonly version: string };
    readonly forTests: boolean;
    readonly isDriven: boolean;
  },
  output: string,
): Promise<string> {
  await rm(output, { recursive: true, force: true });
  const app = path.join(output, "app");
  await stageApp(identity, from.release, app);
  const builder: Builder = await import("electron-builder");
  const places = { app, licences: path.join(from.release, licencesFile), electron: from.electron, output };
  const afterPack = (context: AfterPackContext) => finish(context, identity, from.isDriven);
  const kind = { forTests: from.forTests, usesTokens: usesTokens(from.release) };
  const config: Configuration = builderConfiguration(identity, places, afterPack, kind);
  const { platform, target } = targetOf(builder);
  await builder.build({
    projectDir: root,
    targets: platform.createTarget(target, builder.archFromString(process.arch)),
    config,
    publish: "never",
  });
  if (process.platform !== "linux") return output;
  const [made = ""] = (await readdir(output)).filter((name) => /^linux-.*unpacked$/.test(name));
  const folder = path.join(output, identity.name);
  await rename(path.join(output, made), folder);
  for (const name of await readdir(output))
    if (name !== identity.name) await rm(path.join(output, name), { recursive: true });
  return folder;
}

/** Packages can be made for the system that makes them. */
function targetOf({ Platform }: Builder) {
  if (process.platform === "darwin") return { platform: Platform.MAC, target: ["dmg", "zip"] };
  if (process.platform === "win32") return { platform: Platform.WINDOWS, target: "nsis" };
  return { platform: Platform.LINUX, target: "dir" };
}

/** Once everything is in its place, and before anything is signed. */
async function finish(
  { appOutDir, electronPlatformName, packager }: AfterPackContext,
  identity: PackageIdentity,
  isDriven: boolean,
): Promise<void> {
  for (const name of notShipped) await rm(path.join(appOutDir, name), { force: true });
  if (electronPlatformName === "darwin") {
    await setFuses(path.join(appOutDir, `${packager.appInfo.productFilename}.app`), isDriven);
  } else if (electronPlatformName === "win32") {
    await setFuses(path.join(appOutDir, `${identity.name}.exe`), isDriven);
  } else {
    await setFuses(path.join(appOutDir, identity.name), isDriven);
    await writeFile(path.join(appOutDir, launcher.nameOf(identity)), launcher.textOf(identity));
    await setModes(appOutDir, identity);
  }
}

/** Whatever the builder's umask: everybody may read, and only programs are to be run (Debian Policy 10.9). */
async function setModes(folder: string, identity: PackageIdentity): Promise<void> {
  const programs = [identity.name, launcher.nameOf(identity), "chrome-sandbox", "chrome_crashpad_handler"];
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const isProgram = entry.parentPath === folder && programs.includes(entry.name);
    await chmod(path.join(entry.parentPath, entry.name), entry.isDirectory() || isProgram ? 0o755 : 0o644);
  }
  await chmod(folder, 0o755);
}
