// How a body is to be read, apart from the backend's own reading (answer-oracle.ts).
import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync } from "node:zlib";
import { hasBody, type Said } from "./strict-solaris.ts";

export type JsonObject = Record<string, unknown>;
export const isObject = (value: unknown): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** All of them, at any depth. By a list, for a body can be nested deeper than a stack is. */
export function objectsIn(value: unknown): JsonObject[] {
  const open = [value];
  const objects: JsonObject[] = [];
  while (open.length > 0) {
    const one = open.pop();
    if (isObject(one)) objects.push(one);
    if (typeof one === "object" && one !== null) for (const inner of Object.values(one)) open.push(inner);
  }
  return objects;
}

export type Body = { is: "empty" } | { is: "unreadable" } | { is: "json"; value: unknown };

/** Whether all of it was sent, head and body. */
export const isWhole = ({ manner = "whole" }: Said): boolean =>
  ["whole", "chunked", "closed", "hinted"].includes(manner);

/** Reads a body as its headers say, within so many bytes; text of a markup language is never JSON. */
export function readBody(said: Said, most: number): Body {
  if (!isWhole(said)) return { is: "unreadable" };
  const { status, headers = {}, body = "" } = said;
  const sent = hasBody(status) ? Buffer.from(body) : Buffer.alloc(0);
  if (sent.length === 0) return { is: "empty" };
  const bytes = decode(sent, headers["content-encoding"], most);
  const type = headers["content-type"]?.split(";")[0]?.trim().toLowerCase();
  const isJsonType =
    type === undefined || /^application\/(?:.+\+)?json$|^text\/plain$|^application\/octet-stream$/.test(type);
  if (bytes === undefined || !isJsonType) return { is: "unreadable" };
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    const value: unknown = JSON.parse(text);
    // Of a name that comes twice, readers take one value or the other (RFC 8259 §4): nobody can tell which is meant.
    const names = objectsIn(value).reduce((sum, one) => sum + Object.keys(one).length, 0);
    return names === namesIn(text) ? { is: "json", value } : { is: "unreadable" };
  } catch {
    return { is: "unreadable" };
  }
}

/** Each text is read to its end, or what is between two of them would pass for one: `"a",":"` has no name in it. */
const namesIn = (json: string): number =>
  (json.match(/"(?:[^"\\]|\\.)*"(?:\s*:)?/gs) ?? []).filter((text) => text.endsWith(":")).length;

function decode(bytes: Buffer, encoding: string | undefined, most: number): Buffer | undefined {
  const decoders: Record<string, (one: Buffer) => Buffer> = {
    identity: (one) => one,
    gzip: (one) => gunzipSync(one, { maxOutputLength: most }),
    // RFC 9110 §8.4.1.2 means zlib's form; there are servers that send the bare one.
    deflate: (one) => ((one[0] ?? 0) % 16 === 8 ? inflateSync : inflateRawSync)(one, { maxOutputLength: most }),
    br: (one) => brotliDecompressSync(one, { maxOutputLength: most }),
  };
  try {
    const whole = decoders[encoding?.trim().toLowerCase() ?? "identity"]?.(bytes);
    return whole === undefined || whole.length > most ? undefined : whole;
  } catch {
    return undefined;
  }
}
