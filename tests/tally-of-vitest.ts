import type { Reporter, SerializedError, TestCase, TestModule, TestSuite } from "vitest/node";
import { startTally, type Tally } from "./tally.ts";

/**
 * Counts Vitest's tests as they end. A test is tried twice in `.ci/run` alone: what passes then has passed, and is named as
 * unstable.
 */
export class TallyOfVitest implements Reporter {
  #tally: Tally | undefined;

  onInit(): void {
    this.#tally = startTally("vitest");
  }

  onTestCaseResult(test: TestCase): void {
    const { state, errors } = test.result();
    if (state === "pending") return;
    if (test.diagnostic()?.flaky) this.#tally?.name("unstable", test.module.moduleId, test.fullName);
    if (state === "failed") this.#failed(test.module.moduleId, test.fullName, errors[0]);
    else this.#tally?.note(state);
  }

  onTestModuleEnd(file: TestModule): void {
    this.#tally?.took(file.moduleId, file.diagnostic().duration);
    const [error] = file.errors(); // it could not be loaded, or its hooks failed
    if (error) this.#failed(file.moduleId, "", error);
  }

  onTestSuiteResult(suite: TestSuite): void {
    const [error] = suite.errors();
    if (error) this.#failed(suite.module.moduleId, suite.fullName, error);
  }

  /** @param unhandled errors outside of any test, which fail the run as well */
  onTestRunEnd(_files: readonly TestModule[], unhandled: readonly SerializedError[]): void {
    for (const error of unhandled) this.#failed("", "outside of any test:", error);
  }

  #failed(file: string, title: string, error: { readonly message: string } | undefined): void {
    this.#tally?.note("failed");
    this.#tally?.name("failed", file, title, error?.message);
  }
}
