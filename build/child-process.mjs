import { spawn } from "node:child_process";
import { once } from "node:events";
import { constants } from "node:os";

/**
 * Runs a command to its end with our terminal and answers its exit code (128 + signal when it was killed).
 * A stop asked of us (Ctrl+C, SIGTERM) is passed on, and we wait for the child to have stopped.
 * @param {string} command
 * @param {string[]} args
 * @param {import("node:child_process").SpawnOptions} [options]
 * @param {(child: import("node:child_process").ChildProcess) => void} [onStart]
 * @returns {Promise<number>}
 */
export async function runToEnd(command, args, options = {}, onStart = () => undefined) {
  const child = spawn(command, args, { stdio: "inherit", ...options });
  onStart(child);
  const release = passSignalsOn((signal) => child.kill(signal));
  try {
    const [code, signal] = await once(child, "exit");
    return code ?? codeOfSignal(signal);
  } finally {
    release();
  }
}

/** The exit code of what a signal has ended, as shells have it. @param {NodeJS.Signals} signal */
export function codeOfSignal(signal) {
  return 128 + constants.signals[signal];
}

/**
 * Runs a command quietly and answers what it printed; throws with its output when it fails.
 * @param {string} command
 * @param {string[]} args
 * @param {import("node:child_process").SpawnOptions} [options]
 * @returns {Promise<string>}
 */
export async function outputOf(command, args, options = {}) {
  const child = spawn(command, args, { ...options, stdio: ["ignore", "pipe", "pipe"] });
  let stdout = "";
  let stderr = "";
  child.stdout.on("data", (/** @type {Buffer} */ chunk) => {
    stdout += chunk;
  });
  child.stderr.on("data", (/** @type {Buffer} */ chunk) => {
    stderr += chunk;
  });
  const [code] = await once(child, "close");
  if (code !== 0) throw new Error(`${command} ${args.join(" ")} ended with ${code}:\n${stderr || stdout}`);
  return stdout;
}

/**
 * Calls back for a stop asked of this process until released; the process itself goes on.
 * @param {(signal: NodeJS.Signals) => void} onSignal
 * @returns {() => void}
 */
export function passSignalsOn(onSignal) {
  /** @type {NodeJS.Signals[]} */
  const signals = ["SIGINT", "SIGTERM", "SIGHUP"];
  for (const signal of signals) process.on(signal, onSignal);
  return () => {
    for (const signal of signals) process.off(signal, onSignal);
  };
}

/**
 * Ends a child politely, and for good when it does not follow within `patienceMs`.
 * @param {import("node:child_process").ChildProcess} child
 * @param {number} [patienceMs]
 */
export async function stopChild(child, patienceMs = 5_000) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, "exit");
  child.kill("SIGTERM");
  const kill = setTimeout(() => child.kill("SIGKILL"), patienceMs);
  await exited;
  clearTimeout(kill);
}
