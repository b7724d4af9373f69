import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { cloneRunners, removeClone, startTask } from "./cloned-runners.ts";

/** One test that passes where it runs in the form that was asked for, one that fails, one left out, and one that never ends. */
const sample = `import fc from "fast-check";
import { expect, test } from "vitest";
import { runs } from "./long-form.ts";
const form = process.env.TASK === "test" ? "short" : "long";
test("one", () => expect([runs("short", "long"), fc.readConfigureGlobal().seed === undefined]).toEqual([form, form === "long"]));
test("two", () => expect(1).toBe(2));
test.skip("three", () => {});
test("four", () => new Promise((resolve) => setTimeout(resolve, 600_000)), 600_000);
`;

describe.skipIf(process.platform === "win32")("a run of the tests that is ended before its time", () => {
  let clone: string;
  let child: ChildProcess;
  beforeEach(() => {
    clone = cloneRunners({ "sample.test.ts": sample });
  });
  afterEach(() => removeClone(clone, child));

  const outcomes = () => {
    try {
      const tally = readFileSync(path.join(clone, "out/test-results/vitest.tally"), "utf8").split("\n");
      return tally.filter((line) => ["passed", "failed", "skipped"].includes(line));
    } catch {
      return []; // not begun yet
    }
  };

  test.each([
    ["test", "SIGTERM", "to it alone", (): unknown => child.kill("SIGTERM"), 143],
    ["test:long", "SIGINT", "by Ctrl+C in the terminal", (): unknown => process.kill(-(child.pid ?? 0), "SIGINT"), 130],
  ] as const)(
    "`npm run %s`, by %s %s: says so and what was counted, in one line",
    async (task, signal, _, end, expected) => {
      child = startTask(clone, task);
      let stdout = "";
      let stderr = "";
      child.stdout?.on("data", (chunk) => (stdout += chunk));
      child.stderr?.on("data", (chunk) => (stderr += chunk));
      const closed = once(child, "close");
      await expect.poll(outcomes, { timeout: 25_000 }).toEqual(["passed", "failed", "skipped"]);
      end();
      const [code] = await closed;
      expect(stdout.trimEnd().split("\n").at(-1)).toBe(`ended by ${signal}, so far 1 passed, 1 failed, 1 skipped`);
      expect(stderr).not.toContain("ENOENT");
      expect(stderr).not.toContain("playwright");
      expect(code).toBe(expected);
    },
  );
});
