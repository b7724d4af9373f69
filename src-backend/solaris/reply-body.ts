import type { IncomingHttpHeaders, IncomingMessage } from "node:http";
import { promisify } from "node:util";
import { brotliDecompress, gunzip, inflate } from "node:zlib";

import { isPlainJson } from "./plain-json.ts";

/** The content of an answer: nothing at all, JSON, or what cannot be read as JSON (`json` is undefined). */
export interface ReplyBody {
  readonly isEmpty: boolean;
  readonly json: unknown;
}

const unreadable: ReplyBody = { isEmpty: false, json: undefined };

/**
 * Reads the content of an answer. What cannot be read (HTML, cut off, beyond `maxBytes` also once unpacked) is not a
 * failure: the status was said by then, and it is for read-answer.ts to say what is known.
 */
export async function readBody(response: IncomingMessage, maxBytes: number): Promise<ReplyBody> {
  try {
    const chunks: Buffer[] = [];
    let size = 0;
    for await (const chunk of response as AsyncIterable<Buffer>) {
      size += chunk.byteLength;
      if (size > maxBytes) return unreadable;
      chunks.push(chunk);
    }
    if (size === 0) return saysItsLength(response) ? { isEmpty: true, json: undefined } : unreadable;
    if (!mayBeJson(response.headers) || saysTypeTwice(response)) return unreadable;
    const bytes = await unpack(Buffer.concat(chunks), response.headers, maxBytes);
    // RFC 8259 §8.1: UTF-8, and a byte order mark may be ignored, which this does.
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    const json: unknown = JSON.parse(text);
    return isPlainJson(text, json) ? { isEmpty: false, json } : unreadable;
  } catch {
    return unreadable;
  }
}

/** An answer that ends with its connection (RFC 9112 §6.3, the last case) may as well have been cut off: it is not known to be empty. */
function saysItsLength({ statusCode, headers }: IncomingMessage): boolean {
  const isWithoutContent = statusCode === 204 || statusCode === 304;
  return (
    isWithoutContent ||
    headers["content-length"] !== undefined ||
    /\bchunked\s*$/i.test(headers["transfer-encoding"] ?? "")
  );
}

/**
 * Whether the content says that it is JSON, or does not say what it is (RFC 9110 §8.3: then it may be looked at). What
 * says that it is a page is one, whatever it looks like: a gateway's.
 */
function mayBeJson(headers: IncomingHttpHeaders): boolean {
  const type = (headers["content-type"] ?? "").split(";")[0]?.trim() ?? "";
  return (
    type === "" || /^(?:application\/(?:[\w.-]+\+)?json|application\/octet-stream|text\/(?:plain|json))$/i.test(type)
  );
}

/** Node keeps the first of two content types; the second may be that of a page. */
function saysTypeTwice({ headersDistinct }: IncomingMessage): boolean {
  return (headersDistinct["content-type"]?.length ?? 0) > 1;
}

const unpackers: Readonly<Record<string, (packed: Buffer, options: { maxOutputLength: number }) => Promise<Buffer>>> = {
  gzip: promisify(gunzip),
  "x-gzip": promisify(gunzip),
  deflate: promisify(inflate),
  br: promisify(brotliDecompress),
};

/** Something on the way can pack an answer that nobody asked to be packed (RFC 9110 §12.5.3). */
async function unpack(bytes: Buffer, headers: IncomingHttpHeaders, maxOutputLength: number): Promise<Buffer> {
  const coding = (headers["content-encoding"] ?? "").trim().toLowerCase();
  if (coding === "" || coding === "identity") return bytes;
  const unpackWith = Object.hasOwn(unpackers, coding) ? unpackers[coding] : undefined;
  if (unpackWith === undefined) throw new Error("unknown content coding");
  return unpackWith(bytes, { maxOutputLength });
}
