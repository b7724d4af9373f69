/** Random numbers that are the same for the same seed. */
export interface Dice {
  /** A whole number from 0 to below this one. */
  readonly below: (limit: number) => number;
  readonly oneOf: <T>(values: readonly T[]) => T;
  /** Whether it comes true, in so many of a hundred cases. */
  readonly percent: (chance: number) => boolean;
  /** Other dice, whose numbers do not depend on how often these are thrown. */
  readonly split: () => Dice;
}

/** Makes dice. The generator is Tommy Ettinger's Mulberry32: small, and good enough to choose among cases. */
export function createDice(seed: number): Dice {
  let state = seed >>> 0;
  const below = (limit: number): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * limit);
  };
  return {
    below,
    oneOf: (values) => {
      const value = values[below(values.length)];
      if (value === undefined) throw new Error("there is nothing to choose from");
      return value;
    },
    percent: (chance) => below(100) < chance,
    split: () => createDice(below(2 ** 32)),
  };
}
