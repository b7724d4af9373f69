import type { Log } from "../server-log.ts";
import { readSecretFile } from "./read-secret-file.ts";
import type { RotatedVariable } from "./secret-variables.ts";
import type { SecretFiles } from "./take-secret-files.ts";

/** Where a secret can be read again. */
export interface SecretSource {
  readonly variable: RotatedVariable;
  readonly path: string;
  /** The secret in the file's text; null if it has none that can be used. */
  readonly parse: (text: string) => string | null;
}

/**
 * Where a secret came from, if it came from a file.
 * @param parse what of the file's text is the secret; null if that cannot be used
 */
export function sourceOf(
  files: SecretFiles,
  variable: RotatedVariable,
  parse: SecretSource["parse"],
): SecretSource | undefined {
  const file = files[variable];
  return file && { variable, path: file.path, parse };
}

/** A secret that may be exchanged while this process runs. */
export interface RotatedSecret {
  /** The one to use now. */
  readonly get: () => string;
  /**
   * Reads it again after it was refused, so it is asked for once for each refusal: no loop can come of it.
   * @param tried the one that was refused
   * @returns whether there is another one now, which may be tried once
   */
  readonly isAnotherAfter: (tried: string) => boolean;
}

/**
 * Keeps a secret, and reads its file again when it is refused: not before, for until then the earlier one may be the one that
 * counts. Without a file it never changes.
 */
export function createRotatedSecret(first: string, source: SecretSource | undefined, log: Log): RotatedSecret {
  let current = first;
  return {
    get: () => current,
    isAnotherAfter: (tried) => {
      // Somebody else whose try was refused has read it already.
      if (current !== tried) return true;
      if (source === undefined) return false;
      const { variable, path, parse } = source;
      const file = readSecretFile(path);
      const read = file.ok ? parse(file.value) : null;
      const found = read === null ? "unusable" : read === tried ? "same" : "another";
      log({ event: "secret_read_again", variable, found });
      if (read === null || read === tried) return false;
      current = read;
      return true;
    },
  };
}
