import type { IncomingHttpHeaders } from "node:http";
import type { SolarisCall } from "./operations.ts";
import type { Solaris } from "./solaris-client.ts";

const PAGE_SIZE = 100;
/** Two thousand entries; nobody has as many cards. A list without an end stops here. */
const MOST_PAGES = 20;

/** All entries of a list, as Solaris wrote them. */
export interface WholeList {
  readonly entries: readonly unknown[];
  /** False where there can be more: then nothing can be said of what is not in it. */
  readonly isComplete: boolean;
}

/**
 * Reads a list page by page until its headers say that it has ended, or a page brings nothing that was not there before:
 * a server that ignores the number sends the same page again, and one that caps the size sends fewer entries than were asked for.
 * @throws SolarisRefusal, SolarisUnclear where one page of it was not answered with a list
 */
export async function readAllPages(
  solaris: Solaris,
  call: Pick<SolarisCall<"list_cards" | "list_devices">, "operation" | "path" | "query">,
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
      // What is listed twice, and differs, is kept twice: whichever is read must not hide the other.
      entries.set(JSON.stringify(entry), entry);
    }
    announced = Math.max(announced, readTotal(headers) ?? 0);
    const isMissingSome = names.size < announced || hasNextLink(headers.link);
    const isNothingNew = names.size === before;
    // The same full page again says that its number was ignored, and nothing of what would be on the next.
    if (isNothingNew && read.length >= fullPage(headers)) break;
    if (isNothingNew || (saysWhere(headers) && !isMissingSome)) {
      return { entries: [...entries.values()], isComplete: !isMissingSome };
    }
  }
  solaris.log({ event: "solaris_list_cut", operation: call.operation });
  return { entries: [...entries.values()], isComplete: false };
}

/** By this an entry is known again: its id, or all of it where it has none. */
function nameOf(entry: unknown): string {
  const hasId = typeof entry === "object" && entry !== null && "id" in entry && typeof entry.id === "string";
  return hasId ? `id ${entry.id}` : `as ${JSON.stringify(entry)}`;
}

/** Whether there are the headers of docs/solaris-api.md §11, or one of them. */
function saysWhere(headers: IncomingHttpHeaders): boolean {
  return headers.link !== undefined || readTotal(headers) !== undefined;
}

/** How many entries a page has that is not the last: as many as were asked for, or as its header says. */
function fullPage({ per_page: size }: IncomingHttpHeaders): number {
  const said = typeof size === "string" && /^[1-9]\d{0,8}$/.test(size) ? Number(size) : PAGE_SIZE;
  return Math.min(said, PAGE_SIZE);
}

const parameter = /;\s*([\w!#$%&'*+.^`|~-]+)\s*(?:=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s",;]+)))?/g;
const linkValue = new RegExp(`<[^>]*>((?:\\s*${parameter.source})*)`, "g");

/** RFC 8288 §3 (5988 §5): `<target>; rel="next"`, several separated by commas. Where it points to is not ours to follow. */
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
