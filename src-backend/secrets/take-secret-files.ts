import { readSecretFile } from "./read-secret-file.ts";
import { type SecretVariable, secretVariables } from "./secret-variables.ts";

type Variables = Readonly<Record<string, string | undefined>>;

/** The environment as if each secret stood in it. */
export interface TakenSecrets {
  /** With NAME for each NAME_FILE, and without that. */
  readonly variables: Variables;
  /** A sentence for each file that cannot be taken. */
  readonly faults: readonly string[];
  /** What these files were for: that it is missing says nothing more. */
  readonly untaken: readonly SecretVariable[];
  /** Where those came from that came from a file. */
  readonly files: SecretFiles;
}

/** The paths of secrets' files, by the variable that each stands for. */
export type SecretFiles = Partial<Record<SecretVariable, { readonly path: string; readonly isOpen: boolean }>>;

/**
 * Reads the files of secrets that the environment names. An empty variable counts as unset.
 * @param names only of these
 */
export function takeSecretFiles(
  variables: Variables,
  names: readonly SecretVariable[] = secretVariables,
): TakenSecrets {
  const taken: Record<string, string | undefined> = { ...variables };
  const faults: string[] = [];
  const untaken: SecretVariable[] = [];
  const files: SecretFiles = {};
  for (const name of names) {
    const path = variables[`${name}_FILE`] ?? "";
    delete taken[`${name}_FILE`];
    if (path === "") continue;
    if ((variables[name] ?? "") !== "") {
      faults.push(`${name} and ${name}_FILE are both set; expected one of them`);
      continue;
    }
    const read = readSecretFile(path);
    if (read.ok) {
      taken[name] = read.value;
      files[name] = { path, isOpen: read.isOpen };
    } else {
      faults.push(`${name}_FILE ${read.fault}`);
      untaken.push(name);
    }
  }
  return { variables: taken, faults, untaken, files };
}
