import path from "node:path";
import { runToEnd } from "../child-process.mjs";
import { root } from "../paths.mjs";

/**
 * Checks the zones of tsconfig.json in parallel; skips one whose files have not changed since.
 * @type {Step}
 */
const types = ["typescript/bin/tsc", "--build"];
/** @type {Step} */
const lintAndFormat = ["@biomejs/biome/bin/biome", "check", "--error-on-warnings"];
/**
 * Finds unused code (knip.json).
 * @type {Step}
 */
const unused = ["knip/bin/knip.js", "--no-progress"];

/** @typedef {[script: string, ...args: string[]]} Step */

/** @type {Record<string, Step[]>} */
const stepsOf = { typecheck: [types], lint: [lintAndFormat, unused], check: [types, lintAndFormat, unused] };

/**
 * `npm run check`, and its two halves `typecheck` and `lint`.
 * @param {{ name: string }} call
 */
export async function run({ name }) {
  for (const [script, ...args] of stepsOf[name] ?? []) {
    const code = await runToEnd(process.execPath, [path.join(root, "node_modules", script), ...args], { cwd: root });
    if (code !== 0) return code;
  }
  return 0;
}
