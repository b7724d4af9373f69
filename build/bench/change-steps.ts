import { fork } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import process from "node:process";
import { stopChild } from "../child-process.mjs";
import { startSessionKeyring } from "../desktop/session-keyring.mjs";
import { endWithParent } from "../end-with-parent.mjs";
import { startServers } from "../tasks/servers.mjs";

/** What one PIN change by a linked computer's signature takes, from the entered passcode to *changed*, in milliseconds. */
export interface ChangeSteps {
  /** Until the attempt is on record and the derivation begins: the keychain writes, and is read back. */
  readonly attempt: number;
  /** From the start of the derivation's worker to its answer. */
  readonly derivation: number;
  /** Until the attempt is taken back, and the window knows that the passcode was right. */
  readonly unlocked: number;
  /** With Solaris' key at hand: until the PIN is encrypted and the change is on disk, until it is signed, until it is handed to the network. */
  readonly encrypted: number;
  readonly signed: number;
  readonly handedOver: number;
  /** Until the bank's answer is in the window. */
  readonly answered: number;
  /** All of it. */
  readonly whole: number;
}

/**
 * Links a computer and changes a PIN some times over the window's bridge, without its screens, with the development build, both servers and a real
 * keyring (change-steps-child.ts).
 * @param folder private; the app's files and keyring
 * @param display where its window opens
 */
export async function measureChangeSteps(
  folder: string,
  display: Readonly<Record<string, string>>,
  changes: number,
  stopping: AbortSignal,
): Promise<readonly ChangeSteps[]> {
  const keyring = await startSessionKeyring(path.join(folder, "keyring-of-steps"), "bench");
  const servers = await startServers({ log: "ignore" });
  const told = [servers.backendUrl, servers.sandboxUrl, path.join(folder, "profile-of-steps"), String(changes)];
  const env = { ...process.env, ...display, ...keyring.env, NODE_OPTIONS: "" };
  const child = fork(path.join(import.meta.dirname, "change-steps-child.ts"), told, { env, execArgv: [] });
  endWithParent(child);
  try {
    const ended = once(child, "exit", { signal: stopping }).then(([code]) => {
      throw new Error(`The changes ended with ${code}.`);
    });
    const [measured] = await Promise.race([once(child, "message"), ended]);
    await Promise.allSettled([ended]);
    return measured as readonly ChangeSteps[];
  } finally {
    await stopChild(child);
    await servers.close();
    await keyring.close();
  }
}
