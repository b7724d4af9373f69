import { spawn } from "node:child_process";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { outputOf, stopChild } from "../child-process.mjs";
import { endWithParent } from "../end-with-parent.mjs";
import { Refusal } from "../say.mjs";
import { openRuntimeFolder } from "./runtime-folder.mjs";

/**
 * Starts a session bus with a real, unlocked gnome-keyring, whose files are in `folder`.
 * @param {string} folder the keyring's home; the same folder and password give the same entries again
 * @param {string} password
 * @param {{ uid: number, gid: number, give: (folder: string) => void } | null} [owner] whom root starts them as
 * @returns {Promise<{ env: Record<string, string>, close: () => Promise<void> }>} what a program needs to find them
 */
export async function startSessionKeyring(folder, password, owner = null) {
  const runtime = await openRuntimeFolder(folder);
  for (const given of [folder, runtime.folder]) owner?.give(given);
  const as = owner === null ? {} : { uid: owner.uid, gid: owner.gid };
  // Without a display, so a locked keyring refuses instead of asking for a password that nobody can type.
  const { DISPLAY: _, WAYLAND_DISPLAY: __, ...inherited } = process.env;
  const home = { XDG_DATA_HOME: path.join(folder, "data"), XDG_RUNTIME_DIR: runtime.folder };
  const bus = spawn("dbus-daemon", ["--session", "--nofork", "--nopidfile", "--print-address=1"], {
    ...as,
    env: { ...inherited, ...home },
    stdio: ["ignore", "pipe", "ignore"],
    detached: true, // outlives Ctrl+C, because the app may still be writing entries
  });
  endWithParent(bus);
  const address = await firstLine(bus, "The session bus (dbus-daemon) did not start.").catch(async (error) => {
    await runtime.remove();
    throw error;
  });
  const env = { DBUS_SESSION_BUS_ADDRESS: address };
  const keyring = spawn("gnome-keyring-daemon", ["--foreground", "--unlock", "--components=secrets"], {
    ...as,
    env: { ...inherited, ...home, ...env },
    stdio: ["pipe", "ignore", "ignore"],
    detached: true,
  });
  endWithParent(keyring);
  keyring.stdin?.end(password);
  const close = async () => {
    await stopChild(keyring);
    await stopChild(bus);
    await runtime.remove();
  };
  try {
    await waitForSecretService({ ...as, env: { ...process.env, ...env } });
  } catch (error) {
    await close();
    throw error;
  }
  return { env, close };
}

/** @param {import("node:child_process").ChildProcess} child @param {string} complaint @returns {Promise<string>} */
function firstLine(child, complaint) {
  return new Promise((resolve, reject) => {
    const failed = () => reject(new Refusal(complaint, "Install Debian's packages dbus and gnome-keyring."));
    child.once("error", failed);
    child.once("exit", failed);
    child.stdout?.once("data", (/** @type {Buffer} */ chunk) => resolve(chunk.toString().split("\n")[0] ?? ""));
  });
}

/**
 * The keyring does not report that it is ready, but then its name has an owner on the bus.
 * @param {import("node:child_process").SpawnOptions} options
 */
async function waitForSecretService(options) {
  const ask = [
    "--session",
    "--print-reply=literal",
    "--dest=org.freedesktop.DBus",
    "/org/freedesktop/DBus",
    "org.freedesktop.DBus.NameHasOwner",
    "string:org.freedesktop.secrets",
  ];
  for (let attempt = 0; attempt < 200; attempt++) {
    const answer = await outputOf("dbus-send", ask, options);
    if (answer.includes("true")) return;
    await pause(50);
  }
  throw new Refusal(
    "The keyring (gnome-keyring-daemon) did not start.",
    "Try `gnome-keyring-daemon --foreground` by hand.",
  );
}
