import { randomInt } from "node:crypto";
import type { Settings } from "../sandbox-settings.ts";

/** How many wrong answers end a challenge or a change request. Undocumented (Q9): the sandbox's own choice. */
export const wrongAnswerLimit = 3;

/** The six digits of the next text message (docs/solaris-api.md §6.2): random, or those in the settings. */
export function createCode({ code }: Settings): string {
  return code === "random" ? String(randomInt(1_000_000)).padStart(6, "0") : code;
}
