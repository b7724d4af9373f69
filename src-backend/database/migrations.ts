import { type Kysely, sql } from "kysely";
import type { Migration } from "kysely/migration";

/** The error codes of finished PIN changes: their names in version 0.1, and since then. */
const namesOfErrors: readonly (readonly [before: string, since: string])[] = [
  ["unauthenticated", "ERR_NOT_SIGNED_IN"],
  ["invalid_request", "ERR_INVALID_REQUEST"],
  ["not_found", "ERR_NOT_FOUND"],
  ["no_mobile_number", "ERR_NO_MOBILE_NUMBER"],
  ["device_limit_reached", "ERR_DEVICE_LIMIT"],
  ["device_key_conflict", "ERR_DEVICE_KEY_CONFLICT"],
  ["code_refused", "ERR_CODE_REFUSED"],
  ["code_expired", "ERR_CODE_EXPIRED"],
  ["device_refused", "ERR_DEVICE_REFUSED"],
  ["protection_refused", "ERR_PROTECTION_REFUSED"],
  ["restricted_key_exists", "ERR_RESTRICTED_KEY_EXISTS"],
  ["pin_refused", "ERR_PIN_REFUSED"],
  ["pin_key_outdated", "ERR_PIN_KEY_OUTDATED"],
  ["encryption_refused", "ERR_ENCRYPTION_REFUSED"],
  ["card_not_eligible", "ERR_CARD_NOT_ELIGIBLE"],
  ["too_many_requests", "ERR_TOO_MANY_REQUESTS"],
  ["refused", "ERR_REFUSED"],
  ["route_refused", "ERR_ROUTE_REFUSED"],
  ["tan_refused", "ERR_TAN_REFUSED"],
  ["change_request_ended", "ERR_CHANGE_REQUEST_ENDED"],
  ["request_id_reused", "ERR_REQUEST_ID_REUSED"],
  ["attempt_refused", "ERR_ATTEMPT_REFUSED"],
  ["pin_change_in_progress", "ERR_PIN_CHANGE_IN_PROGRESS"],
  ["pin_change_closed", "ERR_PIN_CHANGE_CLOSED"],
  ["not_recorded", "ERR_NOT_RECORDED"],
  ["pin_change_outcome_unknown", "ERR_PIN_CHANGE_OUTCOME_UNKNOWN"],
  ["solaris_unavailable", "ERR_SOLARIS_UNAVAILABLE"],
  ["operation_unknown", "ERR_OPERATION_UNKNOWN"],
  ["internal", "ERR_BACKEND_INTERNAL"],
];

/** Migrations by name, in the order of their names. */
export type Migrations = Record<string, Migration>;

/**
 * The migrations, in order. A published one is never changed, only followed by another. They use only text and integers,
 * which SQLite and PostgreSQL share.
 *
 * They only add, so that instances of the version before go on while the instances are replaced one by one. A migration that
 * takes away what an earlier version uses comes a version after the last one that uses it, and says in its name which
 * migration an instance has to know: `0012_without_old_column_needs_0009` (docs/operations.md#versions-and-migrations).
 */
export const migrations: Migrations = {
  "0001_first_tables": {
    up: async (database: Kysely<unknown>) => {
      const { schema } = database;
      await schema
        .createTable("pin_change")
        .addColumn("customer_id", "text", (column) => column.notNull())
        .addColumn("request_id", "text", (column) => column.notNull())
        .addColumn("attempt", "integer", (column) => column.notNull())
        .addColumn("card_id", "text")
        .addColumn("route", "text")
        .addColumn("content_hash", "text")
        .addColumn("change_request_id", "text")
        .addColumn("state", "text", (column) => column.notNull())
        .addColumn("problem", "text")
        .addColumn("solaris_error_id", "text")
        .addColumn("created_at", "text", (column) => column.notNull())
        .addColumn("updated_at", "text", (column) => column.notNull())
        .addPrimaryKeyConstraint("pin_change_once", ["customer_id", "request_id", "attempt"])
        .execute();
      await schema.createIndex("pin_change_updated_at").on("pin_change").column("updated_at").execute();
      await schema
        .createTable("counter")
        .addColumn("name", "text", (column) => column.primaryKey())
        .addColumn("used", "integer", (column) => column.notNull())
        .addColumn("ends_at", "text", (column) => column.notNull())
        .execute();
      await schema
        .createTable("demo_token")
        .addColumn("token_hash", "text", (column) => column.primaryKey())
        .addColumn("customer_id", "text", (column) => column.notNull())
        .addColumn("ends_at", "text", (column) => column.notNull())
        .execute();
      await schema
        .createTable("pending_device")
        .addColumn("challenge_id", "text", (column) => column.primaryKey())
        .addColumn("device_id", "text", (column) => column.notNull())
        .addColumn("customer_id", "text", (column) => column.notNull())
        .addColumn("ends_at", "text", (column) => column.notNull())
        .execute();
    },
  },
  "0002_restore_marks": {
    up: async (database: Kysely<unknown>) => {
      const { schema } = database;
      // The mark that `backup` leaves in a copy, and when a server first started on it: see restore-marks.ts.
      await schema
        .createTable("restore_mark")
        .addColumn("made_at", "text", (column) => column.notNull())
        .addColumn("restored_at", "text")
        .execute();
      // Speeds up the removal of rows without a request, which may be few among very many.
      await schema
        .createIndex("pin_change_without_request")
        .on("pin_change")
        .column("updated_at")
        .where(sql.ref("content_hash"), "is", null)
        .execute();
    },
  },
  "0003_removal_clock": {
    up: async (database: Kysely<unknown>) => {
      await database.schema
        .createTable("removal_clock")
        .addColumn("at", "text", (column) => column.notNull())
        .execute();
      // Starts at the newest row, which predates anything that a now wrong clock would date: see remove-old.ts.
      await sql`insert into removal_clock select updated_at from pin_change order by updated_at desc limit 1`.execute(
        database,
      );
    },
  },
  "0004_one_name_for_each_error": {
    up: async (database: Kysely<unknown>) => {
      // Unknown codes stay unchanged: ledger.ts reads them as refusals without a reason.
      const cases = namesOfErrors.map(([before, since]) => sql`when ${before} then ${since}`);
      const before = namesOfErrors.map(([name]) => name);
      await sql`
        update pin_change set problem = case problem ${sql.join(cases, sql` `)} end where problem in (${sql.join(before)})
      `.execute(database);
    },
  },
  "0005_used_proofs": {
    up: async (database: Kysely<unknown>) => {
      await database.schema
        .createTable("used_proof")
        .addColumn("name", "text", (column) => column.primaryKey())
        .addColumn("ends_at", "text", (column) => column.notNull())
        .execute();
      // A row for each request: those that are to be removed must be found without reading the others.
      await database.schema.createIndex("used_proof_ends_at").on("used_proof").column("ends_at").execute();
    },
  },
  "0006_several_instances": {
    up: async (database: Kysely<unknown>) => {
      const { schema } = database;
      // Each write counts it up: two within one millisecond have the same `updated_at`.
      await schema
        .alterTable("pin_change")
        .addColumn("version", "integer", (column) => column.notNull().defaultTo(0))
        .execute();
      await schema.alterTable("pin_change").addColumn("held_until", "text").execute();
      // Finds a request under ids whose secret this instance does not have: see lost-rows.ts.
      await schema.createIndex("pin_change_request_id").on("pin_change").column("request_id").execute();
      await schema
        .createTable("adding_key")
        .addColumn("device_id", "text", (column) => column.primaryKey())
        .addColumn("holder", "text", (column) => column.notNull())
        .addColumn("key_hash", "text", (column) => column.notNull())
        .addColumn("is_unclear", "integer", (column) => column.notNull())
        .addColumn("ends_at", "text", (column) => column.notNull())
        .execute();
    },
  },
  "0007_one_removal_clock": {
    up: async (database: Kysely<unknown>) => {
      const { schema } = database;
      // A name that the one row has, so that a second one cannot be added.
      await schema
        .alterTable("removal_clock")
        .addColumn("name", "text", (column) => column.notNull().defaultTo("removal"))
        .execute();
      await schema
        .alterTable("removal_clock")
        .addColumn("version", "integer", (column) => column.notNull().defaultTo(0))
        .execute();
      await schema.createIndex("removal_clock_once").unique().on("removal_clock").column("name").execute();
    },
  },
  "0008_audit_and_retention": {
    up: async (database: Kysely<unknown>) => {
      const { schema } = database;
      // Written once and never updated: docs/operations.md#the-audit.
      await schema
        .createTable("audit_entry")
        .addColumn("chain", "text", (column) => column.notNull())
        .addColumn("number", "integer", (column) => column.notNull())
        .addColumn("request", "text", (column) => column.notNull())
        .addColumn("attempt", "integer", (column) => column.notNull())
        .addColumn("card", "text")
        .addColumn("route", "text")
        .addColumn("state", "text", (column) => column.notNull())
        .addColumn("problem", "text")
        .addColumn("version", "integer", (column) => column.notNull())
        .addColumn("at", "text", (column) => column.notNull())
        .addColumn("row_digest", "text", (column) => column.notNull())
        .addColumn("hash", "text", (column) => column.notNull())
        .addPrimaryKeyConstraint("audit_entry_once", ["chain", "number"])
        .execute();
      await schema.createIndex("audit_entry_at").on("audit_entry").column("at").execute();
      // The end of each chain. Whoever appends writes it first, so of two instances one waits for the other.
      await schema
        .createTable("audit_head")
        .addColumn("chain", "text", (column) => column.primaryKey())
        .addColumn("number", "integer", (column) => column.notNull())
        .addColumn("hash", "text", (column) => column.notNull())
        .addColumn("cut_number", "integer", (column) => column.notNull())
        .addColumn("cut_hash", "text", (column) => column.notNull())
        .execute();
      await schema
        .createTable("audit_cut")
        .addColumn("name", "text", (column) => column.primaryKey())
        .addColumn("before", "text", (column) => column.notNull())
        .execute();
      // What is left of an erased change: so that its id is neither carried out again nor said to be unknown.
      await schema
        .createTable("erased_request")
        .addColumn("request_hash", "text", (column) => column.primaryKey())
        .addColumn("ends_at", "text", (column) => column.notNull())
        .execute();
      // Up to when rows of the ledger were ever removed: a longer retention does not bring them back.
      await schema.alterTable("removal_clock").addColumn("removed_before", "text").execute();
    },
  },
  "0009_device_consents": {
    up: async (database: Kysely<unknown>) => {
      const { schema } = database;
      // Solaris documents no way to read a consent: see device-data/consent-records.ts.
      await schema
        .createTable("device_consent")
        .addColumn("consent_id", "text", (column) => column.primaryKey())
        .addColumn("customer_id", "text", (column) => column.notNull())
        .addColumn("given_at", "text", (column) => column.notNull())
        .addColumn("counts", "integer", (column) => column.notNull())
        .addColumn("withdrawn_at", "text")
        .addColumn("seen_at", "text", (column) => column.notNull())
        .execute();
      await schema.createIndex("device_consent_customer").on("device_consent").column("customer_id").execute();
    },
  },
};
