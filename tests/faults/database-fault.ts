import path from "node:path";
import { backup, DatabaseSync } from "node:sqlite";
import type { Fault } from "./fault.ts";
import type { Fixture } from "./fixture.ts";

/** Shorter than the backend waits for a lock (src-backend/database/sqlite-dialect.ts), and longer than a statement takes. */
const MOMENT_MS = 300;

const fileOf = ({ folder }: Fixture) => path.join(folder, "database", "backend.db");

/** What another process does to the backend's database. Returns what ends it. */
export type Meddling = (fixture: Fixture) => Promise<() => Promise<void>>;

/** Takes the write lock, as a maintenance tool does, and keeps it. */
export const lock: Meddling = async (fixture) => {
  const other = new DatabaseSync(fileOf(fixture));
  other.exec("BEGIN IMMEDIATE");
  return async () => other.close(); // rolls back
};

/** Takes the write lock for a moment. */
export const lockForAMoment: Meddling = async (fixture) => {
  const release = await lock(fixture);
  const released = new Promise<void>((resolve) => {
    setTimeout(() => resolve(release()), MOMENT_MS);
  });
  return () => released;
};

/** Reads without end, which keeps the write-ahead log from being emptied, and then empties it. */
export const checkpoint: Meddling = async (fixture) => {
  const reader = new DatabaseSync(fileOf(fixture));
  reader.exec("BEGIN; SELECT count(*) FROM pin_change");
  const other = new DatabaseSync(fileOf(fixture));
  other.exec("PRAGMA wal_checkpoint(RESTART)");
  return async () => {
    reader.close();
    other.exec("PRAGMA wal_checkpoint(TRUNCATE)");
    other.close();
  };
};

/** Copies the database page by page, again and again, as long as the case lasts. */
export const backUp: Meddling = async (fixture) => {
  const other = new DatabaseSync(fileOf(fixture), { readOnly: true });
  let isOver = false;
  const copying = (async () => {
    for (let copy = 0; !isOver; copy += 1) {
      await backup(other, path.join(fixture.folder, "database", `copy-${copy % 2}.db`), { rate: 1 });
    }
  })();
  return async () => {
    isOver = true;
    await copying;
    other.close();
  };
};

/** Meddles from the beginning of the case. */
export function meddled(words: string, begin: Meddling): Fault {
  return {
    words: `database ${words}`,
    strike: async (fixture) => {
      const pass = await begin(fixture);
      return { struck: async () => true, pass };
    },
  };
}

/** Meddles once a request, or its answer, is lost on the line: the settlement meets it. */
export function meddledOnceLost(
  ending: string,
  [words, begin]: readonly [string, Meddling],
  what: "drop_before" | "drop_after" = "drop_after",
): Fault {
  return {
    words: `line at ${ending}: ${what}, then database ${words}`,
    strike: async (fixture) => {
      const begun = fixture.line.fail(ending, what).then(() => begin(fixture));
      begun.catch(() => undefined); // told by `struck`
      return { struck: () => begun.then(() => true), pass: async () => (await begun)() };
    },
  };
}
