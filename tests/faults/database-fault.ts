import path from "node:path";
import { backup, DatabaseSync } from "node:sqlite";
import type { Fault } from "./fault.ts";
import type { Ground } from "./ground.ts";

/** Shorter than the backend waits for a lock, and longer than a statement takes. */
const MOMENT_MS = 300;

const fileOf = ({ folder }: Ground) => path.join(folder, "database", "backend.db");

/** What another process does to the backend's database, from a moment on. Answers what ends it. */
export type Meddling = (ground: Ground) => Promise<() => Promise<void>>;

/** It takes the write lock, as a maintenance tool does, and keeps it. */
export const lock: Meddling = async (ground) => {
  const other = new DatabaseSync(fileOf(ground));
  other.exec("BEGIN IMMEDIATE");
  return async () => other.close(); // rolls back
};

/** It takes the write lock for a moment. */
export const lockForAMoment: Meddling = async (ground) => {
  const release = await lock(ground);
  const released = new Promise<void>((resolve) => {
    setTimeout(() => resolve(release()), MOMENT_MS);
  });
  return () => released;
};

/** It reads without end, which keeps the log from being emptied, and then empties it. */
export const checkpoint: Meddling = async (ground) => {
  const reader = new DatabaseSync(fileOf(ground));
  reader.exec("BEGIN; SELECT count(*) FROM pin_change");
  const other = new DatabaseSync(fileOf(ground));
  other.exec("PRAGMA wal_checkpoint(RESTART)");
  return async () => {
    reader.close();
    other.exec("PRAGMA wal_checkpoint(TRUNCATE)");
    other.close();
  };
};

/** It copies the database, a page at a time, for as long as the case lasts. */
export const backUp: Meddling = async (ground) => {
  const other = new DatabaseSync(fileOf(ground), { readOnly: true });
  let isOver = false;
  const copying = (async () => {
    for (let copy = 0; !isOver; copy += 1) {
      await backup(other, path.join(ground.folder, "database", `copy-${copy % 2}.db`), { rate: 1 });
    }
  })();
  return async () => {
    isOver = true;
    await copying;
    other.close();
  };
};

/** From the beginning of the case. */
export function meddled(words: string, begin: Meddling): Fault {
  return {
    words: `database ${words}`,
    strike: async (ground) => {
      const pass = await begin(ground);
      return { struck: async () => true, pass };
    },
  };
}

/** From the moment in which a request, or the answer to it, is lost on the line: the settlement meets it. */
export function meddledOnceLost(
  ending: string,
  [words, begin]: readonly [string, Meddling],
  what: "drop_before" | "drop_after" = "drop_after",
): Fault {
  return {
    words: `line at ${ending}: ${what}, then database ${words}`,
    strike: async (ground) => {
      const begun = ground.line.fail(ending, what).then(() => begin(ground));
      begun.catch(() => undefined); // told by `struck`
      return { struck: () => begun.then(() => true), pass: async () => (await begun)() };
    },
  };
}
