import { randomBytes } from "node:crypto";

/** Where a request belongs in the caller's trace (W3C Trace Context §3.2). */
export interface TraceParent {
  /** 32 lower-case hexadecimal digits. */
  readonly traceId: string;
  /** Two such digits: what of the caller's flags is passed on. */
  readonly flags: string;
}

/** `sampled`, and `random-trace-id` of Level 2; of all others nothing is known, so they are not passed on. */
const KNOWN_FLAGS = 0x03;

/**
 * Reads `traceparent`. A later version may go on after what this one has (§3.2.4).
 * @param fields the values of all header fields of this name
 * @returns null if there is none, or none that is valid: then there is no trace
 */
export function readTraceParent(fields: readonly string[]): TraceParent | null {
  const [field, ...others] = fields;
  if (field === undefined || others.length > 0) return null;
  const parts = /^([0-9a-f]{2})-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})(-.*)?$/.exec(field);
  if (parts === null) return null;
  const [, version = "", traceId = "", parentId = "", flags = "", more] = parts;
  if (version === "ff" || (version === "00" && more !== undefined)) return null;
  if (/^0+$/.test(traceId) || /^0+$/.test(parentId)) return null;
  const known = Number.parseInt(flags, 16) & KNOWN_FLAGS;
  return { traceId, flags: known.toString(16).padStart(2, "0") };
}

/** The header field of a call that belongs to this trace, as a span of its own. */
export function childOf({ traceId, flags }: TraceParent): string {
  return `00-${traceId}-${newSpanId()}-${flags}`;
}

function newSpanId(): string {
  for (;;) {
    const id = randomBytes(8).toString("hex");
    if (!/^0+$/.test(id)) return id; // §3.2.2.4
  }
}
