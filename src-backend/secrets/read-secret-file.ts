import { closeSync, constants, fstatSync, openSync, readSync } from "node:fs";
import process from "node:process";

/** In bytes. A connection URL is the longest of them, and has some hundred. */
const LARGEST = 16 * 1024;

/** What a secret's file holds; or what is wrong with it, to follow the name of its variable, without path or content. */
export type SecretFile =
  | {
      readonly ok: true;
      readonly value: string /** Other users of this computer may read it. */;
      readonly isOpen: boolean;
    }
  | { readonly ok: false; readonly fault: string };

/**
 * Reads a file that holds a secret and nothing else. One line end after it is dropped: editors and `echo` add one. The file may
 * be a link, also one that is exchanged as Kubernetes does it: what is opened is looked at and read.
 */
export function readSecretFile(path: string): SecretFile {
  let descriptor: number | undefined;
  try {
    // Without waiting for whoever writes, if it is a pipe.
    descriptor = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    const stat = fstatSync(descriptor);
    if (!stat.isFile()) return wrong("that is none");
    const hasModes = process.platform !== "win32";
    // Whoever may write it decides which database, and whose ids, this backend has.
    if (hasModes && (stat.mode & 0o002) !== 0) return wrong("that everybody may write");
    if (stat.size > LARGEST) return wrong("that is too large");
    const bytes = Buffer.alloc(LARGEST + 1);
    const size = readSync(descriptor, bytes, 0, bytes.length, 0);
    if (size > LARGEST) return wrong("that is too large");
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes.subarray(0, size));
    bytes.fill(0);
    const value = text.replace(/\r?\n$/, "");
    if (value === "") return wrong("that is empty");
    return { ok: true, value, isOpen: hasModes && (stat.mode & 0o004) !== 0 };
  } catch (error) {
    return wrong(error instanceof TypeError ? "that is no text" : "that cannot be read");
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

function wrong(what: string): SecretFile {
  const expected = "one that this user may read and not everybody write, with the secret alone, of at most 16 KiB";
  return { ok: false, fault: `names a file ${what}; expected ${expected}` };
}
