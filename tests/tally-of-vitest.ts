import type { Reporter, SerializedError, TestCase, TestModule, TestSuite } from "vitest/node";
import { startTally, type Tally } from "./tally.ts";

/** Counts Vitest's tests as they end. */
export class TallyOfVitest implements Reporter {
  #tally: Tally | undefined;

  onInit(): void {
    this.#tally = startTally("vitest");
  }

  onTestCaseResult(test: TestCase): void {
    const { state } = test.result();
    if (state !== "pending") this.#tally?.note(state);
  }

  onTestModuleEnd(file: TestModule): void {
    this.#tally?.took(file.moduleId, file.diagnostic().duration);
    if (file.errors().length > 0) this.#tally?.note("failed"); // it could not be loaded, or its hooks failed
  }

  onTestSuiteResult(suite: TestSuite): void {
    if (suite.errors().length > 0) this.#tally?.note("failed");
  }

  /** @param unhandled errors outside of any test, which fail the run as well */
  onTestRunEnd(_files: readonly TestModule[], unhandled: readonly SerializedError[]): void {
    for (const _ of unhandled) this.#tally?.note("failed");
  }
}
