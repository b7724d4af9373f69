// What the tests of PIN changes have in common.
import { sql } from "kysely";
import type { Database } from "../../src-backend/database/open-database.ts";
import { createLedger } from "../../src-backend/pin-changes/ledger.ts";
import type { Answer } from "./described-answers.ts";
import { cardId, type FakeSolaris } from "./fake-solaris.ts";

export const update = `/v1/cards/${cardId}/pin_update_requests`;
export const outdatedKey = { id: "anerrorid", code: "validation_error", source: { field: "key_id", message: "old" } };
export const code = ({ json }: Answer): string | undefined => json?.code;
export const changesOf = (solaris: FakeSolaris): number => solaris.asked("POST", "/pin_update_requests").length;

/** A backend whose database stops taking anything when the test says so. */
export function exhaustible() {
  const opened: Database[] = [];
  const run = async (statement: string) => {
    for (const database of opened) await sql.raw(statement).execute(database);
  };
  return {
    openLedger: (database: Database) => {
      opened.push(database);
      return createLedger(database);
    },
    makeReadOnly: () => run("PRAGMA query_only = 1"),
    makeFull: async () => {
      await run("PRAGMA max_page_count = 1");
      // Until there is no place left for the shortest row in what pages there are.
      for (const [table, others] of [
        ["counter (name, used, ends_at)", "1, '9999'"],
        ["pin_change (customer_id, attempt, updated_at, request_id, state, created_at)", "1, '9999', '', '', ''"],
        ["demo_token (token_hash, customer_id, ends_at)", "'', '0000'"],
      ]) {
        for (const length of [4000, 1000, 100, 10, 4]) {
          const insert = `INSERT INTO ${table} VALUES (hex(randomblob(${length})), ${others})`;
          while (
            await run(insert).then(
              () => true,
              () => false,
            )
          );
        }
      }
    },
    makeUsable: async () => {
      await run("PRAGMA query_only = 0");
      await run("PRAGMA max_page_count = 100000");
    },
  };
}
