import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";

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

/** What build/run.mjs does around a task, without what it prepares. */
const driver = `import { passSignalsOn } from "./build/child-process.mjs";
import { run } from "./build/tasks/test.mjs";
const stopping = new AbortController();
passSignalsOn((signal) => stopping.abort(signal));
process.exitCode = await run({ name: process.env.TASK, rest: [], env: process.env, stopping: stopping.signal });
process.exit();
`;

describe.skipIf(process.platform === "win32")("a run of the tests that is ended before its time", () => {
  let clone: string;
  let child: ChildProcess;
  beforeEach(() => {
    clone = mkdtempSync(path.join(tmpdir(), "cardbound-ended-"));
    cpSync("build", path.join(clone, "build"), { recursive: true });
    symlinkSync(path.resolve("node_modules"), path.join(clone, "node_modules"));
    mkdirSync(path.join(clone, "tests"));
    const runners = readdirSync("tests").filter((name) => name.endsWith(".ts"));
    for (const name of runners) cpSync(path.join("tests", name), path.join(clone, "tests", name));
    writeFileSync(path.join(clone, "package.json"), '{"type":"module"}');
    writeFileSync(path.join(clone, "tests/sample.test.ts"), sample);
    writeFileSync(path.join(clone, "driver.mjs"), driver);
  });
  afterEach(() => {
    if (child.exitCode === null && child.pid) process.kill(-child.pid, "SIGKILL");
    rmSync(clone, { recursive: true, force: true, maxRetries: 5 });
  });

  const tally = () => {
    try {
      return readFileSync(path.join(clone, "out/test-results/vitest.tally"), "utf8");
    } catch {
      return ""; // not begun yet
    }
  };

  test.each([
    ["test", "SIGTERM", "to it alone", (): unknown => child.kill("SIGTERM"), 143],
    ["test:long", "SIGINT", "by Ctrl+C in the terminal", (): unknown => process.kill(-(child.pid ?? 0), "SIGINT"), 130],
  ] as const)(
    "`npm run %s`, by %s %s: says so and what was counted, in one line",
    async (task, signal, _, end, expected) => {
      const env = { ...process.env, CARDBOUND_TEST_LONG: "", TASK: task };
      child = spawn(process.execPath, ["driver.mjs"], {
        cwd: clone,
        env,
        stdio: ["ignore", "pipe", "pipe"],
        detached: true,
      });
      let stdout = "";
      let stderr = "";
      child.stdout?.on("data", (chunk) => (stdout += chunk));
      child.stderr?.on("data", (chunk) => (stderr += chunk));
      const closed = once(child, "close");
      await expect.poll(tally, { timeout: 25_000 }).toBe("passed\nfailed\nskipped\n");
      end();
      const [code] = await closed;
      expect(stdout.trimEnd().split("\n").at(-1)).toBe(`ended by ${signal}, so far 1 passed, 1 failed, 1 skipped`);
      expect(stderr).not.toContain("ENOENT");
      expect(stderr).not.toContain("playwright");
      expect(code).toBe(expected);
    },
  );
});
