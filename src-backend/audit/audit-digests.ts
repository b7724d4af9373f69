import { createHash } from "node:crypto";
import { databaseFailure } from "../database/database-failed.ts";
import type { Database } from "../database/open-database.ts";
import type { Log } from "../server-log.ts";

const HOUR_MS = 60 * 60 * 1000;
/** By then whatever is dated before is written: no statement takes as long, and no clock should be as wrong. */
const SETTLED_MS = 5 * 60 * 1000;
/** A server that starts also covers what the one before it may not have: from so long before the newest row. */
const BEFORE_START_MS = 7 * 24 * HOUR_MS;
const ROWS_AT_ONCE = 500;

/** All rows that are dated in a span of time, as one digest. */
export interface AuditDigest {
  /** Both RFC 3339 in UTC with milliseconds; the first is part of the span, the second is not. */
  readonly from: string;
  readonly until: string;
  readonly rows: number;
  /** SHA-256 of the rows' chains, numbers and hashes, in hexadecimal. */
  readonly digest: string;
}

/**
 * Says, once at start and each hour, what the audit has, so that another system that keeps the log can tell whether it still
 * has. @returns a function that stops it, and waits for what is being read
 */
export function keepSayingDigests(database: Database, log: Log, now: () => number): () => Promise<void> {
  const say = createDigests(database, log, now);
  let last = say();
  const timer = setInterval(() => {
    last = say();
  }, HOUR_MS).unref();
  return () => {
    clearInterval(timer);
    return last;
  };
}

/** What is to be run at start and then each hour. Each run goes on where the one before ended. */
export function createDigests(database: Database, log: Log, now: () => number): () => Promise<void> {
  let last: number | null = null;
  return async () => {
    try {
      const until = now() - SETTLED_MS;
      const from = last ?? (await startBefore(database, until));
      // The clock was set back: the span begins again once it is past what was said.
      if (from === null || from >= until) return;
      const span = { from: new Date(from).toISOString(), until: new Date(until).toISOString() };
      log({ event: "audit_digest", ...(await digestOf(database, span)) });
      last = until;
    } catch (error) {
      // The next run covers this one's span, too.
      log({ event: "database_failed", use: "audit", reason: databaseFailure(error) });
    }
  };
}

/** Reads a few rows at a time, so that others get their turn between them. */
export async function digestOf(
  database: Database,
  { from, until }: Pick<AuditDigest, "from" | "until">,
): Promise<AuditDigest> {
  const digest = createHash("sha256");
  let rows = 0;
  // By the hash, which is in the same order in every collation, as a chain's name is not.
  for (let after = { at: from, hash: "" }; ; ) {
    const some = await database
      .selectFrom("audit_entry")
      .select(["at", "chain", "number", "hash"])
      .where("at", ">=", after.at)
      .where("at", "<", until)
      .where(({ eb, or }) => or([eb("at", ">", after.at), eb("hash", ">", after.hash)]))
      .orderBy("at")
      .orderBy("hash")
      .limit(ROWS_AT_ONCE)
      .execute();
    for (const { chain, number, hash } of some) digest.update(`${chain} ${number} ${hash}\n`);
    rows += some.length;
    const end = some.at(-1);
    if (end === undefined) return { from, until, rows, digest: digest.digest("hex") };
    after = end;
  }
}

/** From when a start's first digest is, in milliseconds; null without any row. */
async function startBefore(database: Database, until: number): Promise<number | null> {
  const { newest } = await database
    .selectFrom("audit_entry")
    .select(({ fn }) => fn.max("at").as("newest"))
    .executeTakeFirstOrThrow();
  return newest === null ? null : Math.min(Date.parse(newest), until) - BEFORE_START_MS;
}
