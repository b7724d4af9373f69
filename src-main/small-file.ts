import { closeSync, openSync, readSync } from "node:fs";

const LARGEST = 4096;

/**
 * A small file of ours, whole, or null: it is missing, cannot be read, or is larger than anything that we write. Synchronous,
 * because some of it decides what has to be done before Electron is ready.
 */
function readSmallFile(file: string): string | null {
  try {
    const descriptor = openSync(file, "r");
    try {
      const bytes = new Uint8Array(LARGEST + 1);
      const length = readSync(descriptor, bytes);
      return length > LARGEST ? null : new TextDecoder("utf-8", { fatal: true }).decode(bytes.subarray(0, length));
    } finally {
      closeSync(descriptor);
    }
  } catch {
    return null; // every reader has something to go on with
  }
}

/** The same file as JSON; undefined where it is not. */
export function readSmallJson(file: string): unknown {
  try {
    return JSON.parse(readSmallFile(file) ?? "");
  } catch {
    return undefined;
  }
}
