import path from "node:path";
import { runToEnd } from "../child-process.mjs";
import { withPassingDemonstration } from "../demonstration/passing-demonstration.mjs";

/**
 * `npm run demo`: the whole job by itself. The driver is a process of its own, because Playwright ends its process at once
 * when that is told to stop, and here there are servers to end first.
 * @param {{ env: NodeJS.ProcessEnv, stopping: AbortSignal }} call
 */
export function run({ env, stopping }) {
  return withPassingDemonstration(env, async ({ backendUrl, sandboxUrl }) => {
    if (stopping.aborted) return 130;
    const driver = path.join(import.meta.dirname, "demo-driver.mjs");
    return await runToEnd(process.execPath, [driver, backendUrl, sandboxUrl], { env });
  });
}
