import path from "node:path";
import { runToEnd } from "../child-process.mjs";
import { root } from "../paths.mjs";

const zones = [
  "src-contract",
  "src-preload",
  "src-main",
  "src-renderer",
  "src-backend",
  "src-sandbox",
  "build",
  "tests",
];

/** `npm run check`: the types of every zone, then lint and format. */
export async function run() {
  for (const zone of zones) {
    const code = await node("typescript/bin/tsc", ["-p", zone]);
    if (code !== 0) return code;
  }
  return node("@biomejs/biome/bin/biome", ["check", "--error-on-warnings"]);
}

/** @param {string} script @param {string[]} args */
function node(script, args) {
  return runToEnd(process.execPath, [path.join(root, "node_modules", script), ...args], { cwd: root });
}
