import { once } from "node:events";
import { openSync } from "node:fs";
import { startServer } from "../../build/tasks/servers.mjs";
import { placesIn, withBackend } from "../../src-testing/servers-here.ts";

type Within = (command: string[]) => string[];

/**
 * The real servers as processes of their own, built as they ship.
 * @param within a command to run the backend with
 * @param onStart told the backend's process
 */
export async function startServerProcesses(folder: string, within?: Within, onStart?: (pid: number) => void) {
  const { customers, sandboxLog } = placesIn(folder);
  const environment = { PORT: "0", SANDBOX_CUSTOMERS_FILE: customers };
  const sandbox = await startServer("sandbox", environment, openSync(sandboxLog, "a"));
  return withBackend(folder, sandbox, async (variables, log) => {
    const backend = await startServer("backend", variables, openSync(log, "a"), within);
    onStart?.(backend.process.pid ?? 0);
    const stop = async () => {
      const gone = once(backend.process, "exit");
      backend.process.kill("SIGKILL");
      await gone;
    };
    return { url: backend.url, stop, close: backend.close };
  });
}
