import path from "node:path";
import { runToEnd } from "../child-process.mjs";
import { root } from "../paths.mjs";

/**
 * `npm run check`: the types of every zone, then lint and format, then what nobody uses (knip.json). The zones of
 * tsconfig.json are checked side by side, and those whose files are as they were last time are not checked again.
 */
export async function run() {
  const steps = [
    () => node("typescript/bin/tsc", ["--build"]),
    () => node("@biomejs/biome/bin/biome", ["check", "--error-on-warnings"]),
    () => node("knip/bin/knip.js", ["--no-progress"]),
  ];
  for (const step of steps) {
    const code = await step();
    if (code !== 0) return code;
  }
  return 0;
}

/** @param {string} script @param {string[]} args */
function node(script, args) {
  return runToEnd(process.execPath, [path.join(root, "node_modules", script), ...args], { cwd: root });
}
