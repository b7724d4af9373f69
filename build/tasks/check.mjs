import path from "node:path";
import { runToEnd } from "../child-process.mjs";
import { root } from "../paths.mjs";

/**
 * The zones of tsconfig.json side by side; one whose files are as they were last time is not checked again.
 * @type {Step}
 */
const types = ["typescript/bin/tsc", "--build"];
/** @type {Step} */
const lintAndFormat = ["@biomejs/biome/bin/biome", "check", "--error-on-warnings"];
/**
 * What nobody uses (knip.json).
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
