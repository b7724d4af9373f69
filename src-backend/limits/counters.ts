import { CLOCKS_DIFFER_MS } from "../clocks-differ.ts";
import { compiledOnce } from "../database/compiled-once.ts";
import type { Database } from "../database/open-database.ts";
import type { LimitConfig } from "./limit-config.ts";

/** A counter's name under each of the customer's row ids, the one that counts first. */
export type CounterNames = readonly [newest: string, ...earlier: string[]];

interface Counter {
  readonly used: number;
  readonly ends_at: string;
}

/** How often something was done, and how many seconds it still counts. */
export interface Count {
  readonly used: number;
  readonly secondsLeft: number;
}

/** Counts one more, or begins anew where the window is over; answers nothing where there is no room. */
const countOne = compiledOnce<{ name: string; room: number; from: string; to: string; latest: string }>(
  (inside, value) =>
    inside
      .insertInto("counter")
      .values({ name: value("name"), used: 1, ends_at: value("to") })
      .onConflict((conflict) =>
        conflict
          .column("name")
          .doUpdateSet(({ eb, or, ref }) => {
            const hasEnded = or([
              eb("counter.ends_at", "<=", value("from")),
              eb("counter.ends_at", ">", value("latest")),
            ]);
            return {
              used: eb
                .case()
                .when(hasEnded)
                .then(1)
                .else(eb("counter.used", "+", 1))
                .end(),
              ends_at: eb.case().when(hasEnded).then(value("to")).else(ref("counter.ends_at")).end(),
            };
          })
          .where(({ eb, or }) =>
            or([
              eb("counter.used", "<", value("room")),
              eb("counter.ends_at", "<=", value("from")),
              eb("counter.ends_at", ">", value("latest")),
            ]),
          ),
      )
      .returning("used"),
);

const takeOneBack = compiledOnce<{ name: string; from: string; latest: string }>((inside, value) =>
  inside
    .updateTable("counter")
    .set(({ eb }) => ({ used: eb("used", "-", 1) }))
    .where("name", "=", value("name"))
    .where("used", ">", 0)
    .where("ends_at", ">", value("from"))
    .where("ends_at", "<=", value("latest")),
);

const findRunning = compiledOnce<{ names: readonly string[]; from: string; latest: string }, Counter>((inside, value) =>
  inside
    .selectFrom("counter")
    .select(["used", "ends_at"])
    .where("name", "in", value("names"))
    .where("ends_at", ">", value("from"))
    .where("ends_at", "<=", value("latest")),
);

/**
 * Counts in windows of fixed length, in the database, so counts survive this process and are those of all instances.
 * @param now the system clock, because the counters outlive this process
 */
export function createCounters(now: () => number) {
  // A window that ends later than its length allows began before the clock was set back, so it counts as over
  // (docs/threat-model.md#clock-jumps). Otherwise its customer would be locked out until the clock caught up. Another
  // instance whose clock is ahead begins windows that end a little later, and those count.
  const window = ({ seconds }: LimitConfig) => {
    const at = now();
    const text = (ms: number) => new Date(ms).toISOString();
    const to = at + seconds * 1000;
    return { from: text(at), to: text(to), latest: text(to + CLOCKS_DIFFER_MS) };
  };
  const running = async (inside: Database, names: readonly string[], limit: LimitConfig): Promise<Counter[]> => {
    if (names.length === 0) return [];
    const { from, latest } = window(limit);
    return (await findRunning(inside, { names, from, latest })).rows;
  };
  const total = (counters: readonly Counter[], limit: LimitConfig): Count => {
    const used = usedOf(counters);
    // Each counter stops counting at its own time. The one that matters is the one after which there is room again.
    let left = used;
    const freeing = counters
      .toSorted((a, b) => a.ends_at.localeCompare(b.ends_at))
      .find((counter) => {
        left -= counter.used;
        return left < limit.count;
      });
    if (freeing === undefined) return { used, secondsLeft: 0 };
    const secondsLeft = Math.ceil((Date.parse(freeing.ends_at) - now()) / 1000);
    return { used, secondsLeft: Math.min(secondsLeft, limit.seconds) };
  };
  /** Reads what was counted under any of these names, without counting. */
  const look = async (inside: Database, names: CounterNames, limit: LimitConfig): Promise<Count> =>
    total(await running(inside, names, limit), limit);

  return {
    look,
    /**
     * Counts one more under the first name, if the limit leaves room beside what was counted under the others. In the one
     * statement that also compares, so the limit is exact however many count at once. The others are of earlier ids, under
     * which nobody counts any more.
     * @returns null, or what has used it up; then nothing was counted
     */
    addOne: async (inside: Database, names: CounterNames, limit: LimitConfig): Promise<Count | null> => {
      const [name, ...earlier] = names;
      const room = limit.count - usedOf(await running(inside, earlier, limit));
      if (room <= 0) return look(inside, names, limit);
      const { from, to, latest } = window(limit);
      const { rows } = await countOne(inside, { name, room, from, to, latest });
      return rows.length === 0 ? look(inside, names, limit) : null;
    },
    /** Counts one less under the first name, unless its window is over. */
    takeBack: async (inside: Database, [name]: CounterNames, limit: LimitConfig): Promise<void> => {
      const { from, latest } = window(limit);
      await takeOneBack(inside, { name, from, latest });
    },
  };
}

function usedOf(counters: readonly Counter[]): number {
  return counters.reduce((sum, counter) => sum + counter.used, 0);
}
