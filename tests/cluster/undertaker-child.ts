// A process of its own that outlives the one that started it, `kill -9` included: then it ends what that one has left
// running, and removes its folders. In order it is told that everything is over, and does nothing.
import { readFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import process from "node:process";
import { setTimeout as pause } from "node:timers/promises";

/** What the undertaker is told. PostgreSQL ends by SIGQUIT without leaving shared memory behind, unlike by SIGKILL. */
export type Told =
  | { readonly folder: string }
  | { readonly pid: number; readonly signal: "SIGKILL" | "SIGQUIT" }
  | { readonly isOver: true };

const PATIENCE_MS = 10_000;
/** By its id and the moment of its start: an id alone may be another's by then. */
let running: { readonly pid: number; readonly startedAt: string; readonly signal: NodeJS.Signals }[] = [];
let folders: string[] = [];

process.on("message", (told: Told) => {
  if ("folder" in told) folders.push(told.folder);
  else if ("pid" in told) running.push({ ...told, startedAt: startOf(told.pid) ?? "it has ended" });
  else {
    running = [];
    folders = [];
  }
});

process.on("disconnect", async () => {
  for (const one of stillRunning()) process.kill(one.pid, one.signal);
  for (const giveUpAt = Date.now() + PATIENCE_MS; stillRunning().length > 0 && Date.now() < giveUpAt; ) await pause(50);
  for (const one of stillRunning()) process.kill(one.pid, "SIGKILL");
  for (const folder of folders) await rm(folder, { recursive: true, force: true });
});

function stillRunning() {
  return running.filter(({ pid, startedAt }) => startOf(pid) === startedAt);
}

/** The 22nd field of proc(5)'s stat, where the process is no zombie. */
function startOf(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return fields[0] === "Z" ? undefined : fields[19];
  } catch {
    return undefined;
  }
}
