// A ledger that has errors under the names of version 0.1 tells them by the one name that each has since.
import { Kysely } from "kysely";
import { Migrator } from "kysely/migration";
import { expect, it, onTestFinished } from "vitest";
import { prepareDatabaseFile } from "../../src-backend/database/database-file.ts";
import { migrations } from "../../src-backend/database/migrations.ts";
import { openSqlite } from "../../src-backend/database/open-sqlite.ts";
import { sqliteFile } from "../../src-backend/database/sqlite-connection.ts";
import { createSqliteDialect } from "../../src-backend/database/sqlite-dialect.ts";
import type { PinChangeState } from "../../src-backend/database/tables.ts";
import { createLedger } from "../../src-backend/pin-changes/ledger.ts";
import { databaseFile } from "./own-database.ts";

/** As `problem` was written then, by the code that it has to be read as. */
const before: Readonly<Record<string, string>> = {
  attempt_refused: "ERR_ATTEMPT_REFUSED",
  card_not_eligible: "ERR_CARD_NOT_ELIGIBLE",
  change_request_ended: "ERR_CHANGE_REQUEST_ENDED",
  code_expired: "ERR_CODE_EXPIRED",
  code_refused: "ERR_CODE_REFUSED",
  device_key_conflict: "ERR_DEVICE_KEY_CONFLICT",
  device_limit_reached: "ERR_DEVICE_LIMIT",
  device_refused: "ERR_DEVICE_REFUSED",
  encryption_refused: "ERR_ENCRYPTION_REFUSED",
  internal: "ERR_BACKEND_INTERNAL",
  invalid_request: "ERR_INVALID_REQUEST",
  no_mobile_number: "ERR_NO_MOBILE_NUMBER",
  not_found: "ERR_NOT_FOUND",
  not_recorded: "ERR_NOT_RECORDED",
  operation_unknown: "ERR_OPERATION_UNKNOWN",
  pin_change_closed: "ERR_PIN_CHANGE_CLOSED",
  pin_change_in_progress: "ERR_PIN_CHANGE_IN_PROGRESS",
  pin_change_outcome_unknown: "ERR_PIN_CHANGE_OUTCOME_UNKNOWN",
  pin_key_outdated: "ERR_PIN_KEY_OUTDATED",
  pin_refused: "ERR_PIN_REFUSED",
  protection_refused: "ERR_PROTECTION_REFUSED",
  refused: "ERR_REFUSED",
  request_id_reused: "ERR_REQUEST_ID_REUSED",
  restricted_key_exists: "ERR_RESTRICTED_KEY_EXISTS",
  route_refused: "ERR_ROUTE_REFUSED",
  solaris_unavailable: "ERR_SOLARIS_UNAVAILABLE",
  tan_refused: "ERR_TAN_REFUSED",
  too_many_requests: "ERR_TOO_MANY_REQUESTS",
  unauthenticated: "ERR_NOT_SIGNED_IN",
};

interface OldRow {
  readonly requestId: string;
  readonly state: PinChangeState;
  readonly problem: string | null;
}

/** A database as the version had it that knew the first three migrations. */
async function makeOldDatabase(rows: readonly OldRow[]): Promise<string> {
  const file = databaseFile();
  prepareDatabaseFile(file);
  const database = new Kysely<{ pin_change: Record<string, unknown> }>({
    dialect: createSqliteDialect(sqliteFile(file, () => {})),
  });
  const known = Object.fromEntries(
    Object.entries(migrations).filter(([name]) => name < "0004_one_name_for_each_error"),
  );
  const { error } = await new Migrator({
    db: database,
    provider: { getMigrations: async () => known },
  }).migrateToLatest();
  expect(error).toBeUndefined();
  const at = "2026-01-01T00:00:00.000Z";
  const values = rows.map(({ requestId, state, problem }) => ({
    customer_id: "ada",
    request_id: requestId,
    attempt: 1,
    state,
    problem,
    created_at: at,
    updated_at: at,
  }));
  await database.insertInto("pin_change").values(values).execute();
  await database.destroy();
  return file;
}

async function readLedger(file: string) {
  const database = await openSqlite(file);
  onTestFinished(() => database.destroy());
  const ledger = createLedger(database);
  return { database, read: async (requestId: string) => (await ledger.find(["ada"], requestId))[0] };
}

it("each name of then is the one name by now, in the file too, and nothing else of its row is another", async () => {
  const names = Object.keys(before);
  const file = await makeOldDatabase(
    names.map((name) => ({ requestId: name, state: "refused" as const, problem: name })),
  );
  const { database, read } = await readLedger(file);
  for (const [name, code] of Object.entries(before)) {
    expect(await read(name)).toMatchObject({ state: "refused", problem: code, updatedAt: Date.UTC(2026, 0, 1) });
  }
  const stored = await database.selectFrom("pin_change").select("problem").execute();
  expect(new Set(stored.map(({ problem }) => problem))).toEqual(new Set(Object.values(before)));
});

it("what has no error has none, and a name that nobody knows stays in the file and is read as a refusal without a reason", async () => {
  const file = await makeOldDatabase([
    { requestId: "changed", state: "changed", problem: null },
    { requestId: "odd", state: "refused", problem: "something_else" },
  ]);
  const { database, read } = await readLedger(file);
  expect(await read("changed")).toMatchObject({ state: "changed", problem: null });
  expect(await read("odd")).toMatchObject({ state: "refused", problem: "ERR_REFUSED" });
  const { problem } = await database
    .selectFrom("pin_change")
    .select("problem")
    .where("request_id", "=", "odd")
    .executeTakeFirstOrThrow();
  expect(problem).toBe("something_else");
});
