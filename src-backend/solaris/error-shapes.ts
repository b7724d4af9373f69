import type { IncomingHttpHeaders } from "node:http";
import { z } from "zod";
import type { HttpReply } from "./exchange.ts";

/** One Solaris error in any of its shapes (docs/solaris-api.md §11). */
export interface SolarisErrorEntry {
  readonly id: string;
  readonly code?: string;
  /** Shape C's static machine code. */
  readonly errorCode?: string;
  readonly detail?: string;
  /** Shape A's `source.field`. */
  readonly field?: string;
}

/** A Solaris error answer. Every shape has an id and a code, so another server's page never counts as one. */
export interface SolarisError {
  readonly status: number;
  /** At least one. */
  readonly entries: readonly SolarisErrorEntry[];
  readonly retryAfterSeconds?: number;
}

const MOST_ERRORS = 20;
const LONGEST_WAIT_SECONDS = 86_400;

// Drops descriptive fields that are not as documented; the rest still counts.
const word = z
  .string()
  .regex(/^[A-Za-z0-9_. -]{1,64}$/)
  .optional()
  .catch(undefined);
const text = z.string().max(2000).optional().catch(undefined);
const entry = z
  .object({
    // Passed on unchanged for support to look up.
    id: z.union([z.string().regex(/^[A-Za-z0-9_.:-]{1,128}$/), z.number().transform(String)]),
    status: z.unknown().optional(),
    code: word,
    error_code: word,
    detail: text,
    source: z.object({ field: word, message: text }).optional().catch(undefined),
  })
  .refine(({ code, error_code }) => code !== undefined || error_code !== undefined);
type Entry = z.infer<typeof entry>;

/** The errors of shape A, in one list or nested as in the public mock; B and C are a single flat error. */
const envelope = z.object({
  errors: z
    .array(z.union([z.array(z.unknown()).max(MOST_ERRORS), z.unknown().transform((one) => [one])]))
    .min(1)
    .max(MOST_ERRORS)
    .transform((errors) => errors.flat()),
});

/**
 * Reads an answer as a Solaris error: shape A (`{"errors":[…]}`), B or C (flat). Null if it is something else, such as a
 * firewall's page, whose status only means that it is not a yes.
 */
export function readSolarisError({
  status,
  json,
  headers,
}: Pick<HttpReply, "status" | "json" | "headers">): SolarisError | null {
  const entries = readEntries(json);
  if (entries.length === 0) return null;
  const retryAfterSeconds = readRetryAfter(headers);
  return { status, entries: entries.map(describe), ...(retryAfterSeconds !== undefined && { retryAfterSeconds }) };
}

/** The statuses inside the errors of a body: numbers, or digits as text (§11). NaN for anything else. */
export function statusesInside(json: unknown): number[] {
  return readEntries(json).flatMap(({ status }) => (status === undefined || status === null ? [] : [Number(status)]));
}

function readEntries(json: unknown): Entry[] {
  // Most answers are none: that costs a look, and not what zod says about it.
  if (!mayBeErrors(json)) return [];
  const several = envelope.safeParse(json);
  const candidates: unknown[] = several.success ? several.data.errors : [json];
  return candidates.flatMap((candidate) => {
    const parsed = entry.safeParse(candidate);
    return parsed.success ? [parsed.data] : [];
  });
}

function mayBeErrors(json: unknown): boolean {
  if (typeof json !== "object" || json === null) return false;
  return "errors" in json || "code" in json || "error_code" in json;
}

function describe({ id, code, error_code: errorCode, detail, source }: Entry): SolarisErrorEntry {
  const said = detail ?? source?.message;
  return {
    id,
    ...(code !== undefined && { code }),
    ...(errorCode !== undefined && { errorCode }),
    ...(said !== undefined && { detail: said }),
    ...(source?.field !== undefined && { field: source.field }),
  };
}

/**
 * How long to wait (RFC 9110 §10.2.3), at most a day. A point in time is compared with the answer's own `Date`, so the
 * clocks need not agree.
 */
export function readRetryAfter(headers: IncomingHttpHeaders): number | undefined {
  const said = headers["retry-after"]?.trim() ?? "";
  const seconds = /^\d+$/.test(said) ? Number(said) : (readHttpDate(said) - readHttpDate(headers.date ?? "")) / 1000;
  return Number.isFinite(seconds) ? Math.min(Math.max(0, Math.ceil(seconds)), LONGEST_WAIT_SECONDS) : undefined;
}

/** RFC 9110 §5.6.7; NaN if unreadable. */
function readHttpDate(text: string): number {
  return /^[A-Z][a-z]{2,8},? /.test(text) ? Date.parse(text) : Number.NaN;
}
