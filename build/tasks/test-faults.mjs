import { readdir, readFile, rm } from "node:fs/promises";
import path from "node:path";
import { codeOfSignal, runToEnd } from "../child-process.mjs";
import { out, root } from "../paths.mjs";
import { say } from "../say.mjs";

/** Where each case of tests/faults leaves what it came to, one file each. */
export const faultResults = path.join(out, "test-results", "faults");

/** Fewer cases than these are no table. */
const FEWEST_CASES = 300;

/**
 * What one case came to. `wrong`: where it did not end as its table says. `doubles`: PIN changes, or bound devices, beyond
 * the one that was asked for. `secrets`: how many real secrets were found in what it left behind.
 * @typedef {{ name: string, wrong: string[], doubles: number, secrets: string[] }} CaseResult
 */

/** @typedef {{ cases: number, wrong: number, doubles: number, secrets: number }} Tally */

/**
 * `npm run test:faults [-- FILTER]`: every case of step and fault, then the line that sums them up.
 * @param {{ rest: string[], env: NodeJS.ProcessEnv, stopping: AbortSignal }} call
 */
export async function run({ rest, env, stopping }) {
  const only = rest.length > 0 ? rest : ["tests/faults"];
  const runners = [
    ["vitest/vitest.mjs", "run", "--config", "tests/vitest.config.ts", "--configLoader", "runner", "--passWithNoTests"],
    ["playwright/cli.js", "test", "--config", "tests/playwright.config.ts", "--pass-with-no-tests"],
  ];
  await rm(faultResults, { recursive: true, force: true }); // what an earlier run has left is not this one's
  let code = 0;
  for (const [script = "", ...args] of runners) {
    if (stopping.aborted) break;
    const command = [path.join(root, "node_modules", script), ...args, ...only];
    code = (await runToEnd(process.execPath, command, { cwd: root, env })) || code;
  }
  const results = await readResults();
  for (const { name, wrong, doubles, secrets } of results) {
    const faults = [...wrong, ...secrets, ...(doubles > 0 ? [`${doubles} too many`] : [])];
    for (const fault of faults) say(`${name}: ${fault}`);
  }
  const tally = tallyOf(results);
  const good = tally.cases >= FEWEST_CASES && tally.wrong === 0 && tally.doubles === 0 && tally.secrets === 0;
  if (stopping.aborted) {
    process.stdout.write(`ended by ${stopping.reason}, so far ${lineOf(tally)}\n`);
    return codeOfSignal(stopping.reason);
  }
  process.stdout.write(`${lineOf(tally)}\n`);
  return good ? code : code || 1;
}

/** @param {readonly CaseResult[]} results @returns {Tally} */
export function tallyOf(results) {
  return {
    cases: results.length,
    wrong: results.filter(({ wrong }) => wrong.length > 0).length,
    doubles: results.reduce((sum, { doubles }) => sum + doubles, 0),
    secrets: results.reduce((sum, { secrets }) => sum + secrets.length, 0),
  };
}

/** @param {Tally} tally */
export function lineOf({ cases, wrong, doubles, secrets }) {
  return `${cases} cases, ${wrong} wrong outcomes, ${doubles} double changes, ${secrets} secrets found`;
}

/** @returns {Promise<CaseResult[]>} */
async function readResults() {
  const names = await readdir(faultResults).catch(() => []); // a run that came to no case has none
  return Promise.all(
    names.sort().map(async (name) => JSON.parse(await readFile(path.join(faultResults, name), "utf8"))),
  );
}
