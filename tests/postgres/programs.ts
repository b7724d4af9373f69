// Debian's PostgreSQL and PgBouncer, which the tests start themselves as an ordinary user.
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import process from "node:process";

/** Where Debian keeps the programs of one version, which are not on the path. */
const debians = ["15", "16", "17", "18"].map((version) => `/usr/lib/postgresql/${version}/bin`);

const folders = [...debians, ...(process.env.PATH ?? "").split(delimiter), "/usr/sbin"];

/** The full path of a program, or undefined where it is not installed. */
export function findProgram(name: string): string | undefined {
  return folders.map((folder) => join(folder, name)).find((file) => existsSync(file));
}

/** @throws if it is not installed */
export function programOf(name: string): string {
  const file = findProgram(name);
  if (file === undefined) throw new Error(`${name} is not installed (Debian: postgresql-15, pgbouncer)`);
  return file;
}

/** Whether this computer can run a PostgreSQL of the tests' own. Where it cannot, vitest.config.ts says so. */
export const hasPostgres = process.platform === "linux" && ["postgres", "initdb"].every((name) => findProgram(name));

export const hasPgBouncer = hasPostgres && findProgram("pgbouncer") !== undefined;

/**
 * As whom to run them: PostgreSQL refuses to be run by root, and another user then owns its files.
 * @returns what spawn takes
 */
export function ordinaryUser(): { uid?: number; gid?: number } {
  const nobody = 65_534;
  return process.getuid?.() === 0 ? { uid: nobody, gid: nobody } : {};
}
