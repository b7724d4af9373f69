import { fork } from "node:child_process";
import path from "node:path";

/** @type {import("node:child_process").ChildProcess | undefined} */
let guard;

/**
 * Has a child ended when this process is gone, however it ends: after `kill -9` nobody else would. For programs that cannot be
 * given a channel whose end they would notice themselves, as our servers do.
 * @param {import("node:child_process").ChildProcess} child
 */
export function endWithUs(child) {
  if (child.pid === undefined) return; // it did not start
  const { pid } = child;
  if (guard === undefined) {
    // Detached: a Ctrl+C in the terminal is for the processes whose end this one waits for.
    guard = fork(path.join(import.meta.dirname, "guard.mjs"), { detached: true, execArgv: [] });
    guard.unref();
    guard.channel?.unref();
  }
  guard.send({ pid, runs: true });
  child.once("exit", () => guard?.connected && guard.send({ pid, runs: false }));
}
