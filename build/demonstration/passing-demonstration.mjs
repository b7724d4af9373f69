import { say } from "../say.mjs";
import { startServers } from "../tasks/servers.mjs";
import { forgetEntries } from "./kept-demonstration.mjs";

/**
 * Runs something against servers of which nothing is left afterwards, nor of the app's entries in the keychain.
 * @param {NodeJS.ProcessEnv} env the desktop's
 * @param {(servers: import("../tasks/servers.mjs").Servers) => Promise<number>} run
 * @returns {Promise<number>} what it has answered
 */
export async function withPassingDemonstration(env, run) {
  const servers = await startServers();
  say("this run has a world of its own, which is gone afterwards, with its entries in the keychain");
  try {
    const customers = await (await fetch(`${servers.sandboxUrl}/sandbox/customers`)).text();
    try {
      return await run(servers);
    } finally {
      await forgetEntries([servers.backendUrl], customers, env);
    }
  } finally {
    await servers.close();
  }
}
