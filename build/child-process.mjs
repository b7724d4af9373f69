import { spawn } from "node:child_process";
import { once } from "node:events";
import { constants } from "node:os";

/**
 * Runs a command on our terminal and returns its exit code (128 + signal if it was killed). Passes a stop signal (Ctrl+C,
 * SIGTERM) on, and waits for the child to end.
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

/** The exit code after a signal, as in shells. @param {NodeJS.Signals} signal */
export function codeOfSignal(signal) {
  return 128 + constants.signals[signal];
}

/**
 * Runs a command quietly and returns its output; throws with that output if it fails.
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
 * Calls back on stop signals until released, instead of ending this process.
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
 * Asks a child to end, and kills it after `patienceMs`.
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
