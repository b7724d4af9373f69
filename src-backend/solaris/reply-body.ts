import type { IncomingHttpHeaders, IncomingMessage } from "node:http";
import { promisify } from "node:util";
import { brotliDecompress, gunzip, inflate } from "node:zlib";

import { isPlainJson } from "./plain-json.ts";

/** The content of an answer: empty, JSON, or unreadable (`json` is undefined). */
export interface ReplyBody {
  readonly isEmpty: boolean;
  readonly json: unknown;
}

/** RFC 8259 §8.1: UTF-8; a byte order mark may be ignored, as here. */
const utf8 = new TextDecoder("utf-8", { fatal: true });
const unreadable: ReplyBody = { isEmpty: false, json: undefined };

/**
 * Reads the content of an answer. Unreadable content (HTML, truncated, beyond `maxBytes` even unpacked) is not a failure:
 * the status is known, and read-answer.ts judges it.
 */
export async function readBody(response: IncomingMessage, maxBytes: number): Promise<ReplyBody> {
  try {
    const content = await readToEnd(response, maxBytes);
    if (content.byteLength === 0) return saysItsLength(response) ? { isEmpty: true, json: undefined } : unreadable;
    if (!mayBeJson(response.headers) || saysTypeTwice(response)) return unreadable;
    const bytes = await unpack(content, response.headers, maxBytes);
    const text = utf8.decode(bytes);
    const json: unknown = JSON.parse(text);
    return isPlainJson(text, json) ? { isEmpty: false, json } : unreadable;
  } catch {
    return unreadable;
  }
}

/**
 * By its events, because an iterator over a stream costs as much as all else of a short answer.
 * @throws if it is cut off or too long
 */
function readToEnd(response: IncomingMessage, maxBytes: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    if (response.destroyed) throw new Error("cut off");
    const chunks: Buffer[] = [];
    let size = 0;
    response.on("data", (chunk: Buffer) => {
      size += chunk.byteLength;
      chunks.push(chunk);
      if (size > maxBytes) response.destroy(new Error("too long"));
    });
    response.once("end", () => {
      const [only] = chunks;
      resolve(only !== undefined && chunks.length === 1 ? only : Buffer.concat(chunks));
    });
    response.on("error", reject);
    response.once("close", () => {
      if (!response.readableEnded) reject(new Error("cut off")); // an error costs more than to ask
    });
  });
}

/**
 * Without a length an answer ends with its connection (RFC 9112 §6.3, the last case), so it may be truncated and not empty.
 */
function saysItsLength({ statusCode, headers }: IncomingMessage): boolean {
  const isWithoutContent = statusCode === 204 || statusCode === 304;
  return (
    isWithoutContent ||
    headers["content-length"] !== undefined ||
    /\bchunked\s*$/i.test(headers["transfer-encoding"] ?? "")
  );
}

/**
 * Whether the content type is JSON or absent (RFC 9110 §8.3 then allows sniffing). A page stays a gateway's page, whatever
 * it looks like.
 */
function mayBeJson(headers: IncomingHttpHeaders): boolean {
  const type = (headers["content-type"] ?? "").split(";")[0]?.trim() ?? "";
  return (
    type === "" || /^(?:application\/(?:[\w.-]+\+)?json|application\/octet-stream|text\/(?:plain|json))$/i.test(type)
  );
}

/** Node keeps the first of two content types; the second may be a page's. */
function saysTypeTwice({ headersDistinct }: IncomingMessage): boolean {
  return (headersDistinct["content-type"]?.length ?? 0) > 1;
}

const unpackers: Readonly<Record<string, (packed: Buffer, options: { maxOutputLength: number }) => Promise<Buffer>>> = {
  gzip: promisify(gunzip),
  "x-gzip": promisify(gunzip),
  deflate: promisify(inflate),
  br: promisify(brotliDecompress),
};

/** Something on the way may compress an answer unasked (RFC 9110 §12.5.3). */
async function unpack(bytes: Buffer, headers: IncomingHttpHeaders, maxOutputLength: number): Promise<Buffer> {
  const coding = (headers["content-encoding"] ?? "").trim().toLowerCase();
  if (coding === "" || coding === "identity") return bytes;
  const unpackWith = Object.hasOwn(unpackers, coding) ? unpackers[coding] : undefined;
  if (unpackWith === undefined) throw new Error("unknown content coding");
  return unpackWith(bytes, { maxOutputLength });
}
