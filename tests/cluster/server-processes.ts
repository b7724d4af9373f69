import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import type { Cluster } from "../postgres/cluster.ts";

/** Stops all processes of a server, as a network or a disk does that no longer answers. */
export function freeze(server: Cluster): void {
  signalAll(server, "SIGSTOP");
}

/** Lets them go on. */
export function thaw(server: Cluster): void {
  signalAll(server, "SIGCONT");
}

/** `kill -9` of all processes of a server at once: none of them has a moment left after the others. */
export async function killAll(server: Cluster): Promise<void> {
  const segment = sharedMemoryOf(server);
  freeze(server); // or a new one could come after the list of them was read
  signalAll(server, "SIGKILL");
  await server.stop("kill");
  if (segment !== undefined) execFileSync("ipcrm", ["-m", segment], { stdio: "ignore" });
}

function signalAll(server: Cluster, signal: NodeJS.Signals): void {
  const main = server.pid();
  if (main === undefined) return;
  for (const pid of [main, ...childrenOf(main)]) {
    try {
      process.kill(pid, signal);
    } catch {
      // It has just ended.
    }
  }
}

/** By the parent's id in proc(5), since each has a session of its own. */
function childrenOf(parent: number): number[] {
  const all = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  return all.map(Number).filter((pid) => parentOf(pid) === parent);
}

function parentOf(pid: number): number | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]);
  } catch {
    return undefined; // it has ended meanwhile
  }
}

/** The small segment of System V that a killed server leaves behind: the seventh line of its lock file has its id. */
function sharedMemoryOf({ folder }: Cluster): string | undefined {
  const lines = readFileSync(path.join(folder, "data", "postmaster.pid"), "utf8").split("\n");
  return lines[6]?.trim().split(/\s+/)[1];
}
