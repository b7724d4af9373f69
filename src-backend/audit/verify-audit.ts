import { sql } from "kysely";
import type { Database } from "../database/open-database.ts";
import type { AuditEntryTable } from "../database/tables.ts";
import { type AuditContent, hashOf, startOf } from "./audit-row.ts";

/**
 * What is wrong with a row. `missing`: another one follows where it should be. `changed`: its content, or its hash.
 * `reordered`: it belongs elsewhere in its chain. `truncated`: the chain's head is beyond its last row. `head_missing`,
 * `head_changed`: the chain's rows are right, and its head is not that of the last one.
 */
export type BreakKind = "missing" | "changed" | "reordered" | "truncated" | "head_missing" | "head_changed";

/** The first thing that is wrong with a chain. */
export interface Break {
  readonly chain: string;
  /** The number of the row. */
  readonly number: number;
  readonly kind: BreakKind;
}

/** What a walk over all chains has found. */
export interface Walk {
  readonly chains: number;
  readonly rows: number;
  /** One of each chain that is broken, in the order of the chains' names. */
  readonly breaks: readonly Break[];
}

/** The chain's end as its head says, or null without one. */
interface Head {
  readonly number: number;
  readonly hash: string;
  readonly cut_number: number;
  readonly cut_hash: string;
}

/** How many chains are read at a time. */
const CHAINS_AT_ONCE = 200;

/** Walks all chains, also while servers append to them: each is read together with its head, as of one moment. */
export async function verifyAudit(database: Database): Promise<Walk> {
  const breaks: Break[] = [];
  let [chains, rows] = [0, 0];
  for (let after = ""; ; ) {
    const some = await readChains(database, after);
    for (const [chain, { head, entries }] of some) {
      chains += 1;
      rows += entries.length;
      const found = breakOf(chain, head, entries);
      if (found !== null) breaks.push(found);
      after = chain;
    }
    if (some.size === 0) return { chains, rows, breaks };
  }
}

/** The first thing that is wrong with this chain, of which all rows are given in the order of their numbers; null if nothing is. */
export function breakOf(chain: string, head: Head | null, entries: readonly AuditEntryTable[]): Break | null {
  let number = head?.cut_number ?? 0;
  let hash = number === 0 ? startOf(chain) : (head?.cut_hash ?? "");
  for (const entry of entries) {
    number += 1;
    const fits = ({ hash: its, number: _, ...content }: AuditEntryTable) => hashOf(hash, number, content) === its;
    if (entry.number === number && fits(entry)) {
      hash = entry.hash;
      continue;
    }
    // The row that belongs here is elsewhere in the chain, under another number.
    const isElsewhere = entries.some((one) => one !== entry && fits(one));
    if (isElsewhere) return { chain, number, kind: "reordered" };
    return { chain, number, kind: entry.number === number ? "changed" : "missing" };
  }
  if (head === null) return { chain, number, kind: "head_missing" };
  if (head.number > number) return { chain, number: number + 1, kind: "truncated" };
  return head.number === number && head.hash === hash ? null : { chain, number, kind: "head_changed" };
}

interface Chain {
  readonly head: Head | null;
  readonly entries: AuditEntryTable[];
}

/**
 * In one statement, so it sees heads and rows as of one moment. Each list of names is cut by itself: PostgreSQL sorts all rows of
 * a union before it cuts, each time.
 */
async function readChains(database: Database, after: string): Promise<ReadonlyMap<string, Chain>> {
  type Row = { [Name in keyof AuditEntryTable]: AuditEntryTable[Name] | null } & {
    of_chain: string;
    head_number: number | null;
    head_hash: string | null;
    cut_number: number | null;
    cut_hash: string | null;
  };
  const limit = sql`limit ${sql.lit(CHAINS_AT_ONCE)}`;
  const { rows } = await sql<Row>`
    with few as (
      select chain from (
        select chain from (select chain from audit_head where chain > ${after} order by chain ${limit}) as with_head
        union
        select chain from (select distinct chain from audit_entry where chain > ${after} order by chain ${limit}) as with_rows
      ) as every
      order by chain ${limit}
    )
    select few.chain as of_chain, head.number as head_number, head.hash as head_hash, head.cut_number, head.cut_hash,
      entry.*
    from few
    left join audit_head as head on head.chain = few.chain
    left join audit_entry as entry on entry.chain = few.chain
    order by few.chain, entry.number`.execute(database);
  const chains = new Map<string, Chain>();
  for (const { of_chain, head_number, head_hash, cut_number, cut_hash, ...entry } of rows) {
    const known = chains.get(of_chain);
    const head = {
      number: head_number ?? 0,
      hash: head_hash ?? "",
      cut_number: cut_number ?? 0,
      cut_hash: cut_hash ?? "",
    };
    const chain: Chain = known ?? { head: head_number === null ? null : head, entries: [] };
    if (entry.number !== null) chain.entries.push(entry as AuditEntryTable & AuditContent);
    chains.set(of_chain, chain);
  }
  return chains;
}
