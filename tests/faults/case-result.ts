import { createHash } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { type CaseResult, faultResults } from "../../build/tasks/test-faults.mjs";

export type { CaseResult };

/** Writes a case's result to a file, for the tally of `npm run test:faults`. */
export async function leaveResult(result: CaseResult): Promise<void> {
  await mkdir(faultResults, { recursive: true });
  const name = createHash("sha256").update(result.name).digest("hex").slice(0, 16);
  await writeFile(path.join(faultResults, `${name}.json`), JSON.stringify(result));
}

/** The result of a case with nothing wrong. */
export const asExpected = { wrong: [], doubles: 0, secrets: [] };

/** Collects what is wrong with a case. */
export function createFindings(name: string) {
  const findings = { name, wrong: [] as string[], doubles: 0, secrets: [] as string[] };
  return {
    findings,
    expectSame(what: string, seen: unknown, expected: unknown): void {
      const [a, b] = [JSON.stringify(seen), JSON.stringify(expected)];
      if (a !== b) findings.wrong.push(`${what}: ${a} instead of ${b}`);
    },
  };
}
