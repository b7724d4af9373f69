import { readdir, readFile } from "node:fs/promises";

/** A tick of /proc: 100 a second on each Linux that Node supports (`getconf CLK_TCK`). */
export const TICK_MS = 10;

/** A process and all that it has started, directly or not. @param root a process id */
async function processTree(root: number): Promise<number[]> {
  const parents = new Map<number, number>();
  for (const name of await readdir("/proc")) {
    if (!/^\d+$/.test(name)) continue;
    const fields = await statFields(Number(name));
    if (fields !== null) parents.set(Number(name), Number(fields[1]));
  }
  const tree = [root];
  for (const pid of tree) for (const [child, parent] of parents) if (parent === pid) tree.push(child);
  return tree;
}

/** What a tree of processes has used of the processor so far, in ticks; of what has ended, what its parent has waited for. */
export async function cpuTicksOf(root: number): Promise<number> {
  let ticks = 0;
  for (const pid of await processTree(root)) {
    const fields = await statFields(pid);
    // proc(5): utime, stime, cutime and cstime
    for (const place of [11, 12, 13, 14]) ticks += Number(fields?.[place] ?? 0);
  }
  return ticks;
}

/** The memory of a tree of processes in kB, what several share divided among them (PSS, proc_pid_smaps(5)). */
export async function pssOf(root: number): Promise<number> {
  let kB = 0;
  for (const pid of await processTree(root)) {
    const rollup = await readFile(`/proc/${pid}/smaps_rollup`, "latin1").catch(() => "");
    kB += Number(/^Pss:\s+(\d+) kB$/m.exec(rollup)?.[1] ?? 0);
  }
  return kB;
}

/** The fields of /proc/PID/stat behind the name, which may have spaces in it: from the third on. Null if it has ended. */
async function statFields(pid: number): Promise<string[] | null> {
  const stat = await readFile(`/proc/${pid}/stat`, "latin1").catch(() => null);
  return stat === null ? null : stat.slice(stat.lastIndexOf(")") + 2).split(" ");
}
