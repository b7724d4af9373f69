import path from "node:path";
import { runToEnd } from "../child-process.mjs";
import { withPassingDemonstration } from "../demonstration/passing-demonstration.mjs";
import { root } from "../paths.mjs";
import { say } from "../say.mjs";

/**
 * `npm run dev`: electron-vite's development mode, with hot reload, against backend and sandbox.
 * @param {{ env: NodeJS.ProcessEnv, stopping: AbortSignal }} call
 */
export function run({ env, stopping }) {
  return withPassingDemonstration(env, async ({ backendUrl, sandboxUrl }) => {
    say(`the Solaris sandbox: ${sandboxUrl}/`);
    if (stopping.aborted) return 130;
    const config = ["--config", "out/development/electron.vite.config.js"];
    const script = path.join(root, "node_modules/electron-vite/bin/electron-vite.js");
    const args = [script, "dev", "--watch", ...config, "--", `--backend=${backendUrl}`];
    return await runToEnd(process.execPath, args, { cwd: root, env });
  });
}
