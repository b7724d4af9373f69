/** Times outside these are errors or meaningless numbers. */
const EARLIEST = Date.UTC(2000);
const LATEST = Date.UTC(2100);

/**
 * Reads a point in time in any of the forms seen, or close to them: RFC 3339, with a space for the `T`, with `+0000` or
 * `UTC` for `Z`, without a zone (UTC, like all Solaris times), or seconds or milliseconds since the epoch.
 * @returns RFC 3339 in UTC; undefined if unreadable
 */
export function readInstant(said: unknown): string | undefined {
  const at = typeof said === "number" ? fromEpoch(said) : typeof said === "string" ? fromText(said.trim()) : Number.NaN;
  return at >= EARLIEST && at < LATEST ? new Date(at).toISOString() : undefined;
}

/** How far Solaris' clock may be ahead of ours. */
const CLOCKS_APART_MS = 24 * 60 * 60 * 1000;

/** As {@link readInstant}, of what has happened: undefined too if it is yet to come. */
export function readPastInstant(said: unknown): string | undefined {
  const at = readInstant(said);
  return at !== undefined && Date.parse(at) < Date.now() + CLOCKS_APART_MS ? at : undefined;
}

function fromText(text: string): number {
  if (/^\d{9,13}$/.test(text)) return fromEpoch(Number(text));
  const parts = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?) ?(Z|UTC|GMT|[+-]\d\d:?\d\d)?$/i.exec(text);
  if (parts === null) return Number.NaN;
  const [, date, time, zone = "Z"] = parts;
  const offset = /^[A-Z]/i.test(zone) ? "Z" : zone.replace(/^(...):?(..)$/, "$1:$2");
  return Date.parse(`${date}T${time}${offset}`);
}

function fromEpoch(number: number): number {
  return number < 100_000_000_000 ? number * 1000 : number;
}
