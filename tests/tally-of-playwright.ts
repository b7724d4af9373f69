import type { Reporter, TestCase, TestError, TestResult } from "playwright/types/testReporter";
import { STARTED_ONCE_MORE } from "../src-testing/started-once-more.ts";
import { leftOut, rare } from "./long-form.ts";
import { startTally, type Tally } from "./tally.ts";

const outcomes = { expected: "passed", unexpected: "failed", flaky: "passed", skipped: "skipped" } as const;

/**
 * Counts Playwright's tests as they end, and says why some were skipped. A test is tried twice in `.ci/run` alone: what passes
 * then has passed, and is named as unstable. Playwright wants its reporters as a default export.
 */
export default class TallyOfPlaywright implements Reporter {
  #started: Tally | undefined;
  /** Why tests were skipped, and how many for each reason. */
  readonly #skipped = new Map<string, number>();

  /** Begun by whatever comes first: a file that cannot be loaded is told before the run begins. */
  get #tally(): Tally {
    this.#started ??= startTally("playwright");
    return this.#started;
  }

  onTestEnd(test: TestCase, { duration, retry, status, error }: TestResult): void {
    this.#tally.took(test.location.file, duration);
    if ((status === "failed" || status === "timedOut") && retry < test.retries) return; // it is tried once more
    const outcome = test.outcome();
    this.#tally.note(outcomes[outcome]);
    const where = `${test.location.file}:${test.location.line}`;
    if (outcome === "flaky") this.#tally.name("unstable", where, test.title);
    if (outcome === "unexpected") this.#tally.name("failed", where, test.title, error?.message);
    for (const { type, description } of test.annotations)
      if (type === "skip" && description) this.#skipped.set(description, (this.#skipped.get(description) ?? 0) + 1);
  }

  /** A test passes with a second start of Electron (src-testing/launch-electron.ts); that it needed one is not lost in the output. */
  onStdErr(chunk: string | Buffer, test?: TestCase): void {
    if (!String(chunk).includes(STARTED_ONCE_MORE)) return;
    const where = test === undefined ? "" : `${test.location.file}:${test.location.line}`;
    this.#tally.name("unstable", where, `${test?.title ?? "before a test"}: ${STARTED_ONCE_MORE}`);
  }

  /** Outside of any test, such as a worker that ends badly: the run fails, so the tally must say so. */
  onError({ message, location }: TestError): void {
    this.#tally.note("failed");
    this.#tally.name("failed", location?.file ?? "", "outside of any test:", message);
  }

  /** Nobody would see the reason otherwise: Playwright's own list has none. */
  onEnd(): void {
    const left = `SKIPPED: what is marked ${rare.tag}, for which others stand: only in the long form (npm run test:long)\n`;
    process.stdout.write(leftOut.length === 0 ? "" : left);
    for (const [why, count] of this.#skipped) process.stdout.write(`${why} (tests: ${count})\n`);
  }
}
