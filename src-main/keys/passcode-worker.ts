// A thread for one derivation (derive-in-worker.ts). Built as a separate file that shares no code with main.
import { scryptSync } from "node:crypto";
import { parentPort, workerData } from "node:worker_threads";
import type { DerivationJob } from "./derive-in-worker.ts";

const { passcode, salt, length, options } = workerData as DerivationJob;
let derived: Uint8Array | undefined;
try {
  derived = scryptSync(passcode, salt, length, options);
  const answer = Uint8Array.from(derived);
  parentPort?.postMessage(answer, [answer.buffer]);
} finally {
  passcode.fill(0);
  derived?.fill(0);
}
