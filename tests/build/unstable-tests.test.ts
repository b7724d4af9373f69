import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { afterEach, expect, test } from "vitest";
import { cloneRunners, removeClone, startTask } from "./cloned-runners.ts";

let clone: string;
let child: ChildProcess;
afterEach(() => removeClone(clone, child));

/** One test that passes, one that passes at its second attempt alone, one that never does, and one that is left out. */
const sample = `import { expect, test } from "playwright/test";
test("one", () => {});
test("two", ({}, { retry }) => expect(retry).toBe(1));
test("three", () => expect(1).toBe(2));
test.skip("four", () => {});
`;
const unsteady = sample.split("\n").toSpliced(3, 1).join("\n");

const named = "UNSTABLE: tests/e2e/a.spec.ts:3 two (passed only at its second attempt)";

test.each([
  ["with a second attempt", "1", sample, [named, "2 passed, 1 failed, 1 skipped"], 1],
  ["with a second attempt, and nothing that fails twice", "1", unsteady, [named, "2 passed, 0 failed, 1 skipped"], 0],
  ["as people run them", "", sample, ["1 passed, 2 failed, 1 skipped"], 1],
])(
  "%s, a test counts once, and is named if it needed two attempts",
  async (_, retries, unsure, expected, exit) => {
    clone = cloneRunners({ "e2e/a.spec.ts": unsure });
    child = startTask(clone, "test:e2e", retries);
    let stdout = "";
    child.stdout?.on("data", (chunk) => (stdout += chunk));
    child.stderr?.resume();
    const [code] = await once(child, "close");
    const told = stdout.split("\n").filter((line) => /^UNSTABLE|^\d+ passed, \d+ failed/.test(line));
    expect(told).toEqual(expected);
    expect(stdout.trimEnd().split("\n").at(-1)).toBe(expected.at(-1));
    expect(code).toBe(exit);
  },
  120_000,
);
