import { setTimeout as pause } from "node:timers/promises";
import { measureStart } from "./measured-starts.ts";
import { type PackedPrograms, type ProgramName, programNames } from "./packed-programs.ts";
import { cpuTicksOf, TICK_MS, usageByKind } from "./process-tree.ts";
import type { WatchedScreen } from "./watched-screen.ts";

/** What a program takes that nobody touches. */
export interface Resting {
  /** Of one core, in percent. */
  readonly cpuPercent: number;
  /** All its processes, as they share it (PSS). */
  readonly pssMB: number;
}

/** How long each was watched, and what it took. */
export type MeasuredRest = Readonly<Record<ProgramName, Resting>> & { readonly watchedMs: number };

/**
 * Until a program has done all that it does once. Half a minute after a start V8 collects what the start has left, and Chromium does what
 * it had put off: 50 ms of the processor in an empty window, 130 in ours, and memory that was measured before falls.
 */
const SETTLES_MS = 40_000;

/**
 * Starts each program once more, lets it settle, and watches it.
 * @param watchedMs how long
 * @returns null if it was stopped
 */
export async function measureResting(
  programs: PackedPrograms,
  place: { readonly screen: WatchedScreen; readonly folder: string },
  watchedMs: number,
  stopping: AbortSignal,
): Promise<MeasuredRest | null> {
  const nothing: Resting = { cpuPercent: Number.NaN, pssMB: Number.NaN };
  const measured = { empty: nothing, floor: nothing, ours: nothing, watchedMs };
  const waits = (ms: number) => pause(ms, undefined, { signal: stopping }).catch(() => undefined);
  for (const name of programNames) {
    if (stopping.aborted) return null;
    await measureStart(programs, name, place, async (pid) => {
      await waits(SETTLES_MS);
      const before = await cpuTicksOf(pid);
      await waits(watchedMs);
      const cpuPercent = (((await cpuTicksOf(pid)) - before) * TICK_MS * 100) / watchedMs;
      const kinds = await usageByKind(pid);
      measured[name] = { cpuPercent, pssMB: [...kinds.values()].reduce((sum, { pssMB }) => sum + pssMB, 0) };
    });
  }
  return stopping.aborted ? null : measured;
}
