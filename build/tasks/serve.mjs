import path from "node:path";
import { runToEnd } from "../child-process.mjs";
import { out } from "../paths.mjs";

/**
 * `npm run backend`, `npm run sandbox`: the server alone, configured by the environment; `npm run backend -- COMMAND` runs a
 * command instead. @param {{ name: string, rest: string[] }} call
 */
export function run({ name, rest }) {
  return runToEnd(process.execPath, [path.join(out, name, "index.js"), ...rest]);
}
