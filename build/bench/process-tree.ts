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

/** What the processes of one kind have used so far, and hold now. */
export interface Usage {
  /** Of the processor, user and system. */
  readonly cpuMs: number;
  /** Memory; what several processes share is divided among them (PSS, proc_pid_smaps(5)). */
  readonly pssMB: number;
}

/** A tree of processes by kind: `main`, and what Chromium calls the others (`--type=`, a utility by its service). */
export async function usageByKind(root: number): Promise<ReadonlyMap<string, Usage>> {
  const kinds = new Map<string, Usage>();
  for (const pid of await processTree(root)) {
    const fields = await statFields(pid);
    const [rollup, command] = await Promise.all(
      ["smaps_rollup", "cmdline"].map((name) => readFile(`/proc/${pid}/${name}`, "latin1").catch(() => "")),
    );
    const kind =
      /--utility-sub-type=(\w+)/.exec(command ?? "")?.[1] ?? /--type=([\w-]+)/.exec(command ?? "")?.[1] ?? "main";
    const before = kinds.get(kind) ?? { cpuMs: 0, pssMB: 0 };
    kinds.set(kind, {
      cpuMs: before.cpuMs + (Number(fields?.[11] ?? 0) + Number(fields?.[12] ?? 0)) * TICK_MS,
      pssMB: before.pssMB + Number(/^Pss:\s+(\d+) kB$/m.exec(rollup ?? "")?.[1] ?? 0) / 1024,
    });
  }
  return kinds;
}

/** The fields of /proc/PID/stat behind the name, which may have spaces in it: from the third on. Null if it has ended. */
async function statFields(pid: number): Promise<string[] | null> {
  const stat = await readFile(`/proc/${pid}/stat`, "latin1").catch(() => null);
  return stat === null ? null : stat.slice(stat.lastIndexOf(")") + 2).split(" ");
}
