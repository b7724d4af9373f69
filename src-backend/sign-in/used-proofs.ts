import type { Database } from "../database/open-database.ts";
import type { RightProof } from "./dpop-proof.ts";
import { SignInRefused } from "./refusal.ts";

/**
 * Takes a proof once (RFC 9449 §11.1). In the database, which outlives a restart, and in one statement, so of two equal
 * requests at once one passes. The row is removed once the proof is too old (remove-old.ts).
 * @throws SignInRefused `proof_reused`; DatabaseFailed
 */
export async function takeProofOnce(database: Database, { name, endsAt }: RightProof): Promise<void> {
  const { numInsertedOrUpdatedRows: rows } = await database
    .insertInto("used_proof")
    .values({ name, ends_at: new Date(endsAt * 1000).toISOString() })
    .onConflict((conflict) => conflict.column("name").doNothing())
    .executeTakeFirstOrThrow();
  if (rows !== 1n) throw new SignInRefused("proof_reused");
}
