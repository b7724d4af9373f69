import { fork } from "node:child_process";
import path from "node:path";

/** @type {import("node:child_process").ChildProcess | undefined} */
let watchdog;

/**
 * Has a child ended when this process is gone, however it ends: after `kill -9` nobody else would. For programs that cannot be
 * given a channel whose end they would notice themselves, as our servers do.
 * @param {import("node:child_process").ChildProcess} child
 */
export function endWithParent(child) {
  if (child.pid === undefined) return; // it did not start
  const { pid } = child;
  if (watchdog === undefined) {
    // Detached: a Ctrl+C in the terminal is for the processes whose end this one waits for.
    watchdog = fork(path.join(import.meta.dirname, "parent-watchdog.mjs"), { detached: true, execArgv: [] });
    watchdog.unref();
    watchdog.channel?.unref();
  }
  watchdog.send({ pid, runs: true });
  child.once("exit", () => watchdog?.connected && watchdog.send({ pid, runs: false }));
}
