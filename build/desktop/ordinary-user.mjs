import { execFileSync } from "node:child_process";
import { chownSync, existsSync, mkdirSync } from "node:fs";
import path from "node:path";
import { outputOf, runToEnd } from "../child-process.mjs";
import { endWithParent } from "../end-with-parent.mjs";
import { out, root } from "../paths.mjs";
import { Refusal, say } from "../say.mjs";

/** Chromium's sandbox needs an ordinary user, so a task started by root continues as this one. */
const user = { name: "cardbound", home: "/var/lib/cardbound" };

/** Where the clone and Node are mounted for that user if it cannot enter their folders (such as root's home). */
const mounts = "/run/cardbound";

/** True for root on Linux. */
export function mustChangeUser() {
  return process.platform === "linux" && process.getuid?.() === 0;
}

/**
 * Restarts this program as the ordinary user, in a clean environment, and returns its exit code.
 * @param {string[]} args
 * @param {Record<string, string>} more environment variables to pass on
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
 * The same in its own mount namespace, where the clone and Node are also mounted where the user can enter.
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
  return runToEnd("unshare", ["--mount", ...command], behind, endWithParent); // each command execs the next, so it is one process
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

/**
 * Gives generated files to the user who will generate them. @param {string} folder @param {number} uid @param {number} gid
 */
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

/** Drops root's session (bus, runtime folder, display cookie, npm settings), which is not this user's. */
function environmentOf() {
  const own = Object.entries(process.env).filter(
    ([name]) => !/^(XDG_|DBUS_|npm_|NODE_|XAUTHORITY$|SUDO_|DISPLAY$|WAYLAND_DISPLAY$)/.test(name),
  );
  return { ...Object.fromEntries(own), HOME: user.home, USER: user.name, LOGNAME: user.name, SHELL: "/bin/sh" };
}
