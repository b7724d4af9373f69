// A thread for one derivation (derive-in-worker.ts). Built as a separate file that shares no code with main.
import { scryptSync } from "node:crypto";
import { parentPort, workerData } from "node:worker_threads";
import type { DerivationAnswer, DerivationJob } from "./derive-in-worker.ts";
import { scryptByWasm } from "./scrypt-by-wasm.ts";

const job = workerData as DerivationJob;
let derived: Uint8Array | undefined;
try {
  const quick = scryptByWasm(job);
  derived = quick ?? scryptSync(job.passcode, job.salt, job.length, job.options);
  const answer: DerivationAnswer = { derived: Uint8Array.from(derived), isSlow: quick === null };
  job.passcode.fill(0); // before main hears of it, which ends this thread at once
  derived.fill(0);
  parentPort?.postMessage(answer, [answer.derived.buffer]);
} finally {
  job.passcode.fill(0);
  derived?.fill(0);
}
