import { readFile, rm } from "node:fs/promises";
import path from "node:path";
import { codeOfSignal, runToEnd } from "../child-process.mjs";
import { out, root } from "../paths.mjs";
import { say } from "../say.mjs";

/** @type {Array<[string, string[]]>} */
const suites = [
  [
    "vitest",
    ["vitest/vitest.mjs", "run", "--config", "tests/vitest.config.ts", "--configLoader", "runner", "--passWithNoTests"],
  ],
  ["playwright", ["playwright/cli.js", "test", "--config", "tests/playwright.config.ts", "--pass-with-no-tests"]],
];

/**
 * `npm test [-- FILTER]`: every suite, then one line that sums them up, also where it is ended before its time.
 * @param {{ rest: string[], env: NodeJS.ProcessEnv, stopping: AbortSignal }} call
 */
export async function run({ rest, env, stopping }) {
  const total = { passed: 0, failed: 0, skipped: 0 };
  let code = 0;
  const results = path.join(out, "test-results");
  await rm(results, { recursive: true, force: true }); // a runner that dies must not be counted by its last report
  for (const [name, [script = "", ...args]] of suites) {
    if (stopping.aborted) break;
    say(`running the ${name} suites`);
    const command = [path.join(root, "node_modules", script), ...args, ...rest];
    code = (await runToEnd(process.execPath, command, { cwd: root, env })) || code;
    await count(path.join(results, `${name}.tally`), total);
  }
  const { passed, failed, skipped } = total;
  const counted = `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
  process.stdout.write(stopping.aborted ? `ended by ${stopping.reason}, so far ${counted}\n` : `${counted}\n`);
  return stopping.aborted ? codeOfSignal(stopping.reason) : code;
}

/**
 * Adds what a runner has noted, test by test (tests/tally.ts); nothing where it came to none.
 * @param {string} file @param {Record<"passed" | "failed" | "skipped", number>} total
 */
async function count(file, total) {
  /** @type {string} */
  const noted = await readFile(file, "utf8").catch(() => "");
  for (const outcome of /** @type {const} */ (["passed", "failed", "skipped"])) {
    total[outcome] += noted.split("\n").filter((line) => line === outcome).length;
  }
}
