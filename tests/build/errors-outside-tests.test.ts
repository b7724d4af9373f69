import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { afterEach, expect, test } from "vitest";
import { cloneRunners, removeClone, startTask } from "./cloned-runners.ts";

let clone: string;
let child: ChildProcess;
afterEach(() => removeClone(clone, child));

const passes = `test("one", () => {});\n`;
const inVitest = `import { test } from "vitest";\n${passes}`;
const inPlaywright = `import { test } from "playwright/test";\n${passes}`;
const unusable = `throw new Error("not usable");\n`;

/** Its worker ends with an error, after its test has passed. */
const endsBadly = `import { test as base } from "playwright/test";
const test = base.extend({
  part: [async ({}, use) => { await use(0); throw new Error("not closed"); }, { scope: "worker", auto: true }],
});
${passes}`;

/** Its only test is left out. */
const beginsBadly = `import { beforeAll, describe, test } from "vitest";
describe("some", () => { beforeAll(() => { throw new Error("not begun"); }); test("one", () => {}); });
`;

/** Nobody waits for what it has begun, and which fails. */
const leavesOneBehind = `import { test } from "vitest";
test("one", () => { void Promise.reject(new Error("not awaited")); });
`;

test.each([
  ["a worker of Playwright's that ends badly", "test:e2e", { "e2e/a.spec.ts": endsBadly }, "1 passed, 1 failed"],
  [
    "a file that Playwright cannot load",
    "test:e2e",
    { "e2e/a.spec.ts": inPlaywright, "e2e/b.spec.ts": unusable },
    "0 passed, 1 failed", // it runs none then
  ],
  [
    "a file that Vitest cannot load",
    "test:unit",
    { "unit/a.test.ts": inVitest, "unit/b.test.ts": unusable },
    "1 passed, 1 failed",
  ],
  [
    "a group of tests that cannot begin",
    "test:unit",
    { "unit/a.test.ts": beginsBadly },
    "0 passed, 1 failed, 1 skipped",
  ],
  ["a rejection that nobody awaits", "test:unit", { "unit/a.test.ts": leavesOneBehind }, "1 passed, 1 failed"],
])("%s counts as failed in the last line", async (_, task, tests, expected) => {
  clone = cloneRunners(tests);
  child = startTask(clone, task);
  let stdout = "";
  child.stdout?.on("data", (chunk) => (stdout += chunk));
  child.stderr?.resume();
  const [code] = await once(child, "close");
  expect(stdout.trimEnd().split("\n").at(-1)).toBe(expected);
  expect(code).toBe(1);
});
