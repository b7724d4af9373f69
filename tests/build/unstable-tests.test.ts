import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { afterEach, describe, expect, test } from "vitest";
import { STARTED_ONCE_MORE } from "../../src-testing/started-once-more.ts";
import { cloneRunners, removeClone, startTask } from "./cloned-runners.ts";

let clone: string;
let child: ChildProcess;
afterEach(() => removeClone(clone, child));

/** One test that passes, one that passes at its second attempt alone, one that never does, and one that is left out. */
const sample = (runner: string) => `import { expect, test } from "${runner}";
let attempts = 0;
test("one", () => {});
test("two", ({}, info) => expect(info?.retry ?? attempts++).toBe(1));
test("three", () => expect(1, "it is not two").toBe(2));
test.skip("four", () => {});
`;

describe.each([
  { runner: "Vitest", task: "test:unit", file: "unit/a.test.ts", of: "vitest", at: "" },
  { runner: "Playwright", task: "test:e2e", file: "e2e/a.spec.ts", of: "playwright/test", at: ":4" },
])("$runner: a test counts once", ({ task, file, of, at }) => {
  const steady = sample(of).split("\n").toSpliced(4, 1).join("\n");
  const unstable = `UNSTABLE: tests/${file}${at} two (passed only at its second attempt)`;
  const failed = expect.stringMatching(`^FAILED: tests/${file}${at && ":5"} three (Error: )?it is not two`);
  const failedOnce = expect.stringMatching(`^FAILED: tests/${file}${at} two .+`);

  test.each([
    ["with a second attempt", "1", sample(of), [unstable, failed, "2 passed, 1 failed, 1 skipped"], 1],
    ["with a second attempt, nothing failing twice", "1", steady, [unstable, "2 passed, 0 failed, 1 skipped"], 0],
    ["as people run them", "", sample(of), [failedOnce, failed, "1 passed, 2 failed, 1 skipped"], 1],
  ])(
    "%s, and is named if it failed, or needed two",
    async (_, retries, tests, expected, exit) => {
      clone = cloneRunners({ [file]: tests });
      child = startTask(clone, task, retries);
      let stdout = "";
      child.stdout?.on("data", (chunk) => (stdout += chunk));
      child.stderr?.resume();
      const [code] = await once(child, "close");
      const told = stdout.split("\n").filter((line) => /^UNSTABLE|^FAILED|^\d+ passed, \d+ failed/.test(line));
      expect(told).toHaveLength(expected.length);
      expect(told).toEqual(expect.arrayContaining(expected)); // two of them run at a time, and end in either order
      expect(stdout.trimEnd().split("\n").at(-1)).toBe(expected.at(-1));
      expect(code).toBe(exit);
    },
    120_000,
  );
});

test("Playwright: a test that passed with a second start of Electron is named", async () => {
  const line = `${STARTED_ONCE_MORE}: its page was there.\n`;
  const starts = `import { test } from "playwright/test";\ntest("one", () => void process.stderr.write(${JSON.stringify(line)}));\n`;
  clone = cloneRunners({ "e2e/a.spec.ts": starts });
  child = startTask(clone, "test:e2e");
  let stdout = "";
  child.stdout?.on("data", (chunk) => (stdout += chunk));
  child.stderr?.resume();
  await once(child, "close");
  expect(stdout).toContain(`UNSTABLE: tests/e2e/a.spec.ts:2 one: ${STARTED_ONCE_MORE}`);
}, 120_000);
