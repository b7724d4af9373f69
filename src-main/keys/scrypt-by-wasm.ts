import { pbkdf2Sync } from "node:crypto";
import type { DerivationJob } from "./derive-in-worker.ts";
import { scryptMixBinary } from "./scrypt-mix-binary.ts";

/** What scrypt-mix.wat exports. */
interface Mixer {
  readonly memory: { readonly buffer: ArrayBuffer; grow(pages: number): number };
  readonly mix: (r: number, n: number) => void;
}

/** The part of WebAssembly's JavaScript interface that is needed here: TypeScript knows it with the DOM alone. */
declare const WebAssembly: {
  readonly Module: new (binary: Uint8Array) => object;
  readonly Instance: new (module: object) => { readonly exports: unknown };
};

/** The passcode is the caller's to wipe. */
type Job = Omit<DerivationJob, "passcode"> & { readonly passcode: Uint8Array };

const PAGE_BYTES = 65_536;
/** X, Y, an odd element of V and zeros: see scrypt-mix.wat. */
const BLOCKS_BESIDE_V = 4;

/**
 * scrypt (RFC 7914 §6) by WebAssembly with vectors, in less than half the time that Electron's `crypto.scryptSync` takes, and
 * in half the memory (docs/decisions/0018-scrypt-by-wasm.md). Wipes all that it has worked with.
 * @returns null if this computer cannot run it: without WebAssembly, vectors or that much memory. Nothing was derived.
 * @throws RangeError for parameters that scrypt does not have, or that want more memory than `maxmem`
 */
export function scryptByWasm({ passcode, salt, length, options }: Job): Uint8Array | null {
  const { N, r, p, maxmem } = options;
  const isPowerOfTwo = N >= 2 && Number.isInteger(Math.log2(N));
  if (!isPowerOfTwo || N >= 2 ** (16 * r) || r < 1 || p < 1 || 128 * r * (N + p + 2) > maxmem)
    throw new RangeError("not scrypt's parameters");
  const blockBytes = 128 * r;
  const mixer = openMixer(blockBytes * (N / 2 + BLOCKS_BESIDE_V));
  if (mixer === null) return null;
  const memory = mixer.memory.buffer;
  const lanes = new Uint8Array(blockBytes * p);
  try {
    fillWithPbkdf2(lanes, passcode, salt);
    const [input, output] = [new Uint32Array(memory), new Uint32Array(memory, blockBytes * (N / 2))];
    for (let at = 0; at < lanes.length; at += blockBytes) {
      const lane = new Uint32Array(lanes.buffer, at, blockBytes / 4);
      for (let word = 0; word < lane.length; word++) input[word] = lane[onDiagonals(word)] ?? 0;
      mixer.mix(r, N);
      for (let word = 0; word < lane.length; word++) lane[onDiagonals(word)] = output[word] ?? 0;
    }
    const derived = new Uint8Array(length);
    fillWithPbkdf2(derived, passcode, lanes);
    return derived;
  } finally {
    lanes.fill(0);
    new Uint8Array(memory).fill(0); // as much as a copy of the passcode for somebody who guesses: it tests a guess at once
  }
}

/** In the order in which scrypt-mix.wat keeps the words of a block of Salsa20: where in the RFC's order a word stands. */
const onDiagonals = (word: number) => word - (word % 16) + ((5 * word) % 16);

/** PBKDF2-HMAC-SHA-256 with one iteration, into memory that the caller can wipe. */
function fillWithPbkdf2(target: Uint8Array, passcode: Uint8Array, salt: Uint8Array): void {
  const made = pbkdf2Sync(passcode, salt, 1, target.length, "sha256");
  target.set(made);
  made.fill(0);
}

/** Null for any reason: each means that this computer has to do without. */
function openMixer(bytes: number): Mixer | null {
  try {
    const module = new WebAssembly.Module(Buffer.from(scryptMixBinary, "base64"));
    const mixer = new WebAssembly.Instance(module).exports as Mixer;
    mixer.memory.grow(Math.ceil(bytes / PAGE_BYTES));
    return mixer;
  } catch {
    return null;
  }
}
