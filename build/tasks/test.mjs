import { existsSync } from "node:fs";
import { readFile, rm } from "node:fs/promises";
import path from "node:path";
import { codeOfSignal, runToEnd } from "../child-process.mjs";
import { out, root } from "../paths.mjs";
import { Refusal, say } from "../say.mjs";

/** @typedef {[name: string, command: string[]]} Suite */

/** @type {Suite} */
const inNode = [
  "vitest",
  ["vitest/vitest.mjs", "run", "--config", "tests/vitest.config.ts", "--configLoader", "runner", "--passWithNoTests"],
];
/** @type {Suite} */
const inElectron = [
  "playwright",
  ["playwright/cli.js", "test", "--config", "tests/playwright.config.ts", "--pass-with-no-tests"],
];

/**
 * `filter`: what runs where nothing else is asked for. `form`: what tests/long-form.ts reads.
 * @type {Record<string, { suites: Suite[], filter: string[], form?: Record<string, string> }>}
 */
const tasks = {
  test: { suites: [inNode, inElectron], filter: [] },
  "test:long": { suites: [inNode, inElectron], filter: [], form: { CARDBOUND_TEST_LONG: "1" } },
  // Of the packages that are there, all of it (tests/package/made-packages.ts).
  "test:package": {
    suites: [inNode, inElectron],
    filter: ["tests/package"],
    form: { CARDBOUND_TEST_LONG: "1", CARDBOUND_PACKAGES_MADE: "1" },
  },
  "test:unit": { suites: [inNode], filter: ["tests/unit"] },
  "test:e2e": { suites: [inElectron], filter: ["tests/e2e"] },
};

/**
 * `npm test [-- FILTER]`: every suite, then one line that sums them up, also where it is ended before its time. `npm run
 * test:unit` and `npm run test:e2e` run a part of it, `npm run test:long` all of it in the long form; `npm run test:package`
 * tests what `npm run package -- --for-tests` has made.
 * @param {{ name: string, rest: string[], env: NodeJS.ProcessEnv, stopping: AbortSignal }} call
 */
export async function run({ name: task, rest, env, stopping }) {
  const { suites, filter, form } = tasks[task] ?? { suites: [], filter: [] };
  if (task === "test:package" && !existsSync(path.join(out, "packages-for-tests"))) {
    throw new Refusal("There are no packages to be tested.", "Make them first: npm run package -- --for-tests");
  }
  const only = rest.length > 0 ? rest : filter;
  const total = { passed: 0, failed: 0, skipped: 0 };
  /** @type {Map<string, number>} milliseconds by folder */
  const times = new Map();
  /** @type {string[]} */
  const named = [];
  let code = 0;
  const results = path.join(out, "test-results");
  await rm(results, { recursive: true, force: true }); // a runner that dies must not be counted by its last report
  for (const [name, [script = "", ...args]] of suites) {
    if (stopping.aborted) break;
    say(`running the ${name} suites`);
    const command = [path.join(root, "node_modules", script), ...args, ...only];
    code = (await runToEnd(process.execPath, command, { cwd: root, env: { ...env, ...form } })) || code;
    named.push(...(await count(path.join(results, `${name}.tally`), total, times)));
  }
  const slowest = [...times].sort(([, a], [, b]) => b - a);
  for (const [folder, ms] of slowest) process.stdout.write(`${Math.round(ms / 1000)} s in ${folder}\n`);
  for (const line of named) process.stdout.write(`${line}\n`); // last: who has no more than a log's end sees them
  const { passed, failed, skipped } = total;
  const counted = `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
  process.stdout.write(stopping.aborted ? `ended by ${stopping.reason}, so far ${counted}\n` : `${counted}\n`);
  return stopping.aborted ? codeOfSignal(stopping.reason) : code;
}

/**
 * Adds what a runner has noted, test by test (tests/tally.ts); nothing where it came to none.
 * @param {string} file @param {Record<"passed" | "failed" | "skipped", number>} total
 * @param {Map<string, number>} times of two workers added up, where two run
 * @returns {Promise<string[]>} a line for each test that failed, or passed only at its second attempt
 */
async function count(file, total, times) {
  /** @type {string} */
  const noted = await readFile(file, "utf8").catch(() => "");
  for (const outcome of /** @type {const} */ (["passed", "failed", "skipped"])) {
    total[outcome] += noted.split("\n").filter((line) => line === outcome).length;
  }
  for (const [, folder = "", ms] of noted.matchAll(/^took (\S+) (\d+)$/gm)) {
    times.set(folder, (times.get(folder) ?? 0) + Number(ms));
  }
  return [...noted.matchAll(/^(failed|unstable): (.+)$/gm)].map(([, what, test]) =>
    what === "failed" ? `FAILED: ${test}` : `UNSTABLE: ${test} (passed only at its second attempt)`,
  );
}
