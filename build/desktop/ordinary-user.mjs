import { execFileSync } from "node:child_process";
import { chownSync, existsSync, mkdirSync } from "node:fs";
import path from "node:path";
import { outputOf, runToEnd } from "../child-process.mjs";
import { endWithParent } from "../end-with-parent.mjs";
import { out, root } from "../paths.mjs";
import { Refusal, say } from "../say.mjs";

/** Chromium keeps its sandbox only for ordinary users, so a task that root starts goes on as this one. */
const user = { name: "cardbound", home: "/var/lib/cardbound" };

/** Where the clone and Node stand for that user when their own places are closed to it (root's home, say). */
const mounts = "/run/cardbound";

/** True for root on Linux. */
export function mustChangeUser() {
  return process.platform === "linux" && process.getuid?.() === 0;
}

/**
 * Starts this program again as the ordinary user, in an environment of its own, and answers its exit code.
 * @param {string[]} args
 * @param {Record<string, string>} more environment to hand on
 * @returns {Promise<number>}
 */
export async function enterAsOrdinaryUser(args, more) {
  const { uid, gid } = await provideUser();
  handOver(out, uid, gid);
  say(`root started this: going on as the user "${user.name}", so that Chromium's sandbox stays on`);
  const become = ["setpriv", `--reuid=${uid}`, `--regid=${gid}`, "--init-groups"];
  const env = { ...environmentOf(), ...more };
  const node = process.execPath;
  if (canEnter(become, root) && canEnter(become, node)) {
    const command = [...become.slice(1), node, path.join(root, "build/run.mjs"), ...args];
    return runToEnd(become[0] ?? "", command, { cwd: root, env }, endWithParent);
  }
  return runBehindMounts(become, args, env);
}

/**
 * The same in a mount namespace of its own, in which clone and Node also stand where the user can enter.
 * @param {string[]} become @param {string[]} args @param {NodeJS.ProcessEnv} env
 */
async function runBehindMounts(become, args, env) {
  const nodeFolder = path.dirname(path.dirname(process.execPath));
  mkdirSync(`${mounts}/clone`, { recursive: true });
  mkdirSync(`${mounts}/node`, { recursive: true });
  const script = [
    `mount --bind "$1" ${mounts}/clone`,
    `mount --bind "$2" ${mounts}/node`,
    `cd ${mounts}/clone`,
    "shift 2",
    'exec "$@"',
  ].join(" && ");
  const node = `${mounts}/node/bin/${path.basename(process.execPath)}`;
  const inside = ["sh", "-c", script, "sh", root, nodeFolder];
  try {
    execFileSync("unshare", ["--mount", ...inside, ...become, "test", "-r", `${mounts}/clone/package.json`]);
  } catch (cause) {
    throw new Refusal(
      `The user "${user.name}" cannot enter ${root}.`,
      `Move the clone to a place that every user can read, such as /srv. (${/** @type {Error} */ (cause).message.split("\n")[0]})`,
    );
  }
  const command = [...inside, ...become, node, `${mounts}/clone/build/run.mjs`, ...args];
  const behind = { env: { ...env, PATH: `${mounts}/node/bin:${env.PATH}` } };
  return runToEnd("unshare", ["--mount", ...command], behind, endWithParent); // each of them becomes the next: one process
}

async function provideUser() {
  try {
    execFileSync("getent", ["passwd", user.name], { stdio: "ignore" });
  } catch {
    say(`adding the user "${user.name}" (home ${user.home})`);
    const options = [
      "--system",
      "--user-group",
      "--create-home",
      "--home-dir",
      user.home,
      "--shell",
      "/usr/sbin/nologin",
    ];
    await outputOf("useradd", [...options, user.name]);
  }
  const number = async (/** @type {string} */ flag) => Number(await outputOf("id", [flag, user.name]));
  return { uid: await number("-u"), gid: await number("-g") };
}

/** Generated files belong to the user who generates them. @param {string} folder @param {number} uid @param {number} gid */
function handOver(folder, uid, gid) {
  if (!existsSync(folder)) mkdirSync(folder);
  chownSync(folder, uid, gid);
  execFileSync("chown", ["-R", `${uid}:${gid}`, folder]);
}

/** @param {string[]} become @param {string} place */
function canEnter(become, place) {
  try {
    execFileSync(become[0] ?? "", [...become.slice(1), "test", "-r", place], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

/** Root's session (bus, run-time folder, display cookie, npm's settings) is not this user's. */
function environmentOf() {
  const own = Object.entries(process.env).filter(
    ([name]) => !/^(XDG_|DBUS_|npm_|NODE_|XAUTHORITY$|SUDO_|DISPLAY$|WAYLAND_DISPLAY$)/.test(name),
  );
  return { ...Object.fromEntries(own), HOME: user.home, USER: user.name, LOGNAME: user.name, SHELL: "/bin/sh" };
}
