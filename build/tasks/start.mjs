import path from "node:path";
import { runToEnd } from "../child-process.mjs";
import { openDemonstration } from "../demonstration/kept-demonstration.mjs";
import { endWithParent } from "../end-with-parent.mjs";
import { root } from "../paths.mjs";
import { installedElectron } from "../prepare/electron-runtime.mjs";
import { Refusal, say } from "../say.mjs";
import { startServers } from "./servers.mjs";

/**
 * `npm start [-- --fresh] [--browser-sign-in]`: runs the app with backend and sandbox until its window is closed. The next
 * start continues with the same world; `--fresh` starts over. With `--browser-sign-in` one signs in as at a bank.
 * @param {{ rest: string[], env: NodeJS.ProcessEnv, stopping: AbortSignal }} call
 */
export async function run({ rest, env, stopping }) {
  const unknown = rest.find((word) => word !== "--fresh" && word !== "--browser-sign-in");
  if (unknown !== undefined) {
    throw new Refusal(`\`npm start\` does not know "${unknown}".`, "It takes `-- --fresh` and `-- --browser-sign-in`.");
  }
  const demonstration = await openDemonstration({ fresh: rest.includes("--fresh"), env });
  try {
    say(`this world lasts from start to start, in ${demonstration.folder}; \`npm start -- --fresh\` begins anew`);
    const servers = await startServers({
      lasting: { folder: demonstration.folder, ports: await demonstration.takePorts() },
      browserSignIn: rest.includes("--browser-sign-in"),
    });
    try {
      await demonstration.noteServers(servers);
      say(`the Solaris sandbox, with the one-time codes it "sends": ${servers.sandboxUrl}/`);
      say(`the partner backend: ${servers.backendUrl}/openapi.json`);
      if (servers.issuer !== null) say(`the demonstration bank's identity provider: ${servers.issuer}`);
      if (stopping.aborted) return 130;
      const electron = await installedElectron();
      say("starting the app; close its window or press Ctrl+C to stop everything");
      const profile = path.join(demonstration.folder, "profile");
      const signIn = servers.signIn === null ? [] : [`--sign-in=${servers.signIn}`];
      const args = [root, `--backend=${servers.backendUrl}`, `--user-data-dir=${profile}`, ...signIn];
      const code = await runToEnd(electron?.executable ?? "", args, { env }, endWithParent);
      return stopping.aborted ? 130 : code;
    } finally {
      await servers.close();
    }
  } finally {
    demonstration.close();
  }
}
