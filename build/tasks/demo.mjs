import path from "node:path";
import { runToEnd } from "../child-process.mjs";
import { withPassingDemonstration } from "../demonstration/passing-demonstration.mjs";

/**
 * `npm run demo`: does the whole job automatically. The driver is a separate process, because Playwright exits at once on a
 * stop signal, and here the servers must end first.
 * @param {{ env: NodeJS.ProcessEnv, stopping: AbortSignal }} call
 */
export function run({ env, stopping }) {
  return withPassingDemonstration(env, async ({ backendUrl, sandboxUrl }) => {
    if (stopping.aborted) return 130;
    const driver = path.join(import.meta.dirname, "demo-driver.mjs");
    return await runToEnd(process.execPath, [driver, backendUrl, sandboxUrl], { env });
  });
}
