import process from "node:process";
import type { ChangeSteps } from "./change-steps.ts";
import type { Derivation } from "./derivations.ts";
import type { MeasuredJob } from "./main-job.ts";
import type { MeasuredRest, Resting } from "./resting.ts";
import { quantile } from "./results-of-backend.mjs";

/** What the benchmark of the app has measured besides starts. */
export interface AppFigures {
  readonly resting: MeasuredRest;
  readonly job: MeasuredJob;
  readonly steps: readonly ChangeSteps[];
  readonly derivations: readonly Derivation[];
  readonly sizes: {
    /** Compressed, of the language with the longest words. */
    readonly firstScreenBytes: number;
    readonly mainBytes: number;
    readonly archiveBytes: number;
  };
}

/** A line of a table. */
export type Row = { readonly name: string; readonly figures: string } & (
  | {
      /** What the goal is about. */
      readonly value: number;
      readonly digits: number;
      readonly unit: string;
      readonly goal?: number;
    }
  | { readonly value?: never }
);

const median = (values: readonly number[]) => quantile([...values], 0.5);
const MB = 1024 * 1024;

/** Prints the table: medians, and which goals they meet. */
export function printAppFigures({ resting, job, steps, derivations, sizes }: AppFigures): void {
  process.stdout.write(
    `of ${job.during.length} PIN changes in the window, ${steps.length} without screens, ${derivations.length} pairs of derivations: medians, but the longest and p95\n`,
  );
  const worst = (name: "mainBlock" | "frame") => Math.max(...job.during.map((change) => change[name]));
  const rows: readonly Row[] = [
    ...rowsOfRest(resting),
    {
      name: "longest block of main, during a change",
      figures: `at rest ${job.rest.mainBlock.toFixed(0)} ms`,
      value: worst("mainBlock"),
      digits: 0,
      unit: "ms",
      goal: 50,
    },
    {
      name: "longest frame, during a change",
      figures: `at rest ${job.rest.frame.toFixed(0)} ms`,
      value: worst("frame"),
      digits: 0,
      unit: "ms",
    },
    {
      name: "Enter to changed",
      figures: "",
      value: median(job.during.map(({ enterToChanged }) => enterToChanged)),
      digits: 0,
      unit: "ms",
    },
    ...rowsOfChange(steps, derivations),
    {
      name: "window, until its first screen, compressed",
      figures: "",
      value: sizes.firstScreenBytes / 1000,
      digits: 1,
      unit: "kB",
      goal: 40,
    },
    { name: "main's first file", figures: "", value: sizes.mainBytes / 1000, digits: 0, unit: "kB" },
    { name: "archive (asar)", figures: "", value: sizes.archiveBytes / MB, digits: 2, unit: "MB" },
  ];
  for (const row of rows) process.stdout.write(`${lineOf(row)}\n`);
}

/** What each program takes that nobody touches: one window of each, once it has settled. */
function rowsOfRest({ empty, floor, ours, watchedMs }: MeasuredRest): readonly Row[] {
  const list = (figure: keyof Resting, digits: number) =>
    [empty, floor, ours].map((program) => program[figure].toFixed(digits)).join(" → ");
  const shared = { digits: 2, unit: "×" } as const;
  return [
    {
      name: "settled: memory",
      figures: `${list("pssMB", 0)} MB`,
      value: ours.pssMB / empty.pssMB,
      ...shared,
      goal: 1.08,
    },
    { name: "  the floor", figures: "", value: floor.pssMB / empty.pssMB, ...shared },
    {
      name: `settled: processor, over ${watchedMs / 1000} s`,
      figures: `${list("cpuPercent", 2)} %`,
      value: ours.cpuPercent,
      digits: 1,
      unit: "%",
      goal: 0,
    },
  ];
}

/** What of a PIN change by signature takes how long. */
function rowsOfChange(steps: readonly ChangeSteps[], derivations: readonly Derivation[]): readonly Row[] {
  const [ours, theirs] = [median(derivations.map(({ ms }) => ms)), median(derivations.map(({ cryptoMs }) => cryptoMs))];
  const beside = steps.map(({ whole, derivation }) => whole - derivation);
  const toWire = steps.map(({ encrypted, signed, handedOver }) => encrypted + signed + handedOver);
  return [
    {
      name: "derivation, beside crypto.scrypt",
      figures: `${theirs.toFixed(0)} → ${ours.toFixed(0)} ms`,
      value: median(derivations.map(({ ms, cryptoMs }) => ms / cryptoMs)),
      digits: 2,
      unit: "×",
      goal: 0.55,
    },
    {
      name: "passcode to changed, without the derivation",
      figures: "",
      value: median(beside),
      digits: 0,
      unit: "ms",
      goal: 250,
    },
    {
      name: "key at hand to request handed over, p95",
      figures: `median ${median(toWire).toFixed(1)} ms`,
      value: quantile([...toWire], 0.95),
      digits: 1,
      unit: "ms",
      goal: 10,
    },
  ];
}

export function lineOf(row: Row): string {
  const line = `${row.name.padEnd(44)}${row.figures.padStart(26)}`;
  if (row.value === undefined) return line;
  const { value, digits, unit, goal } = row;
  const shown = value.toFixed(digits);
  // As it is shown: a hundredth of a percent is nothing.
  const verdict = goal === undefined ? "" : `  ${Number(shown) <= goal ? "met" : "MISSED"}: at most ${goal} ${unit}`;
  return `${line}${`${shown} ${unit}`.padStart(14)}${verdict}`;
}
