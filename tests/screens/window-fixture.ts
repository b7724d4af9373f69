import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { test as base, expect } from "playwright/test";
import { openDisplay } from "../../src-testing/own-display.ts";
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
    async ({ start, headless }, use) => {
      const folder = await mkdtemp(path.join(tmpdir(), "cardbound-display-"));
      const display = await openDisplay(headless === false, folder, null); // a clipboard of its own
      const scripted = await openScriptedWindow({ ...start, env: { ...display.env, ...start.env } });
      await use(scripted);
      await scripted.close();
      await display.close();
      await rm(folder, { recursive: true, force: true });
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
