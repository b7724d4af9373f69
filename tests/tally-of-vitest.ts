import type { Reporter, TestCase, TestModule } from "vitest/node";
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
  }
}
