/** Before and after these nothing of Solaris' happens: what says so is a mistake, or a number without meaning. */
const EARLIEST = Date.UTC(2000);
const LATEST = Date.UTC(2100);

/**
 * Reads a point in time in any of the forms that were seen or are near them: RFC 3339, with a space instead of the `T`,
 * with `+0000` or `UTC` instead of `Z`, without a zone (UTC, as everything of Solaris'), or as seconds or milliseconds
 * since the epoch.
 * @returns RFC 3339 in UTC; undefined where it is none
 */
export function readInstant(said: unknown): string | undefined {
  const at = typeof said === "number" ? fromEpoch(said) : typeof said === "string" ? fromText(said.trim()) : Number.NaN;
  return at >= EARLIEST && at < LATEST ? new Date(at).toISOString() : undefined;
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
