import { fork } from "node:child_process";
import path from "node:path";

/** @type {import("node:child_process").ChildProcess | undefined} */
let watchdog;

/**
 * Ends a child when this process ends, even by `kill -9`. For programs that, unlike our servers, do not notice the end of an
 * IPC channel themselves.
 * @param {import("node:child_process").ChildProcess} child
 */
export function endWithParent(child) {
  if (child.pid === undefined) return; // it did not start
  const { pid } = child;
  if (watchdog === undefined) {
    // Detached, because Ctrl+C in the terminal must not end the watchdog before its processes.
    watchdog = fork(path.join(import.meta.dirname, "parent-watchdog.mjs"), { detached: true, execArgv: [] });
    watchdog.unref();
    watchdog.channel?.unref();
  }
  watchdog.send({ pid, runs: true });
  child.once("exit", () => watchdog?.connected && watchdog.send({ pid, runs: false }));
}
