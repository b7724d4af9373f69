import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { runToEnd } from "../child-process.mjs";
import { root } from "../paths.mjs";
import { Refusal, say } from "../say.mjs";
import { npmCommand } from "./npm-command.mjs";

/** Even with NODE_ENV=production: nothing can be built without the development packages. */
const install = ["ci", "--include=dev"];

/** Runs `npm ci` if node_modules is missing or was installed from another lock file. */
export async function prepareNodePackages() {
  if (await installedMatchesLock()) return;
  say("installing the node packages (npm ci)");
  const { command, args, options } = npmCommand(install);
  const code = await runToEnd(command, args, { ...options, cwd: root });
  if (code !== 0) throw new Refusal("The node packages could not be installed.", "See npm's message above.");
}

/** Compares with node_modules/.package-lock.json, in which npm notes the installed packages and hashes. */
async function installedMatchesLock() {
  const written = path.join(root, "node_modules", ".package-lock.json");
  if (!existsSync(written)) return false;
  const wanted = JSON.parse(await readFile(path.join(root, "package-lock.json"), "utf8")).packages;
  const installed = JSON.parse(await readFile(written, "utf8")).packages;
  return Object.entries(wanted).every(
    ([name, entry]) =>
      name === "" || installed[name]?.integrity === entry.integrity || isForAnotherSystem(entry, installed[name]),
  );
}

/** @param {{ optional?: boolean }} wanted @param {unknown} installed */
function isForAnotherSystem(wanted, installed) {
  return wanted.optional === true && installed === undefined;
}
