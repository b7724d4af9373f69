import path from "node:path";
import { runToEnd } from "../child-process.mjs";
import { root } from "../paths.mjs";

/**
 * `npm run check`: the types of every zone, then lint and format. The zones of tsconfig.json are checked side by side, and
 * those whose files are as they were last time are not checked again.
 */
export async function run() {
  const code = await node("typescript/bin/tsc", ["--build"]);
  return code === 0 ? node("@biomejs/biome/bin/biome", ["check", "--error-on-warnings"]) : code;
}

/** @param {string} script @param {string[]} args */
function node(script, args) {
  return runToEnd(process.execPath, [path.join(root, "node_modules", script), ...args], { cwd: root });
}
