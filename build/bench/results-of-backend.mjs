import { readFile } from "node:fs/promises";
import { availableParallelism, loadavg } from "node:os";
import process from "node:process";

/**
 * Changes per second; requests with another answer (503, where the database does not keep up); times in milliseconds; the backend's processor time for a change, NaN where the system does not tell;
 * new connections to Solaris for a change.
 * @typedef {{ rate: number, refused: number, p50: number, p99: number, health99: number, cpuMs: number, connections: number }} Result
 */

/** A tick of /proc, in seconds: 100 a second on each Linux that Node supports (`getconf CLK_TCK`). */
const TICK_S = 0.01;
const columns = /** @type {const} */ ([
  ["changes/s", "rate", 0],
  ["p50 ms", "p50", 1],
  ["p99 ms", "p99", 1],
  ["/health p99", "health99", 1],
  ["CPU ms", "cpuMs", 2],
  ["new conn.", "connections", 2],
  ["refused", "refused", 0],
]);

/** What a process has used of the processor, all its threads, in seconds. @param {number} pid */
export async function cpuSecondsOf(pid) {
  const stat = await readFile(`/proc/${pid}/stat`, "latin1").catch(() => "");
  // Behind the name, which may have spaces in it: the fields from the third on (proc(5)).
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return (Number(fields[11]) + Number(fields[12])) * TICK_S;
}

/** The nearest-rank quantile. @param {number[]} values @param {number} part */
export function quantile(values, part) {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.max(0, Math.ceil(sorted.length * part) - 1)] ?? Number.NaN;
}

/** Of each figure by itself. @param {Result[]} results @returns {Result} */
export function median(results) {
  const of = (/** @type {keyof Result} */ figure) =>
    quantile(
      results.map((result) => result[figure]),
      0.5,
    );
  return {
    rate: of("rate"),
    refused: of("refused"),
    p50: of("p50"),
    p99: of("p99"),
    health99: of("health99"),
    cpuMs: of("cpuMs"),
    connections: of("connections"),
  };
}

/** What else this computer was doing, without which figures of two runs cannot be compared. @returns {string} */
export function loadOfComputer() {
  return `load of this computer in the last minute: ${(loadavg()[0] ?? 0).toFixed(1)} on ${availableParallelism()} cores`;
}

/** @param {number} rounds @param {number} ms */
export function printTitles(rounds, ms) {
  const titles = columns.map(([title]) => title.padStart(12)).join("");
  process.stdout.write(`${loadOfComputer()}\n`);
  process.stdout.write(`signed PIN changes, medians of ${rounds} rounds of ${ms / 1000} s each, in turns\n`);
  process.stdout.write(
    "/health p99: ms, meanwhile, the first one included; CPU ms: of the backend's processor for a change; new conn.: to Solaris for a change;\n" +
      "refused: answered otherwise, such as 503 (nothing done); ×: the rate over the first version's\n",
  );
  process.stdout.write(`${"connections".padEnd(13)}${"".padEnd(12)}${titles}\n`);
}

/** @param {number} count @param {string} name @param {Result} result @param {Result | undefined} earlier */
export function printRow(count, name, result, earlier) {
  const figures = columns.map(([, figure, digits]) => formatted(result[figure], digits).padStart(12)).join("");
  const ratio = earlier === undefined || earlier === result ? "" : `   × ${(result.rate / earlier.rate).toFixed(2)}`;
  process.stdout.write(`${String(count).padEnd(13)}${name.padEnd(12)}${figures}${ratio}\n`);
}

/** @param {number} value @param {number} digits */
function formatted(value, digits) {
  return Number.isNaN(value) ? "–" : value.toFixed(digits);
}

/** The goals at 64 connections on SQLite. @param {ReadonlyMap<string, Result>} medians @param {string} earlierName */
export function printGoals(medians, earlierName) {
  const now = medians.get("SQLite");
  const earlier = medians.get(earlierName);
  if (now === undefined) return;
  const goals = /** @type {[string, number, boolean][]} */ ([
    ["p99 at most 4 × p50", now.p99 / now.p50, now.p99 <= 4 * now.p50],
    ["/health p99 at most 20 ms", now.health99, now.health99 <= 20],
  ]);
  if (earlier !== undefined)
    goals.unshift([`at least 3 × the rate of ${earlierName}`, now.rate / earlier.rate, now.rate >= 3 * earlier.rate]);
  for (const [goal, value, isMet] of goals)
    process.stdout.write(`${"".padEnd(13)}${isMet ? "met" : "MISSED"}: ${goal} (${value.toFixed(2)})\n`);
}
