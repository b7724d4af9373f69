import { Worker } from "node:worker_threads";
import { DERIVED_KEY_BYTES, type DeriveKey, MOST_MEMORY_BYTES } from "./key-wrapping.ts";

/** What passcode-worker.ts is started with. */
export interface DerivationJob {
  /** Its own memory, moved to the worker: nothing stays behind. */
  readonly passcode: Uint8Array<ArrayBuffer>;
  readonly salt: Uint8Array;
  readonly length: number;
  readonly options: { readonly N: number; readonly r: number; readonly p: number; readonly maxmem: number };
}

/**
 * Derives keys in a worker, one for each: scrypt takes long, and Electron's main loop stands still for an asynchronous
 * `crypto.scrypt` as it does for a synchronous one (measured). The worker ends with its answer, and its memory with it.
 * @param workerFile the built passcode-worker.ts
 */
export function deriveInWorker(workerFile: string): DeriveKey {
  return async (passcode, { salt, N, r, p }) => {
    const own = new Uint8Array(new ArrayBuffer(passcode.length));
    own.set(passcode);
    const options = { N, r, p, maxmem: MOST_MEMORY_BYTES };
    const job: DerivationJob = { passcode: own, salt: Uint8Array.from(salt), length: DERIVED_KEY_BYTES, options };
    let worker: Worker | undefined;
    try {
      worker = new Worker(workerFile, { workerData: job, transferList: [own.buffer] });
      return await answerOf(worker);
    } finally {
      if (own.length > 0) own.fill(0); // it was not moved
      await worker?.terminate();
    }
  };
}

/** Whatever becomes of the worker, this settles. */
function answerOf(worker: Worker): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    worker.once("message", (derived: unknown) => {
      if (derived instanceof Uint8Array && derived.length === DERIVED_KEY_BYTES) resolve(derived);
      else reject(new Error("not a derived key"));
    });
    worker.on("error", reject);
    worker.on("messageerror", reject);
    worker.on("exit", () => reject(new Error("the passcode's worker ended without an answer")));
  });
}
