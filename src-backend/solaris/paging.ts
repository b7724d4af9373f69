import type { IncomingMessage } from "node:http";
import type { z } from "zod";
import { type Solaris, type SolarisCall, unreadableAnswer } from "./solaris-client.ts";

const PAGE_SIZE = 100;
/** Two thousand entries; nobody has as many cards. A list without an end stops here. */
const MOST_PAGES = 20;

/**
 * Reads a list from its first page to its last. An entry that cannot be read is left out and counted in the log: one
 * odd card must not hide the others.
 */
export async function readAllPages<T>(
  solaris: Solaris,
  call: Pick<SolarisCall, "operation" | "path" | "query">,
  entry: z.ZodType<T>,
): Promise<T[]> {
  const { operation } = call;
  const entries: T[] = [];
  let skipped = 0;
  let page: number | undefined = 1;
  for (let read = 0; page !== undefined && read < MOST_PAGES; read += 1) {
    const query = { ...call.query, "page[number]": String(page), "page[size]": String(PAGE_SIZE) };
    const reply = await solaris.call({ ...call, method: "GET", query, isPage: true });
    if (!Array.isArray(reply.json)) throw unreadableAnswer(solaris, operation);
    for (const item of reply.json) {
      const parsed = entry.safeParse(item);
      if (parsed.success) entries.push(parsed.data);
      else skipped += 1;
    }
    page = nextPage(reply.headers, page, reply.json.length);
  }
  if (skipped > 0) solaris.log({ event: "solaris_entries_skipped", operation, count: skipped });
  if (page !== undefined) solaris.log({ event: "solaris_list_cut", operation });
  return entries;
}

/**
 * The number of the page after this one (solaris-api §11). Of a link only the number is taken: where it points to is
 * not ours to follow with a token in hand.
 */
function nextPage(headers: IncomingMessage["headers"], page: number, entries: number): number | undefined {
  if (entries === 0) return undefined;
  if (typeof headers.link === "string") {
    const next = readNextLink(headers.link);
    // Backwards would be a circle.
    return next !== undefined && next > page ? next : undefined;
  }
  const total = readNumber(headers.total);
  const perPage = readNumber(headers.per_page) ?? PAGE_SIZE;
  if (total !== undefined) return page * perPage < total ? page + 1 : undefined;
  return entries >= perPage ? page + 1 : undefined;
}

/** RFC 8288 §3 (5988 §5): `<target>; rel="next"`, several separated by commas. */
function readNextLink(link: string): number | undefined {
  for (const [, target = "", parameters = ""] of link.matchAll(/<([^>]*)>((?:\s*;[^,<]*)*)/g)) {
    const relation = /;\s*rel\s*=\s*(?:"([^"]*)"|([^\s;"]+))/i.exec(parameters);
    if (!(relation?.[1] ?? relation?.[2] ?? "").toLowerCase().split(/\s+/).includes("next")) continue;
    // A relative target is allowed; the base is never contacted.
    if (!URL.canParse(target, "http://localhost")) return undefined;
    return readNumber(new URL(target, "http://localhost").searchParams.get("page[number]") ?? undefined);
  }
  return undefined;
}

function readNumber(value: string | string[] | undefined): number | undefined {
  return typeof value === "string" && /^[1-9]\d{0,8}$/.test(value) ? Number(value) : undefined;
}
