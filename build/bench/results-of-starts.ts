import process from "node:process";
import type { MeasuredStart } from "./measured-starts.ts";
import { type ProgramName, programNames } from "./packed-programs.ts";
import type { Usage } from "./process-tree.ts";
import { lineOf, type Row } from "./results-of-app.ts";
import { loadOfComputer, quantile } from "./results-of-backend.mjs";

export type Starts = Readonly<Record<ProgramName, readonly MeasuredStart[]>>;

type Figure = "firstScreenMs" | "cpuMs" | "pssMB";
const median = (values: readonly number[]) => quantile([...values], 0.5);

/** Prints what starts took: of an empty window, of the floor and of ours, and then by kind of process. */
export function printStarts(starts: Starts): void {
  process.stdout.write(`${loadOfComputer()}\n`);
  process.stdout.write(`medians of ${starts.ours.length} starts each, in turns: an empty window → the floor → ours\n`);
  process.stdout.write("×: over the empty window of the same round, the median of the rounds\n");
  const rows = [
    ...compared(starts, "start to the first screen", "firstScreenMs", "ms", 1.15),
    ...compared(starts, "processor's time until the window rests", "cpuMs", "ms"),
    ...compared(starts, "memory (PSS of all processes)", "pssMB", "MB", 1.08),
  ];
  for (const row of rows) process.stdout.write(`${lineOf(row)}\n`);
  process.stdout.write("medians by kind of process\n");
  const kinds = new Set(programNames.flatMap((name) => starts[name].flatMap((start) => [...start.kinds.keys()])));
  for (const kind of kinds) {
    const of = (figure: keyof Usage) =>
      programNames.map((name) => median(starts[name].map((start) => start.kinds.get(kind)?.[figure] ?? 0)).toFixed(0));
    process.stdout.write(
      `  ${kind.padEnd(42)}${`${of("cpuMs").join(" → ")} ms`.padStart(26)}${`${of("pssMB").join(" → ")} MB`.padStart(22)}\n`,
    );
  }
}

/** Ours, the floor, and the lowest of each; ours and the floor over the empty window of the same round: they met the same load. */
function compared(starts: Starts, name: string, figure: Figure, unit: string, goal?: number): readonly Row[] {
  const medians = programNames.map((program) => median(starts[program].map((start) => start[figure])).toFixed(0));
  const over = (program: ProgramName) =>
    median(starts[program].map((start, round) => start[figure] / (starts.empty[round]?.[figure] ?? Number.NaN)));
  const lowest = programNames.map((program) => Math.min(...starts[program].map((start) => start[figure])).toFixed(0));
  const shared = { digits: 2, unit: "×" } as const;
  return [
    {
      name,
      figures: `${medians.join(" → ")} ${unit}`,
      value: over("ours"),
      ...shared,
      ...(goal !== undefined && { goal }),
    },
    { name: "  the floor", figures: "", value: over("floor"), ...shared },
    { name: "  the lowest of each", figures: `${lowest.join(" → ")} ${unit}` },
  ];
}
