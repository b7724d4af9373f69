import { fork } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import process from "node:process";
import { stopChild } from "../child-process.mjs";
import { startSessionKeyring } from "../desktop/session-keyring.mjs";
import { endWithParent } from "../end-with-parent.mjs";
import { startServers } from "../tasks/servers.mjs";

/** In milliseconds: the longest block of main's loop, and the longest time between two frames of the window. */
interface Waits {
  readonly mainBlock: number;
  readonly frame: number;
}

export interface MeasuredJob {
  /** While nothing happens: what other programs of this computer take. */
  readonly rest: Waits;
  /** Each PIN change, from the card to the result, and how long its last step took. */
  readonly during: readonly (Waits & { readonly enterToChanged: number })[];
}

/**
 * Links a computer and changes a PIN a few times, with the development build, both servers and a real keyring (main-job-child.ts).
 * @param folder private; the app's files and keyring
 * @param display where its window opens
 */
export async function measureMainJob(
  folder: string,
  display: Readonly<Record<string, string>>,
  changes: number,
  stopping: AbortSignal,
): Promise<MeasuredJob> {
  const keyring = await startSessionKeyring(path.join(folder, "keyring"), "bench");
  const servers = await startServers({ log: "ignore" });
  const told = [servers.backendUrl, servers.sandboxUrl, path.join(folder, "profile"), String(changes)];
  const env = { ...process.env, ...display, ...keyring.env, NODE_OPTIONS: "" };
  const child = fork(path.join(import.meta.dirname, "main-job-child.ts"), told, { env, execArgv: [] });
  endWithParent(child);
  try {
    const ended = once(child, "exit", { signal: stopping }).then(([code]) => {
      throw new Error(`The main job ended with ${code}.`);
    });
    const [measured] = await Promise.race([once(child, "message"), ended]);
    ended.catch(() => undefined);
    await Promise.allSettled([ended]);
    return measured as MeasuredJob;
  } finally {
    await stopChild(child);
    await servers.close();
    await keyring.close();
  }
}
