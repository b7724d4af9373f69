import type { Reporter, TestCase, TestResult } from "playwright/types/testReporter";
import { startTally, type Tally } from "./tally.ts";

const outcomes = { expected: "passed", unexpected: "failed", flaky: "failed", skipped: "skipped" } as const;

/** Counts Playwright's tests as they end; none is tried twice. Playwright wants its reporters as a default export. */
export default class TallyOfPlaywright implements Reporter {
  #tally: Tally | undefined;

  onBegin(): void {
    this.#tally = startTally("playwright");
  }

  onTestEnd(test: TestCase, { duration }: TestResult): void {
    this.#tally?.note(outcomes[test.outcome()]);
    this.#tally?.took(test.location.file, duration);
  }
}
