import path from "node:path";
import { runToEnd } from "../child-process.mjs";
import { out } from "../paths.mjs";

/** `npm run backend`, `npm run sandbox`: the server by itself, configured by the environment. @param {{ name: string }} call */
export function run({ name }) {
  return runToEnd(process.execPath, [path.join(out, name, "index.js")]);
}
