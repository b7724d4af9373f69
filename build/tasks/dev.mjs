import path from "node:path";
import { runToEnd } from "../child-process.mjs";
import { root } from "../paths.mjs";
import { say } from "../say.mjs";
import { startServers } from "./servers.mjs";

/**
 * `npm run dev`: electron-vite's development mode, with hot reload, against backend and sandbox.
 * @param {{ env: NodeJS.ProcessEnv, stopping: AbortSignal }} call
 */
export async function run({ env, stopping }) {
  const servers = await startServers();
  try {
    say(`the Solaris sandbox: ${servers.sandboxUrl}/`);
    if (stopping.aborted) return 130;
    const config = ["--config", "out/development/electron.vite.config.js"];
    const script = path.join(root, "node_modules/electron-vite/bin/electron-vite.js");
    return await runToEnd(
      process.execPath,
      [script, "dev", "--watch", ...config, "--", `--backend=${servers.backendUrl}`],
      { cwd: root, env },
    );
  } finally {
    await servers.close();
  }
}
