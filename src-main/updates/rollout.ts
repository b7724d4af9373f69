import { createHash } from "node:crypto";

/**
 * Whether a release that is offered to some computers is offered to this one. A larger share has all of the smaller one's.
 * @param id this computer's own, which never leaves it
 */
export function isInRollout(id: string, { version, percent }: { version: string; percent: number }): boolean {
  const place = createHash("sha256").update(`${id} ${version}`).digest().readUInt32BE() / 2 ** 32;
  return place * 100 < percent;
}
