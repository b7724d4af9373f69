import { closeSync, constants, fstatSync, openSync, readSync } from "node:fs";

const LARGEST = 4096;

/** Opens without blocking on a pipe or a device. Windows has neither in folders, nor these flags. */
const READ_AT_ONCE = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOCTTY ?? 0);

/**
 * Reads one of our small files completely. Never blocks: it reads only ordinary files, and no more than we write.
 * Synchronous, because some settings are needed before Electron is ready.
 * @throws the system's error; our own Error if it is not an ordinary file, is larger than anything that we write, or is not
 *   text
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

/** The file as JSON; undefined if it is missing or not JSON: every reader has a default. */
export function readSmallJson(file: string): unknown {
  try {
    return JSON.parse(readSmallFile(file));
  } catch {
    return undefined;
  }
}
