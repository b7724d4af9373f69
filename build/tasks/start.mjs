import { runToEnd } from "../child-process.mjs";
import { root } from "../paths.mjs";
import { installedElectron } from "../prepare/electron-runtime.mjs";
import { say } from "../say.mjs";
import { startServers } from "./servers.mjs";

/**
 * `npm start`: the app, with backend and sandbox beside it, until its window is closed.
 * @param {{ env: NodeJS.ProcessEnv, stopping: AbortSignal }} call
 */
export async function run({ env, stopping }) {
  const servers = await startServers();
  try {
    say(`the Solaris sandbox, with the one-time codes it "sends": ${servers.sandboxUrl}/`);
    say(`the partner backend: ${servers.backendUrl}/openapi.json`);
    if (stopping.aborted) return 130;
    const electron = await installedElectron();
    say("starting the app; close its window or press Ctrl+C to stop everything");
    const code = await runToEnd(electron?.executable ?? "", [root, `--backend=${servers.backendUrl}`], { env });
    return stopping.aborted ? 130 : code;
  } finally {
    await servers.close();
  }
}
