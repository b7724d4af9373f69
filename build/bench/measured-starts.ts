import { spawn } from "node:child_process";
import { mkdir } from "node:fs/promises";
import path from "node:path";
import process from "node:process";
import { setTimeout as pause } from "node:timers/promises";
import { stopChild } from "../child-process.mjs";
import { endWithParent } from "../end-with-parent.mjs";
import type { PackedPrograms, ProgramName } from "./packed-programs.ts";
import { cpuTicksOf, TICK_MS, type Usage, usageByKind } from "./process-tree.ts";
import type { WatchedScreen } from "./watched-screen.ts";

/** One start of a program until its window rests. */
export interface MeasuredStart {
  /** From the start of the process to the picture that then stays. */
  readonly firstScreenMs: number;
  /** The processor's time of all its processes until the window rests. */
  readonly cpuMs: number;
  /** The memory of all its processes then. */
  readonly pssMB: number;
  /** Both by kind of process, without what has ended by then. */
  readonly kinds: ReadonlyMap<string, Usage>;
}

/**
 * Starts a program as a desktop would, with files of its own that are kept, and ends it again.
 * @param folder for the programs' files
 * @param during what to measure while its window rests
 */
export async function measureStart(
  programs: PackedPrograms,
  name: ProgramName,
  { screen, folder }: { readonly screen: WatchedScreen; readonly folder: string },
  during: (pid: number) => Promise<void> = async () => {},
): Promise<MeasuredStart> {
  const executable = await programs.choose(name);
  const home = path.join(folder, name);
  await mkdir(home, { recursive: true });
  const { PATH = "", LD_LIBRARY_PATH = "" } = process.env;
  const begun = performance.now();
  const child = spawn(executable, {
    env: { PATH, LD_LIBRARY_PATH, HOME: home, LANGUAGE: "en", ...screen.env },
    stdio: "ignore",
  });
  endWithParent(child);
  try {
    const firstScreenMs = (await screen.lastChange()) - begun;
    const pid = child.pid ?? 0;
    const cpuMs = (await cpuTicksOf(pid)) * TICK_MS;
    const kinds = await usageByKind(pid);
    const pssMB = [...kinds.values()].reduce((sum, { pssMB }) => sum + pssMB, 0);
    await during(pid);
    return { firstScreenMs, cpuMs, pssMB, kinds };
  } finally {
    await stopChild(child);
    await pause(300); // its other processes end after it
  }
}
