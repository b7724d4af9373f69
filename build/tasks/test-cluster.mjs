import { readFile, rm } from "node:fs/promises";
import path from "node:path";
import { codeOfSignal, runToEnd } from "../child-process.mjs";
import { out, root } from "../paths.mjs";
import { say } from "../say.mjs";

/** Where tests/cluster leaves what the chaos came to. */
export const clusterResult = path.join(out, "test-results", "cluster.json");

/** Fewer changes than these show nothing: a load that comes to a stop must not pass. */
const FEWEST_CHANGES = 200;

/**
 * What the chaos came to. `changes`: how many PIN changes Solaris has carried out. `doubles`: those beyond one for a
 * request. `wrong`: each answer that Solaris' log contradicts. `unknown`: requests whose outcome the ledger does not know.
 * @typedef {{ changes: number, doubles: number, wrong: readonly string[], unknown: number }} ClusterResult
 */

/**
 * `npm run test:cluster`: the tests of several instances in the long form, then the line that sums the chaos up.
 * @param {{ rest: string[], env: NodeJS.ProcessEnv, stopping: AbortSignal }} call
 */
export async function run({ rest, env, stopping }) {
  const only = rest.length > 0 ? rest : ["tests/cluster"];
  await rm(clusterResult, { force: true }); // what an earlier run has left is not this one's
  const vitest = path.join(root, "node_modules/vitest/vitest.mjs");
  const command = [vitest, "run", "--config", "tests/vitest.config.ts", "--configLoader", "runner", ...only];
  const code = await runToEnd(process.execPath, command, { cwd: root, env: { ...env, CARDBOUND_TEST_LONG: "1" } });
  if (stopping.aborted) {
    process.stdout.write(`ended by ${stopping.reason}, before anything was counted\n`);
    return codeOfSignal(stopping.reason);
  }
  const found = await readFile(clusterResult, "utf8").catch(() => null);
  if (found === null) {
    process.stdout.write("nothing was counted\n"); // skipped, or it came to no end: said above
    return code || 1;
  }
  /** @type {ClusterResult} */
  const result = JSON.parse(found);
  for (const answer of result.wrong) say(answer);
  process.stdout.write(`${lineOf(result)}\n`);
  return isGood(result) ? code : code || 1;
}

/** @param {ClusterResult} result */
export function isGood({ changes, doubles, wrong }) {
  return changes >= FEWEST_CHANGES && doubles === 0 && wrong.length === 0;
}

/** @param {ClusterResult} result */
export function lineOf({ changes, doubles, wrong, unknown }) {
  return `${changes} changes, ${doubles} double changes, ${wrong.length} wrong answers, ${unknown} unknown`;
}
