/** Runs what has the same key one after another, and what has different keys side by side. */
export type TakeTurns = <T>(key: string, work: () => Promise<T>) => Promise<T>;

/** Creates turns within this process. What must hold across processes is for the database to say. */
export function createTurns(): TakeTurns {
  const last = new Map<string, Promise<void>>();
  return (key, work) => {
    const mine = (last.get(key) ?? Promise.resolve()).then(work);
    const over = mine.then(
      () => {},
      () => {},
    );
    last.set(key, over);
    over.then(() => {
      if (last.get(key) === over) last.delete(key);
    });
    return mine;
  };
}
