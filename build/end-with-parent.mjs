import { fork } from "node:child_process";
import path from "node:path";

/** @type {import("node:child_process").ChildProcess | undefined} */
let watchdog;

/** @param {{ pid: number, runs: boolean } | { folder: string, isThere: boolean }} what */
function tellWatchdog(what) {
  if (watchdog === undefined) {
    // Detached, because Ctrl+C in the terminal must not end the watchdog before its processes.
    watchdog = fork(path.join(import.meta.dirname, "parent-watchdog.mjs"), { detached: true, execArgv: [] });
    watchdog.unref();
    watchdog.channel?.unref();
  }
  if (watchdog.connected) watchdog.send(what);
}

/**
 * Ends a child when this process ends, even by `kill -9`. For programs that, unlike our servers, do not notice the end of an
 * IPC channel themselves.
 * @param {import("node:child_process").ChildProcess} child
 */
export function endWithParent(child) {
  if (child.pid === undefined) return; // it did not start
  const { pid } = child;
  tellWatchdog({ pid, runs: true });
  child.once("exit", () => tellWatchdog({ pid, runs: false }));
}

/**
 * Removes a folder when this process ends, even by `kill -9`, once the children have ended that end with it.
 * @param {string} folder
 * @returns {() => void} for when it is removed in order
 */
export function removeWithParent(folder) {
  tellWatchdog({ folder, isThere: true });
  return () => tellWatchdog({ folder, isThere: false });
}
