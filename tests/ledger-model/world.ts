import type { LedgerEntry } from "../../src-backend/pin-changes/ledger.ts";
import type { Told } from "./requests.ts";
import type { Point } from "./scripts.ts";

/** A write that the primary has in its log and the standby has not. */
export interface Unreplicated {
  readonly row: LedgerEntry;
  /** Whether others read it. One that waits for the standby is hidden, and its row is locked. */
  readonly isVisible: boolean;
}

/** Everything there is at one moment. */
export interface World {
  /** The requests that have not arrived yet, and those under way. Whoever has ended, by an answer or a crash, is gone. */
  readonly requests: readonly Point[];
  /** The rows that a failover does not lose, by attempt. */
  readonly rows: readonly LedgerEntry[];
  readonly unreplicated: readonly Unreplicated[];
  /** How often Solaris has carried out each attempt, and how many calls it may still carry out though nobody waits. */
  readonly carriedOut: readonly [number, number];
  readonly atSolaris: readonly [number, number];
  /** The attempts that an answer has called unchanged for good. */
  readonly promised: readonly [boolean, boolean];
  /** Whether the app knows that it may send the second attempt. */
  readonly isKeyOutdated: boolean;
  /** What the last settlement that knew how it ended has said. */
  readonly settled: NonNullable<Told["settled"]> | null;
}

const settlements = [null, "changed", "refused", "not_received", "unknown"] as const;

/**
 * Text that two worlds share if what can happen from then on is the same. A character is a number: there are hundreds of
 * thousands of worlds, and to compare short texts is quick.
 */
export function nameOfWorld(world: World): string {
  const { carriedOut, atSolaris, promised, isKeyOutdated, settled } = world;
  const requests = world.requests.map(({ id }) => id + 1).sort((a, b) => a - b);
  const rows = world.rows.map((row) => nameOfRow(row) + 1);
  const unreplicated = world.unreplicated.map(({ row, isVisible }) => 2 * nameOfRow(row) + (isVisible ? 2 : 1));
  const said = (promised[0] ? 1 : 0) + (promised[1] ? 2 : 0) + (isKeyOutdated ? 4 : 0);
  const rest = [...carriedOut, ...atSolaris, said, settlements.indexOf(settled)];
  return String.fromCharCode(...requests, 0, ...rows, 0, ...unreplicated, 0, ...rest);
}

const numbers = new WeakMap<LedgerEntry, number>();
const names = new Map<string, number>();

/** A short name of a row's content. */
export function nameOfRow(row: LedgerEntry): number {
  const known = numbers.get(row);
  if (known !== undefined) return known;
  const content = JSON.stringify(row);
  const number = names.get(content) ?? names.size;
  names.set(content, number);
  numbers.set(row, number);
  return number;
}

/** The rows that a reader sees: those of the primary without what is hidden. */
export function visibleRows({ rows, unreplicated }: World): readonly LedgerEntry[] {
  return unreplicated.reduce((all, { row, isVisible }) => (isVisible ? withRow(all, row) : all), rows);
}

/** Whether a write that is hidden holds this attempt's row. */
export function isLocked({ unreplicated }: World, attempt: number): boolean {
  return unreplicated.some(({ row, isVisible }) => !isVisible && row.attempt === attempt);
}

/** The rows with one put in its place. */
export function withRow(rows: readonly LedgerEntry[], row: LedgerEntry): readonly LedgerEntry[] {
  return [...rows.filter(({ attempt }) => attempt !== row.attempt), row].sort((a, b) => a.attempt - b.attempt);
}
