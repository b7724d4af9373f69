import type { RequestKind, Told } from "./requests.ts";
import type { World } from "./world.ts";

/** What an event makes untrue: a second change, an answer about the PIN, or a settlement that was said to be final. */
export interface Wrong {
  readonly is: "double change" | "wrong answer" | "other settlement";
  readonly why: string;
}

/** A world, and what is wrong in it that was not before. */
export interface Judged {
  readonly world: World;
  readonly wrong: Wrong | null;
}

/** Solaris carries out a call for the attempt at this index. */
export function carryOut(before: World, index: 0 | 1): Judged {
  const carriedOut = counted(before.carriedOut, index, 1);
  const world = { ...before, carriedOut };
  if (carriedOut[0] + carriedOut[1] > 1) {
    return { world, wrong: { is: "double change", why: "the PIN is changed a second time" } };
  }
  if (!before.promised[index]) return { world, wrong: null };
  return {
    world,
    wrong: { is: "wrong answer", why: "the app was told that the PIN is unchanged, and now it changes" },
  };
}

/** The app is told something. */
export function tell(kind: RequestKind, told: Told, before: World): Judged {
  const [first, second] = before.carriedOut;
  const isChanged = first + second > 0;
  const ofThis = kind === "settle" ? isChanged : (kind === "again" ? second : first) > 0;
  const isPromise = told.claims === "promised";
  const world: World = {
    ...before,
    promised: [
      before.promised[0] || (isPromise && kind !== "again"),
      before.promised[1] || (isPromise && kind !== "change"),
    ],
    isKeyOutdated: before.isKeyOutdated || (kind === "change" && told.words === "ERR_PIN_KEY_OUTDATED"),
    settled: told.settled === undefined || told.settled === "unknown" ? before.settled : told.settled,
  };
  if (told.claims === "changed" && !isChanged) {
    return { world, wrong: { is: "wrong answer", why: "the app is told that the PIN is changed, and it is not" } };
  }
  if ((isPromise || told.claims === "unchanged") && ofThis) {
    return {
      world,
      wrong: { is: "wrong answer", why: "the app is told that the PIN is unchanged, and it is changed" },
    };
  }
  // Unknown claims nothing: whoever asks before or after may learn better.
  if (before.settled === null || world.settled === before.settled) return { world, wrong: null };
  return { world, wrong: { is: "other settlement", why: `the app was told ${before.settled} before, as final` } };
}

/** The pair with one of its numbers changed. */
export function counted(pair: readonly [number, number], index: 0 | 1, by: number): readonly [number, number] {
  return index === 0 ? [pair[0] + by, pair[1]] : [pair[0], pair[1] + by];
}
