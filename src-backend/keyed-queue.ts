import { setTimeout as pause } from "node:timers/promises";

/**
 * Runs what has the same key one after another, and what has different keys side by side. After each, `restMs` pass before
 * the next one begins.
 */
export type KeyedQueue = <T>(key: string, run: () => Promise<T>, restMs?: number) => Promise<T>;

/** Creates turns within this process. The database decides what must hold across processes. */
export function createKeyedQueue(): KeyedQueue {
  const last = new Map<string, Promise<void>>();
  return (key, run, restMs = 0) => {
    const mine = (last.get(key) ?? Promise.resolve()).then(run);
    const rest = () => (restMs === 0 ? undefined : pause(restMs));
    const over = mine.then(rest, rest);
    last.set(key, over);
    over.then(() => {
      if (last.get(key) === over) last.delete(key);
    });
    return mine;
  };
}
