import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { clusterResult, lineOf } from "../../build/tasks/test-cluster.mjs";
import { findProgram } from "../postgres/programs.ts";
import type { Verdict } from "./verdict.ts";

/** Writes down what the chaos came to, for the last line of `npm run test:cluster`, and says it. */
export async function leaveVerdict({ changes, doubles, wrong, unknown }: Verdict): Promise<void> {
  const result = { changes, doubles, wrong, unknown };
  await mkdir(path.dirname(clusterResult), { recursive: true });
  await writeFile(clusterResult, JSON.stringify(result));
  process.stdout.write(`${lineOf(result)}\n`);
}

/** Whether this computer has the programs of a cluster. Says so if it has not: a skip has to be seen. */
export function hasClusterPrograms(): boolean {
  const missing = ["haproxy", "postgres", "pg_basebackup"].filter((name) => findProgram(name) === undefined);
  if (missing.length === 0) return true;
  process.stdout.write(`SKIPPED: a cluster needs ${missing.join(", ")} (Debian: haproxy, postgresql-15)\n`);
  return false;
}
