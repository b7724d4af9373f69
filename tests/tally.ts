import { appendFileSync, mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";

const results = path.join(import.meta.dirname, "../out/test-results");

/**
 * Starts a tally of tests, one word to a line, on the disk as soon as each has ended: a run that is ended before its time
 * has counted what it did (build/tasks/test.mjs reads it).
 */
export function startTally(runner: "vitest" | "playwright"): (outcome: "passed" | "failed" | "skipped") => void {
  const file = path.join(results, `${runner}.tally`);
  mkdirSync(results, { recursive: true });
  writeFileSync(file, "");
  return (outcome) => appendFileSync(file, `${outcome}\n`);
}
