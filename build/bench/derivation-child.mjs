// Runs in Electron: times the built worker of the passcode's derivation, and `crypto.scryptSync` in a worker as short-lived, in turns. Called by
// derivations.ts with the worker's file and how many rounds.
import { Buffer } from "node:buffer";
import process from "node:process";
import { Worker } from "node:worker_threads";

const options = { N: 2 ** 17, r: 8, p: 1, maxmem: 2 ** 28 };
const byCrypto = `
  const { scryptSync } = require("node:crypto");
  const { parentPort, workerData: { passcode, salt, length, options } } = require("node:worker_threads");
  parentPort.postMessage({ derived: Uint8Array.from(scryptSync(passcode, salt, length, options)) });
`;

/**
 * From the start of a worker until it has ended.
 * @param {string} code @param {boolean} isText
 * @returns {Promise<{ ms: number, cpuMs: number, key: string, isSlow: boolean | undefined }>}
 */
async function time(code, isText) {
  const passcode = new TextEncoder().encode("Rain on 7 roofs");
  const workerData = { passcode, salt: new Uint8Array(16).fill(7), length: 32, options };
  const [begun, cpu] = [performance.now(), process.cpuUsage()];
  const worker = new Worker(code, { workerData, eval: isText });
  const { derived, isSlow } = await new Promise((resolve, reject) =>
    worker.once("message", resolve).once("error", reject),
  );
  await worker.terminate();
  const { user, system } = process.cpuUsage(cpu);
  const key = Buffer.from(derived).toString("hex");
  return { ms: performance.now() - begun, cpuMs: (user + system) / 1000, key, isSlow };
}

const [file = "", rounds] = process.argv.slice(2);
for (let round = 0; round < Number(rounds); round += 1) {
  const ours = await time(file, false);
  const theirs = await time(byCrypto, true);
  if (ours.key !== theirs.key || ours.isSlow) throw new Error("not the same key, or not by WebAssembly");
  const line = { ms: ours.ms, cpuMs: ours.cpuMs, cryptoMs: theirs.ms, cryptoCpuMs: theirs.cpuMs };
  process.stdout.write(`${JSON.stringify(line)}\n`);
}
