import type { HttpReply } from "../solaris/exchange.ts";

/** More of an answer is not shown. */
const MOST_FIELDS = 24;
const MOST_DEPTH = 3;

/**
 * What an answer looks like, and nothing that it says: the names of fields and the kinds of their values. A name that could
 * be an id is left out, for some servers use them as names.
 */
function shapeOf(value: unknown, depth = 0): string {
  if (value === null) return "null";
  if (typeof value === "string") return value === "" ? "empty text" : "text";
  if (typeof value !== "object") return typeof value;
  if (Array.isArray(value)) return value.length === 0 ? "empty list" : `list of ${shapeOf(value[0], depth)}`;
  if (depth >= MOST_DEPTH) return "object";
  const names = Object.keys(value);
  const shown = names.filter(isPlainName).slice(0, MOST_FIELDS);
  const left = names.length - shown.length;
  const fields = shown.map((name) => `${name}: ${shapeOf((value as Record<string, unknown>)[name], depth + 1)}`);
  if (left > 0) fields.push("more under names that are not shown");
  return `{${fields.join(", ")}}`;
}

/** A reply by its status and shape. */
export function describeReply({ status, isEmpty, json }: Pick<HttpReply, "status" | "isEmpty" | "json">): string {
  const content = isEmpty ? "nothing" : json === undefined ? "something that is no JSON" : shapeOf(json);
  return `${status} with ${content}`;
}

/** A value that is one of these words, or the fact that it is another. */
export function oneOf(words: readonly string[], value: unknown): string {
  if (value === undefined) return "absent";
  return typeof value === "string" && words.includes(value) ? value : "something else";
}

/** A word as a programmer chooses it: an id has digits in a row, or is longer. */
function isPlainName(name: string): boolean {
  return /^[A-Za-z][A-Za-z0-9_]{0,39}$/.test(name) && !/[0-9]{3}/.test(name) && !/[0-9a-f]{12}/i.test(name);
}
