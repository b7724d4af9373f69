/** What a database lacks for this version: the names of migrations. Or why this version must leave it alone. */
export type Pending = readonly string[] | "foreign" | "newer";

/**
 * Compares the migrations that a database has had with those of this version. Where a newer version has been there, this one
 * may go on if nothing of its own is missing and the newer ones take nothing away that it uses: each one's name says so
 * (migrations.ts). One that is missing between newer ones would come after them, in an order that nobody has tried.
 * @param done by name
 * @param known those of this version, by name
 */
export function findPending(done: readonly string[], known: readonly string[]): Pending {
  if (done.length > 0 && !done.some((name) => known.includes(name))) return "foreign";
  const newer = done.filter((name) => !known.includes(name));
  const pending = known.filter((name) => !done.includes(name));
  if (newer.length > 0 && (pending.length > 0 || newer.some((name) => needsMoreThan(known, name)))) return "newer";
  return pending;
}

/** Whether a newer version's migration needs one that is not among these. */
function needsMoreThan(known: readonly string[], newer: string): boolean {
  const needed = /_needs_(\d{4})$/.exec(newer)?.[1];
  return needed !== undefined && !known.some((name) => name.startsWith(needed));
}
