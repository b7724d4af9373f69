import { appendFileSync, mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { stripVTControlCharacters } from "node:util";

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
    /**
     * Names a test that failed, and with what, or one that passed only at its second attempt.
     * @param where its file, and the line after a colon where the runner knows it
     * @param error where it failed
     */
    name(what: "failed" | "unstable", where: string, title: string, error = ""): void {
      // What a comparison shows follows in further lines: the first says what was compared.
      const named = [path.relative(root, where), title, error.split("\n")[0] ?? ""].filter((part) => part !== "");
      appendFileSync(file, `${what}: ${inOneLine(named.join(" "))}\n`);
    },
    /** Notes how many milliseconds a test, or a file of tests, took. */
    took(test: string, ms: number): void {
      const folder = path.relative(root, path.dirname(test)).split(path.sep).slice(0, 2).join("/");
      appendFileSync(file, `took ${folder} ${Math.round(ms)}\n`);
    },
  };
}

/** `text` without line ends and a terminal's colours, and no longer than what one wants to read of it in a list. */
function inOneLine(text: string): string {
  return stripVTControlCharacters(text).replaceAll(/\s+/g, " ").slice(0, 400);
}
