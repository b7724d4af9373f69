import type { Reporter, TestCase } from "vitest/node";
import { startTally } from "./tally.ts";

/** Counts Vitest's tests as they end. */
export class TallyOfVitest implements Reporter {
  #note: ReturnType<typeof startTally> = () => undefined;

  onInit(): void {
    this.#note = startTally("vitest");
  }

  onTestCaseResult(test: TestCase): void {
    const { state } = test.result();
    if (state !== "pending") this.#note(state);
  }
}
