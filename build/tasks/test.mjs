import { readFile, rm } from "node:fs/promises";
import path from "node:path";
import { runToEnd } from "../child-process.mjs";
import { out, root } from "../paths.mjs";
import { say } from "../say.mjs";

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/**
 * `npm test [-- FILTER]`: every suite, then one line that sums them up.
 * @param {{ rest: string[], env: NodeJS.ProcessEnv, stopping: AbortSignal }} call
 */
export async function run({ rest, env, stopping }) {
  /** @type {Array<[string, string[], (report: any) => Counts]>} */
  const suites = [
    [
      "vitest",
      [
        "vitest/vitest.mjs",
        "run",
        "--config",
        "tests/vitest.config.ts",
        "--configLoader",
        "runner",
        "--passWithNoTests",
      ],
      countVitest,
    ],
    [
      "playwright",
      ["playwright/cli.js", "test", "--config", "tests/playwright.config.ts", "--pass-with-no-tests"],
      countPlaywright,
    ],
  ];
  const total = { passed: 0, failed: 0, skipped: 0 };
  let code = 0;
  const results = path.join(out, "test-results");
  await rm(results, { recursive: true, force: true }); // a runner that dies must not be counted by its last report
  for (const [name, [script = "", ...args], count] of suites) {
    if (stopping.aborted) return 130;
    say(`running the ${name} suites`);
    const command = [path.join(root, "node_modules", script), ...args, ...rest];
    code = (await runToEnd(process.execPath, command, { cwd: root, env })) || code;
    const counts = count(JSON.parse(await readFile(path.join(results, `${name}.json`), "utf8")));
    for (const key of /** @type {const} */ (["passed", "failed", "skipped"])) total[key] += counts[key];
  }
  const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : "";
  process.stdout.write(`${total.passed} passed, ${total.failed} failed${skipped}\n`);
  return code;
}

/** @returns {Counts} */
function countVitest(/** @type {any} */ report) {
  const skipped = report.numPendingTests + report.numTodoTests;
  return { passed: report.numPassedTests, failed: report.numFailedTests, skipped };
}

/** @returns {Counts} */
function countPlaywright(/** @type {any} */ { stats }) {
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped };
}
