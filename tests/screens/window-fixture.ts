import { test as base, expect } from "playwright/test";
import { openScriptedWindow, type ScriptedStart, type ScriptedWindow } from "./scripted-window.ts";

interface WorkerFixtures {
  /** `test.use({ start: … })`: with what the window's app is started. */
  readonly start: ScriptedStart;
  /** One for all the tests of a worker: a scene loads it anew. */
  readonly scripted: ScriptedWindow;
}

interface TestFixtures {
  /** Each test begins in the usual look and size: what an earlier one wore must not decide what this one measures. */
  readonly asUsual: undefined;
}

export const test = base.extend<TestFixtures, WorkerFixtures>({
  start: [{}, { option: true, scope: "worker" }],
  scripted: [
    async ({ start }, use) => {
      const scripted = await openScriptedWindow(start);
      await use(scripted);
      await scripted.close();
    },
    { scope: "worker" },
  ],
  asUsual: [
    async ({ scripted }, use) => {
      await scripted.resize();
      await scripted.wear({ theme: "light", size: "normal" });
      await use(undefined);
    },
    { auto: true },
  ],
});

export { expect };
