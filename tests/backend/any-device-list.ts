// Lists of devices of every kind for the property tests, and what each bears, written apart from the backend's reader.
import fc from "fast-check";
import { isObject, readBody } from "./answer-body.ts";
import { isSuccess } from "./answer-oracle.ts";
import { type Arrival, deviceOfPerson, listed, person, type Said } from "./strict-solaris.ts";

const json = { "content-type": "application/json" };
const page = (entries: readonly unknown[], headers: Record<string, string> = {}): Said => {
  return { status: 200, headers: { ...json, ...headers }, body: JSON.stringify(entries) };
};

const odd = fc.constantFrom<unknown>(null, undefined, "", 7, false, {}, [], "x y", "../admin");
const changed = fc.record(
  {
    name: odd,
    created_at: fc.constantFrom<unknown>(
      null,
      "2022-06-30 22:19:37 UTC",
      "2022-06-30T22:19:37+0000",
      "soon",
      0,
      {},
      "",
    ),
    deleted_at: fc.constantFrom<unknown>(null, "", "2026-01-01T00:00:00Z", false, 0, {}),
    person_id: fc.constantFrom<unknown>(person, null, "5af2ea4271038d5c53e68ccbf4fe43b3cper", 7, {}),
    more: odd,
  },
  { requiredKeys: [] },
);
const id = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(deviceOfPerson, "otherdevice", "third-device") },
  { weight: 1, arbitrary: odd },
);
const entry = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(id, changed).map(([one, more]) => ({ ...listed("x", more), id: one })) },
  { weight: 4, arbitrary: fc.constantFrom(listed("otherdevice"), listed("third-device")) },
  { weight: 1, arbitrary: fc.constantFrom<unknown>(null, "device", 7, [], {}, [listed(deviceOfPerson)]) },
);
const entries = fc.array(entry, { maxLength: 3 });
const broken = fc.oneof(
  fc.constantFrom<Said>(
    { status: 200, headers: { "content-type": "text/html" }, body: "<p>Maintenance</p>" },
    { status: 200, headers: { "content-type": "text/html" }, body: "[]" },
    { status: 404, headers: { "content-type": "text/html" }, body: "<h1>Not found</h1>" },
    {
      status: 404,
      headers: json,
      body: JSON.stringify({ errors: [{ id: "e1", status: 404, code: "model_not_found" }] }),
    },
    { status: 404, headers: json, body: "[]" },
    { status: 200, headers: json, body: '[{"id":' },
    { status: 200, headers: json, body: '{"devices":[]}' },
    { status: 200, headers: json, body: "[]", manner: "cut" },
    { status: 200, headers: json },
    { status: 204 },
    { status: 206, headers: json, body: "[]" },
    { status: 302, headers: { location: "/login" } },
    { status: 500, headers: json, body: "[]" },
    { status: 200, manner: "dropped" },
  ),
);

/** Pages, of which each but the last names the next; one of them may be no page at all. */
export const anyPages: fc.Arbitrary<readonly Said[]> = fc
  .tuple(
    fc.array(entries, { minLength: 1, maxLength: 3 }),
    fc.option(fc.tuple(fc.nat(), broken), { freq: 2 }),
    fc.constantFrom("link", "total", "total and more"),
  )
  .map(([lists, fault, way]) => {
    const all = lists.flat().length + (way === "total and more" ? 1 : 0);
    // Without a link only a full page leads on to the next, so then there is one.
    const pages = (way === "link" ? lists : [lists.flat()]).map((one, index, { length }) => {
      if (way !== "link") return page(one, { total: `${all}`, per_page: "100" });
      const next = `</v1/mfa/devices?page[number]=${index + 2}>; rel="next"`;
      return page(one, index + 1 < length ? { link: next } : {});
    });
    return fault === null ? pages : pages.with(fault[0] % pages.length, fault[1]);
  });

/** Answers with these pages, and with an empty one beyond them. */
export const sayPages =
  (pages: readonly Said[]) =>
  ({ query }: Arrival): Said =>
    pages[Number(query.get("page[number]") ?? 1) - 1] ?? page([]);

export type SaidOfDevice = "there" | "absent" | "open";

/**
 * What may be said of the customer's device of this id. `there` where it was seen. `absent` only where all the pages are
 * lists, nothing in them may be it but what is another one's or deleted, and no more are announced than there are.
 */
export function whatIsSaid(pages: readonly Said[], id: string): readonly SaidOfDevice[] {
  const lists = pages.map(readList);
  // What comes after a page that is none is not reached.
  const isReached = !lists.includes(undefined);
  const reached = (isReached ? lists : lists.slice(0, lists.indexOf(undefined))).map((list) => list ?? []);
  const entries = reached.flat();
  const ofDevice = entries.filter((entry) => idOf(entry) === id).map(readEntry);
  const others = entries.filter((entry) => idOf(entry) !== id);
  // A page that says what another one says, or nothing, may be one of a server that does not know of pages.
  const isRepeated = new Set(entries.map(idOf)).size < entries.length || reached.some((list) => list.length === 0);
  const isDoubtful = isRepeated || !entries.every(isTidy);

  if (ofDevice.includes(id)) return isReached && !isRepeated ? ["there"] : ["there", "open"];
  const isMoreAnnounced = pages.some(({ headers }) => Number(headers?.total ?? 0) > entries.length);
  const mayBeAnother = others.some((entry) => readEntry(entry) === undefined && idOf(entry) === undefined);
  if (!isReached || isMoreAnnounced || mayBeAnother || ofDevice.includes(undefined)) return ["open"];
  return isDoubtful ? ["absent", "open"] : ["absent"];
}

/** The id where it can be read, whatever else the entry says. */
function idOf(entry: unknown): string | undefined {
  const id = isObject(entry) ? entry.id : undefined;
  return typeof id === "string" && /^[A-Za-z0-9_-]{1,64}$/.test(id) ? id : undefined;
}

/** Whether the whole entry can be read, another one's and a deleted one's too. */
const isTidy = (entry: unknown): boolean =>
  isObject(entry) &&
  idOf(entry) !== undefined &&
  [entry.person_id, entry.deleted_at].every((value) => value === undefined || value === null || isText(value));
const isText = (value: unknown): boolean => typeof value === "string";

function readList(said: Said): readonly unknown[] | undefined {
  const body = readBody(said, 1024 * 1024);
  const isWhole = isSuccess(said.status) && said.status !== 206;
  return isWhole && body.is === "json" && Array.isArray(body.value) ? body.value : undefined;
}

/** The id of a device of the customer's; null for one that is not theirs or is deleted; undefined where nobody can tell. */
function readEntry(entry: unknown): string | null | undefined {
  if (!isObject(entry)) return undefined;
  const { person_id: owner = null, deleted_at: deleted = null } = entry;
  if (typeof owner === "string" && owner !== "" && owner !== person) return null;
  if (owner !== null && owner !== person) return undefined;
  if (typeof deleted === "string" && deleted !== "") return null;
  if (deleted !== null && deleted !== "") return undefined;
  return idOf(entry);
}
