import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { outputOf } from "../child-process.mjs";
import { root } from "../paths.mjs";
import { Refusal, say } from "../say.mjs";

const electronFolder = path.join(root, "node_modules", "electron");

/**
 * Makes sure that `require("electron")` finds an Electron: the official download of the pinned version or, with a loud
 * notice, only if that is unreachable and only on linux-x64, the fallback of electron-fallback.mjs.
 */
export async function prepareElectron() {
  if (await installedElectron()) return;
  say("downloading Electron");
  const refusal = await download();
  if (refusal === null && (await installedElectron())) return;
  say(`Electron's installer said: ${refusal ?? "nothing"}`);
  if (/checksum|sha256|integrity/i.test(refusal ?? "")) {
    throw new Refusal("The downloaded Electron does not match the pinned one.", "Do not use it; report this.");
  }
  if (process.platform !== "linux" || process.arch !== "x64") {
    throw new Refusal("Electron could not be downloaded.", "Check the network (or proxy) and start again.");
  }
  const { installFallbackElectron } = await import("./electron-fallback.mjs");
  await installFallbackElectron(electronFolder);
}

/** @returns {Promise<string | null>} the installer's error, or null if it succeeded */
async function download() {
  try {
    await outputOf(process.execPath, [path.join(electronFolder, "install.js")]);
    return null;
  } catch (error) {
    const lines = /** @type {Error} */ (error).message.split("\n");
    return lines.find((line) => /Error/.test(line))?.trim() ?? lines[0] ?? "";
  }
}

/**
 * The installed Electron's version, and whether it is the fallback; undefined if there is none. The fallback has no
 * `dist/version`, so Electron's installer does not take it for the official one.
 * @returns {Promise<{ executable: string, version: string, fallback: boolean } | undefined>}
 */
export async function installedElectron() {
  try {
    const executable = path.join(electronFolder, "dist", await readFile(path.join(electronFolder, "path.txt"), "utf8"));
    if (!existsSync(executable)) return undefined;
    const official = path.join(electronFolder, "dist", "version");
    const fallback = path.join(electronFolder, "dist", "fallback-version");
    if (existsSync(official)) return { executable, version: await readFile(official, "utf8"), fallback: false };
    return { executable, version: await readFile(fallback, "utf8"), fallback: true };
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === "ENOENT") return undefined;
    throw error;
  }
}
