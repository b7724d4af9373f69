import type { IncomingHttpHeaders } from "node:http";
import type { z } from "zod";
import { type ErrorShape, invalidField, Refused } from "./solaris-errors.ts";

/** One request to a Solaris endpoint, with its body as raw bytes. */
export type Call = {
  readonly url: URL;
  readonly params: Readonly<Record<string, string>>;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
};

export type Answer = {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
};

/** The value of a declared path parameter. */
export function pathId(call: Call, name: string): string {
  const value = call.params[name];
  if (value === undefined) throw new Error(`the path declares no ${name}`);
  return value;
}

/**
 * Reads a JSON body by Solaris' request rules (docs/solaris-api.md §11): `null` counts as absent, unknown fields are
 * ignored, values have no surrounding white space.
 */
export function readFields<Schema extends z.ZodType>(call: Call, schema: Schema, shape: ErrorShape): z.infer<Schema> {
  const parsed = schema.safeParse(dropNulls(readJson(call, shape)));
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw invalidField(shape, issue?.path.join(".") || "body", issue?.message ?? "is invalid");
  }
  const padded = findPadded(parsed.data, "");
  if (padded !== undefined) throw invalidField(shape, padded, "must not have leading or trailing whitespace");
  return parsed.data;
}

function readJson(call: Call, shape: ErrorShape): unknown {
  const refuse = (detail: string) => new Refused({ status: 400, shape, code: "invalid_json", detail });
  if (!/^application\/json\s*(;|$)/i.test(call.headers["content-type"] ?? "")) {
    throw refuse("The content type must be application/json");
  }
  try {
    return JSON.parse(call.body.toString("utf8"));
  } catch {
    // The parser's own message would repeat a piece of the body.
    throw refuse("The body is not valid JSON");
  }
}

function dropNulls(value: unknown): unknown {
  if (Array.isArray(value) || typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, field]) => field !== null)
      .map(([name, field]) => [name, dropNulls(field)]),
  );
}

function findPadded(value: unknown, path: string): string | undefined {
  if (typeof value === "string") return value === value.trim() ? undefined : path;
  if (typeof value !== "object" || value === null) return undefined;
  for (const [name, field] of Object.entries(value)) {
    const found = findPadded(field, path === "" ? name : `${path}.${name}`);
    if (found !== undefined) return found;
  }
  return undefined;
}
