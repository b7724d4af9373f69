import { closeSync, constants, fstatSync, openSync, readSync } from "node:fs";

const LARGEST = 4096;

/** Without waiting for a writer, where it is a pipe, or for a device; Windows has neither in a folder, nor the flags. */
const READ_AT_ONCE = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOCTTY ?? 0);

/**
 * Reads a small file of ours, whole. Never blocks: it reads only an ordinary file, and no more than we write.
 * Synchronous, because some of it decides what has to be done before Electron is ready.
 * @throws the system's error; an Error of ours where it is no file, is larger than anything that we write, or is no text
 */
export function readSmallFile(file: string): string {
  const descriptor = openSync(file, READ_AT_ONCE);
  try {
    if (!fstatSync(descriptor).isFile()) throw new Error("not a file");
    const bytes = new Uint8Array(LARGEST + 1);
    let length = 0;
    for (let more = -1; more !== 0 && length < bytes.length; length += more) {
      more = readSync(descriptor, bytes, length, bytes.length - length, null);
    }
    if (length > LARGEST) throw new Error("too large");
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes.subarray(0, length));
  } finally {
    closeSync(descriptor);
  }
}

/** The same file as JSON; undefined where it is missing or not that: every reader has something to go on with. */
export function readSmallJson(file: string): unknown {
  try {
    return JSON.parse(readSmallFile(file));
  } catch {
    return undefined;
  }
}
