import type { FastifyRateLimitStore, FastifyRateLimitStoreCtor } from "@fastify/rate-limit";
import type { Database } from "../database/open-database.ts";

interface Count {
  readonly current: number;
  /** In milliseconds, until it begins anew. */
  readonly ttl: number;
}
type Answer = (error: Error | null, count?: Count) => void;

/** Counts in windows of fixed length, in the database: what was counted is not forgotten with this process. */
export function createCounterStore(database: Database, now: () => number): FastifyRateLimitStoreCtor {
  const read = async (name: string): Promise<Count> => {
    const at = now();
    const counter = await database
      .selectFrom("counter")
      .select(["used", "ends_at"])
      .where("name", "=", name)
      .where("ends_at", ">", new Date(at).toISOString())
      .executeTakeFirst();
    return counter === undefined
      ? { current: 0, ttl: 0 }
      : { current: counter.used, ttl: Date.parse(counter.ends_at) - at };
  };

  const addOne = async (name: string): Promise<boolean> => {
    const { numUpdatedRows } = await database
      .updateTable("counter")
      .set((counter) => ({ used: counter("used", "+", 1) }))
      .where("name", "=", name)
      .where("ends_at", ">", new Date(now()).toISOString())
      .executeTakeFirstOrThrow();
    return numUpdatedRows === 1n;
  };

  const begin = async (name: string, timeWindow: number): Promise<boolean> => {
    const at = now();
    const ended = new Date(at).toISOString();
    await database.deleteFrom("counter").where("name", "=", name).where("ends_at", "<=", ended).execute();
    const { numInsertedOrUpdatedRows } = await database
      .insertInto("counter")
      .values({ name, used: 1, ends_at: new Date(at + timeWindow).toISOString() })
      .onConflict((conflict) => conflict.column("name").doNothing())
      .executeTakeFirstOrThrow();
    return numInsertedOrUpdatedRows === 1n;
  };

  const count = async (name: string, timeWindow: number): Promise<Count> => {
    // The last one: another request has begun the window meanwhile.
    (await addOne(name)) || (await begin(name, timeWindow)) || (await addOne(name));
    return read(name);
  };

  const answer = (counting: Promise<Count>, to: Answer): void => {
    counting.then(
      (counted) => to(null, counted),
      (error) => to(error),
    );
  };

  // The limiter wants something that it can construct; the names that it counts under tell all of its limits apart.
  return class CounterStore implements FastifyRateLimitStore {
    incr(name: string, to: Answer, timeWindow: number): void {
      answer(count(name, timeWindow), to);
    }

    /** For looking without counting; the limiter's types do not have it yet. */
    read(name: string, to: Answer): void {
      answer(read(name), to);
    }

    child(): FastifyRateLimitStore {
      return this;
    }
  };
}
