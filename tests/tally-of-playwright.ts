import type { Reporter, TestCase } from "playwright/types/testReporter";
import { startTally } from "./tally.ts";

const outcomes = { expected: "passed", unexpected: "failed", flaky: "failed", skipped: "skipped" } as const;

/** Counts Playwright's tests as they end; none is tried twice. Playwright wants its reporters as a default export. */
export default class TallyOfPlaywright implements Reporter {
  #note: ReturnType<typeof startTally> = () => undefined;

  onBegin(): void {
    this.#note = startTally("playwright");
  }

  onTestEnd(test: TestCase): void {
    this.#note(outcomes[test.outcome()]);
  }
}
