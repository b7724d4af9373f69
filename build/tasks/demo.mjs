import path from "node:path";
import { runToEnd } from "../child-process.mjs";
import { withPassingDemonstration } from "../demonstration/passing-demonstration.mjs";
import { whyNoBrowser } from "../desktop/real-browser.mjs";
import { say } from "../say.mjs";

/**
 * `npm run demo`: does the whole job automatically, and signs in with the browser where there is Chromium. The driver is a
 * separate process, because Playwright exits at once on a stop signal, and here the servers must end first.
 * @param {{ env: NodeJS.ProcessEnv, stopping: AbortSignal }} call
 */
export function run({ env, stopping }) {
  const why = whyNoBrowser();
  if (why !== null) say(`signing in by a list of names instead of with the browser (${why})`);
  return withPassingDemonstration(
    env,
    async ({ backendUrl, sandboxUrl, signIn }) => {
      if (stopping.aborted) return 130;
      const driver = path.join(import.meta.dirname, "demo-driver.mjs");
      const told = [driver, backendUrl, sandboxUrl, ...(signIn === null ? [] : [signIn])];
      return await runToEnd(process.execPath, told, { env });
    },
    { browserSignIn: why === null },
  );
}
