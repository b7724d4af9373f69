import { z } from "zod";
import type { HttpReply } from "./exchange.ts";

/** What can be known of an error answer, whichever shape it has (solaris-api §11). */
export interface SolarisError {
  readonly status: number;
  readonly id?: string;
  readonly code?: string;
  /** Shape C's static machine code. */
  readonly errorCode?: string;
  readonly detail?: string;
  /** Shape A's `source.field`. */
  readonly field?: string;
  readonly retryAfterSeconds?: number;
}

// A field that is not as documented is left out; the rest still counts.
const word = z
  .string()
  .regex(/^[A-Za-z0-9_.-]{1,64}$/)
  .optional()
  .catch(undefined);
const text = z.string().max(2000).optional().catch(undefined);

const error = z.object({
  id: z
    .string()
    .regex(/^[A-Za-z0-9_-]{1,64}$/)
    .optional()
    .catch(undefined),
  code: word,
  error_code: word,
  detail: text,
  source: z.object({ field: word, message: text }).optional().catch(undefined),
});

const nested = z.union([error, z.array(error).min(1).max(20)]);
const envelope = z.object({ errors: z.array(nested).min(1).max(20) });

/**
 * Reads an error answer: shape A (`{"errors":[…]}`), B and C (flat), the nested array of the public mock, or anything
 * else, of which only the status is known. The status is HTTP's; the one in the body is sometimes a string.
 */
export function readSolarisError({ status, json, headers }: HttpReply): SolarisError {
  const { id, code, error_code: errorCode, detail, source } = firstError(json);
  const retryAfterSeconds = readRetryAfter(headers["retry-after"]);
  const said = detail ?? source?.message;
  return {
    status,
    ...(id !== undefined && { id }),
    ...(code !== undefined && { code }),
    ...(errorCode !== undefined && { errorCode }),
    ...(said !== undefined && { detail: said }),
    ...(source?.field !== undefined && { field: source.field }),
    ...(retryAfterSeconds !== undefined && { retryAfterSeconds }),
  };
}

function firstError(json: unknown): Partial<z.infer<typeof error>> {
  const several = envelope.safeParse(json);
  if (several.success) {
    const first = several.data.errors[0];
    return (Array.isArray(first) ? first[0] : first) ?? {};
  }
  const flat = error.safeParse(json);
  return flat.success ? flat.data : {};
}

/** RFC 9110 §10.2.3: seconds. The date form is not read: it would have to trust two clocks. */
function readRetryAfter(header: string | undefined): number | undefined {
  return header !== undefined && /^\d{1,5}$/.test(header) ? Number(header) : undefined;
}
