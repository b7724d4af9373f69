import type { Wrong } from "./claims.ts";
import { type Happening, happeningsIn } from "./events.ts";
import { createScripts, type Scripts } from "./scripts.ts";
import type { Setting } from "./setting.ts";
import { nameOfWorld, type World } from "./world.ts";

export interface Found {
  readonly states: number;
  /** The most events that it takes to a state, on the shortest way there. */
  readonly depth: number;
  /** Whether every state that can be reached was. */
  readonly isWhole: boolean;
  /** The shortest way to something wrong, with what it is; null if there is none. */
  readonly counterexample: readonly Happening[] | null;
  /** The shortest ways to states that are evenly picked from all. */
  readonly pickWays: (most: number) => Promise<readonly (readonly Happening[])[]>;
}

interface Options {
  /** Which wrongs end the search: all, unless said otherwise. */
  readonly isWanted?: (wrong: Wrong) => boolean;
  readonly mostStates?: number;
  /** What other searches have found out about the code. */
  readonly scripts?: Scripts;
}

/**
 * Searches every state breadth first, each once, until the first in which something is wrong.
 */
export async function search(
  setting: Setting,
  { isWanted = () => true, mostStates = 5_000_000, scripts = createScripts() }: Options = {},
): Promise<Found> {
  const start = await startOf(setting, scripts);
  const seen = new Set([nameOfWorld(start)]);
  const worlds: World[] = [start];
  /** From which world each was reached first, and by which of its happenings. */
  const from: number[] = [-1];
  const by: number[] = [-1];
  let depth = 0;
  let endOfLevel = 1;
  const wayTo = async (index: number): Promise<Happening[]> => {
    const before = from[index] ?? -1;
    if (before < 0) return [];
    const happenings = await happeningsIn(worlds[before] as World, setting, scripts);
    return [...(await wayTo(before)), happenings[by[index] ?? 0] as Happening];
  };
  const pickWays = async (most: number) => {
    const step = worlds.length / Math.min(most, worlds.length);
    const picked = Array.from(
      { length: Math.min(most, worlds.length) },
      (_, number) => Math.floor((number + 1) * step) - 1,
    );
    return Promise.all(picked.map(wayTo));
  };
  for (let index = 0; index < worlds.length; index += 1) {
    if (index === endOfLevel) {
      depth += 1;
      endOfLevel = worlds.length;
    }
    const happenings = await happeningsIn(worlds[index] as World, setting, scripts);
    for (const [number, happening] of happenings.entries()) {
      if (happening.wrong !== null && isWanted(happening.wrong)) {
        const counterexample = [...(await wayTo(index)), happening];
        return { states: worlds.length, depth: depth + 1, isWhole: false, counterexample, pickWays };
      }
      const name = nameOfWorld(happening.to);
      if (seen.has(name)) continue;
      seen.add(name);
      worlds.push(happening.to);
      from.push(index);
      by.push(number);
    }
    if (worlds.length > mostStates)
      return { states: worlds.length, depth, isWhole: false, counterexample: null, pickWays };
  }
  return { states: worlds.length, depth, isWhole: true, counterexample: null, pickWays };
}

async function startOf({ requests }: Setting, scripts: Scripts): Promise<World> {
  return {
    requests: await Promise.all(requests.map(scripts.begin)),
    rows: [],
    unreplicated: [],
    carriedOut: [0, 0],
    atSolaris: [0, 0],
    promised: [false, false],
    isKeyOutdated: false,
    settled: null,
  };
}
