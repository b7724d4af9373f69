import { say } from "../say.mjs";
import { startServers } from "../tasks/servers.mjs";
import { forgetEntries } from "./kept-demonstration.mjs";

/**
 * Runs something against temporary servers, and removes the app's keychain entries afterwards.
 * @param {NodeJS.ProcessEnv} env the desktop's
 * @param {(servers: import("../tasks/servers.mjs").Servers) => Promise<number>} run
 * @param {{ browserSignIn?: boolean }} [options] with it one signs in as at a bank
 * @returns {Promise<number>} the result of `run`
 */
export async function withPassingDemonstration(env, run, { browserSignIn = false } = {}) {
  const servers = await startServers({ browserSignIn });
  say("this run has its own world, which is removed afterwards, with its keychain entries");
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
