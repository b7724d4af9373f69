import type { IncomingHttpHeaders } from "node:http";
import type { SolarisCall } from "./operations.ts";
import type { Solaris } from "./solaris-client.ts";

const PAGE_SIZE = 100;
/** Two thousand entries, more than anybody's cards. An endless list stops here. */
const MOST_PAGES = 20;

/** All entries of a list, as Solaris wrote them. */
export interface WholeList {
  readonly entries: readonly unknown[];
  /** False if there may be more: then absence from the list proves nothing. */
  readonly isComplete: boolean;
}

/**
 * Reads a list page by page until its headers end it, or a page brings nothing new. A server that ignores the page number
 * sends the same page again, and one that caps the size sends fewer entries than requested.
 * @throws SolarisRefusal, SolarisUnclear if a page's answer is not a list
 */
export async function readAllPages(
  solaris: Solaris,
  call: Pick<
    SolarisCall<"list_accounts" | "list_cards" | "list_devices" | "list_activations">,
    "operation" | "path" | "query"
  >,
): Promise<WholeList> {
  const entries = new Map<string, unknown>();
  const names = new Set<string>();
  let announced = 0;
  for (let page = 1; page <= MOST_PAGES; page += 1) {
    const query = { ...call.query, "page[number]": String(page), "page[size]": String(PAGE_SIZE) };
    const { entries: read, headers } = await solaris.call({ ...call, method: "GET", query, isPage: true });
    const before = names.size;
    for (const entry of read) {
      names.add(nameOf(entry));
      // Keeps both of two differing entries with one id, so neither hides the other.
      entries.set(JSON.stringify(entry), entry);
    }
    announced = Math.max(announced, readTotal(headers) ?? 0);
    const isMissingSome = names.size < announced || hasNextLink(headers.link);
    const isNothingNew = names.size === before;
    // The same full page again means that the page number was ignored, so later entries are unknown.
    if (isNothingNew && read.length >= fullPage(headers)) break;
    if (isNothingNew || (saysWhere(headers) && !isMissingSome)) {
      return { entries: [...entries.values()], isComplete: !isMissingSome };
    }
  }
  solaris.log({ event: "solaris_list_cut", operation: call.operation });
  return { entries: [...entries.values()], isComplete: false };
}

/** Identifies an entry by its id, or by its whole content if it has none. */
function nameOf(entry: unknown): string {
  const hasId = typeof entry === "object" && entry !== null && "id" in entry && typeof entry.id === "string";
  return hasId ? `id ${entry.id}` : `as ${JSON.stringify(entry)}`;
}

/** Whether at least one paging header of docs/solaris-api.md §11 is there. */
function saysWhere(headers: IncomingHttpHeaders): boolean {
  return headers.link !== undefined || readTotal(headers) !== undefined;
}

/** The number of entries on a full page: as requested, or as its header says. */
function fullPage({ per_page: size }: IncomingHttpHeaders): number {
  const said = typeof size === "string" && /^[1-9]\d{0,8}$/.test(size) ? Number(size) : PAGE_SIZE;
  return Math.min(said, PAGE_SIZE);
}

const parameter = /;\s*([\w!#$%&'*+.^`|~-]+)\s*(?:=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s",;]+)))?/g;
const linkValue = new RegExp(`<[^>]*>((?:\\s*${parameter.source})*)`, "g");

/** RFC 8288 §3 (5988 §5): `<target>; rel="next"`, several separated by commas. The target is never followed. */
function hasNextLink(link: string | string[] | undefined): boolean {
  const relations = [...String(link ?? "").matchAll(linkValue)].flatMap(([, parameters = ""]) =>
    [...parameters.matchAll(parameter)]
      .filter(([, name = ""]) => name.toLowerCase() === "rel")
      .map(([, , quoted, plain]) => quoted ?? plain ?? ""),
  );
  return relations.some((relation) => relation.toLowerCase().split(/\s+/).includes("next"));
}

function readTotal({ total }: IncomingHttpHeaders): number | undefined {
  return typeof total === "string" && /^\d{1,9}$/.test(total) ? Number(total) : undefined;
}
