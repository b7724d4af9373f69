import path from "node:path";
import { utilityProcess } from "electron";
import type { TokenChild } from "../../src-hardware-key/ask-token.ts";
import { errnoOf } from "../files/errno.ts";
import { requireKnownNativeLibrary } from "../token/known-native-library.ts";
import type { StartTokenChild } from "../token/tokens.ts";

/**
 * Starts the process that loads a module, as Electron's utility process: a vendor's code has neither main's memory nor the
 * window's (docs/hardware-key.md#the-process). What it writes is nobody's.
 * @param environment the cleaned one; modules read their own variables
 */
export function createStartTokenChild(environment: NodeJS.ProcessEnv): StartTokenChild {
  return async ({ file, sha256 }) => {
    requireKnownNativeLibrary();
    const child = utilityProcess.fork(path.join(import.meta.dirname, "hardware-key.js"), [file, sha256], {
      env: { ...environment },
      execArgv: [],
      stdio: "ignore",
      serviceName: "token",
      allowLoadingUnsignedLibraries: true, // on macOS: a vendor's module is not signed by our team (docs/releasing.md#signing)
    });
    const isStarted = new Promise<void>((resolve) => child.once("spawn", resolve));
    const gone = new Promise<void>((resolve) => child.once("exit", () => resolve()));
    await Promise.race([isStarted, gone]);
    const { pid } = child;
    return {
      pid,
      gone,
      send: (message) => child.postMessage(message),
      listen(listener) {
        child.removeAllListeners("message");
        child.on("message", listener);
      },
      kill: () => endNow(child, pid),
    } satisfies TokenChild;
  };
}

function killOnce(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch (error) {
    // It has ended, and its `exit` is on its way. Not seen on Linux, where its number stays taken until then; macOS was not run.
    if (errnoOf(error) !== "ESRCH") throw error;
  }
}

/** By a signal that no module can hold up: Electron's own asks the process on some systems (SIGTERM). */
function endNow(child: Electron.UtilityProcess, pid: number | undefined): void {
  if (child.pid === undefined) return; // it has ended, and its number may be another's
  if (process.platform === "win32" || pid === undefined) child.kill();
  else killOnce(pid);
}
