import type { RequestKind } from "./requests.ts";

/** The guards of the protocol that the model can go without, one at a time. */
export const guards = [
  "an attempt has one row",
  "a row is written before Solaris is asked",
  "that write is looked at",
  "only an unchanged row is replaced",
  "an unrecorded id is closed",
  "a second attempt that has not come is closed",
  "an open change request is closed",
  "an abandoned row is ended before that is told",
  "a cancelled wait is a failed write",
  "a refusal is confirmed before it is told",
] as const;
export type Guard = (typeof guards)[number];

/** All that can befall a primary and its standby beside a failover. */
export const everyFault = ["restart", "cancelled wait"] as const;

/** What is searched: who asks for what, on which database, with which faults. */
export interface Setting {
  /** Each request may reach an instance of its own, and crash with it at any step. */
  readonly requests: readonly RequestKind[];
  /** `embedded`: one database that nothing replaces. The others are a primary and a standby. */
  readonly database: "embedded" | "synchronous" | "asynchronous";
  /** `restart`: the primary crashes and comes back. `cancelled wait`: somebody ends a statement that waits for the standby. */
  readonly faults?: readonly (typeof everyFault)[number][];
  readonly without?: Guard;
}
