import { appendFileSync, mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";

const root = path.join(import.meta.dirname, "..");

export type Tally = ReturnType<typeof startTally>;

/**
 * Starts a tally of tests, a line for each, on the disk as soon as it has ended: a run that is ended before its time has
 * counted what it did (build/tasks/test.mjs reads it).
 */
export function startTally(runner: "vitest" | "playwright") {
  const results = path.join(root, "out/test-results");
  const file = path.join(results, `${runner}.tally`);
  mkdirSync(results, { recursive: true });
  writeFileSync(file, "");
  return {
    note(outcome: "passed" | "failed" | "skipped"): void {
      appendFileSync(file, `${outcome}\n`);
    },
    /** Notes a test that passed only at its second attempt. */
    unstable(place: { readonly file: string; readonly line: number }, title: string): void {
      const where = `${path.relative(root, place.file)}:${place.line}`;
      appendFileSync(file, `unstable ${where} ${title.replaceAll("\n", " ")}\n`);
    },
    /** Notes how many milliseconds a test, or a file of tests, took. */
    took(test: string, ms: number): void {
      const folder = path.relative(root, path.dirname(test)).split(path.sep).slice(0, 2).join("/");
      appendFileSync(file, `took ${folder} ${Math.round(ms)}\n`);
    },
  };
}
