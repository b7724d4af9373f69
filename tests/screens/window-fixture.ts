import { test as base, expect } from "playwright/test";
import { openScriptedWindow, type ScriptedStart, type ScriptedWindow } from "./scripted-window.ts";

interface WorkerFixtures {
  /** `test.use({ start: … })`: with what the window's app is started. */
  readonly start: ScriptedStart;
  /** One for all the tests of a worker: a scene loads it anew. */
  readonly scripted: ScriptedWindow;
}

export const test = base.extend<object, WorkerFixtures>({
  start: [{}, { option: true, scope: "worker" }],
  scripted: [
    async ({ start }, use) => {
      const scripted = await openScriptedWindow(start);
      await use(scripted);
      await scripted.close();
    },
    { scope: "worker" },
  ],
});

export { expect };
