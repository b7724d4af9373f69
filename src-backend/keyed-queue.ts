import { setTimeout as pause } from "node:timers/promises";

/**
 * Runs tasks with the same key one after another, and tasks with different keys in parallel. After each task its key rests
 * for `restMs`.
 */
export type KeyedQueue = <T>(key: string, run: () => Promise<T>, restMs?: number) => Promise<T>;

/** Creates a queue within this process. What must hold for several instances is up to the database. */
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
