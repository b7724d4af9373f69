import { Worker } from "node:worker_threads";
import { log } from "../log.ts";
import { DERIVED_KEY_BYTES, type DeriveKey, MOST_MEMORY_BYTES } from "./key-wrapping.ts";

/** What passcode-worker.ts is started with. */
export interface DerivationJob {
  /** Has its own memory, which moves to the worker and leaves no copy. */
  readonly passcode: Uint8Array<ArrayBuffer>;
  readonly salt: Uint8Array;
  readonly length: number;
  readonly options: { readonly N: number; readonly r: number; readonly p: number; readonly maxmem: number };
}

/** What passcode-worker.ts answers. */
export interface DerivationAnswer {
  /** Has its own memory, which moves to main and leaves no copy. */
  readonly derived: Uint8Array<ArrayBuffer>;
  /** Whether it had to be done by `crypto.scryptSync`. */
  readonly isSlow: boolean;
}

/**
 * Derives each key in a worker of its own: scrypt takes long, and even an asynchronous `crypto.scrypt` blocks Electron's
 * main loop (measured). The worker, and its memory, end with the answer. Where it has no WebAssembly it takes Electron's own
 * scrypt, with the same result in twice the time: a cardholder who cannot change a PIN would be worse off. The log says so.
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
      if (own.length > 0) own.fill(0); // only if it was not moved
      await worker?.terminate();
    }
  };
}

/** Settles however the worker ends. */
function answerOf(worker: Worker): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    worker.once("message", (answer: Partial<DerivationAnswer> | null) => {
      const { derived, isSlow } = answer ?? {};
      if (!(derived instanceof Uint8Array) || derived.length !== DERIVED_KEY_BYTES) {
        return reject(new Error("not a derived key"));
      }
      if (isSlow) log({ event: "passcode_derived_slowly" });
      resolve(derived);
    });
    worker.on("error", reject);
    worker.on("messageerror", reject);
    worker.on("exit", () => reject(new Error("the passcode's worker ended without an answer")));
  });
}
