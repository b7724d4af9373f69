import { readFile, rm } from "node:fs/promises";
import path from "node:path";
import { codeOfSignal, runToEnd } from "../child-process.mjs";
import { out, root } from "../paths.mjs";

/** What tests/accessibility/screens.spec.ts is called in the report: each of its tests is one screen state. */
const statesFile = "screens.spec.ts";

/** @typedef {{ file: string, ok: boolean, violations: number }} Case */

/**
 * `npm run test:a11y [-- NAME …]`: the accessibility tests, or those whose name has one of the words in it; then the line
 * that sums them up.
 * @param {{ rest: string[], env: NodeJS.ProcessEnv, stopping: AbortSignal }} call
 */
export async function run({ rest, env, stopping }) {
  const report = path.join(out, "test-results", "playwright.json");
  await rm(report, { force: true }); // a runner that dies must not be counted by its last report
  const only = rest.length > 0 ? ["--grep", rest.join("|")] : [];
  const config = ["--config", "tests/playwright.config.ts"];
  const command = [
    path.join(root, "node_modules/playwright/cli.js"),
    "test",
    ...config,
    "tests/accessibility",
    ...only,
  ];
  const code = await runToEnd(process.execPath, command, { cwd: root, env: { ...env, CARDBOUND_TEST_RARE: "1" } });
  if (stopping.aborted) {
    process.stdout.write(`ended by ${stopping.reason}, before anything was counted\n`); // the report comes at the very end
    return codeOfSignal(stopping.reason);
  }
  const { states, violations } = tallyOf(casesOf(JSON.parse(await readFile(report, "utf8"))));
  process.stdout.write(`${states} screen states, ${violations} violations\n`);
  return violations > 0 ? 1 : code;
}

/** @param {readonly Case[]} cases */
export function tallyOf(cases) {
  return {
    states: cases.filter(({ file }) => file.endsWith(statesFile)).length,
    // A test that failed without naming violations has come upon at least one.
    violations: cases.reduce((sum, { ok, violations }) => sum + (ok ? 0 : Math.max(1, violations)), 0),
  };
}

/** @param {any} report Playwright's JSON @returns {Case[]} */
export function casesOf({ suites = [], specs = [] }) {
  const own = specs.map((/** @type {any} */ { file, ok, tests }) => {
    const last = tests.at(-1)?.annotations ?? [];
    return { file, ok, violations: last.filter((/** @type {any} */ { type }) => type === "violation").length };
  });
  return [...own, ...suites.flatMap(casesOf)];
}
