/** Who uses the connection that writes, one after another in the order of asking. */
export interface Turns {
  /** Waits for the turn. Whoever has it passes it on. */
  readonly take: () => Promise<void>;
  readonly passOn: () => void;
}

/**
 * @param mayGoOn whether the next one can follow at once, as a member of the open group
 * @param pause ends the group: called before anybody follows who cannot be in it, and once nobody else has come
 */
export function createTurns({ mayGoOn, pause }: { mayGoOn: () => boolean; pause: () => void }): Turns {
  const waiting: (() => void)[] = [];
  let isTaken = false;

  const passOn = (): void => {
    if (mayGoOn()) {
      const next = waiting.shift();
      if (next !== undefined) {
        next();
        return;
      }
    } else pause();
    // Waiting for the disk has blocked this process, or soon will: what has come meanwhile is handled before, and may join.
    setImmediate(() => {
      if (waiting.length === 0 || !mayGoOn()) pause();
      const next = waiting.shift();
      if (next === undefined) isTaken = false;
      else next();
    });
  };

  return {
    take: async () => {
      if (isTaken) await new Promise<void>((resolve) => waiting.push(resolve));
      isTaken = true;
    },
    passOn,
  };
}
