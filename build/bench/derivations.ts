import { execFile } from "node:child_process";
import path from "node:path";
import process from "node:process";
import { promisify } from "node:util";
import { out } from "../paths.mjs";
import { installedElectron } from "../prepare/electron-runtime.mjs";

/** One derivation of the passcode's key and one by `crypto.scryptSync`: milliseconds by the clock, and of the processor. */
export interface Derivation {
  readonly ms: number;
  readonly cpuMs: number;
  readonly cryptoMs: number;
  readonly cryptoCpuMs: number;
}

/** Times derivations, from the start of their worker to its end, against `crypto.scryptSync` in the same Electron (derivation-child.mjs). */
export async function measureDerivations(rounds: number, stopping: AbortSignal): Promise<readonly Derivation[]> {
  const electron = await installedElectron();
  if (electron === undefined) throw new Error("no Electron is installed");
  const { stdout } = await promisify(execFile)(
    electron.executable,
    [path.join(import.meta.dirname, "derivation-child.mjs"), path.join(out, "main/passcode-worker.js"), String(rounds)],
    { env: { ...process.env, ELECTRON_RUN_AS_NODE: "1", NODE_OPTIONS: "" }, signal: stopping },
  );
  const lines = stdout.trim().split("\n");
  return lines.map((line) => JSON.parse(line) as Derivation);
}
