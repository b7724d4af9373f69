import { type Kysely, type Migration, sql } from "kysely";

/**
 * How the tables came about, in order. A migration that was published is never changed, only followed by another. Text
 * and integers alone, which SQLite and PostgreSQL both have.
 */
export const migrations: Record<string, Migration> = {
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
      // What `backup` leaves in a copy, and when a server first started on it: see restore-marks.ts.
      await schema
        .createTable("restore_mark")
        .addColumn("made_at", "text", (column) => column.notNull())
        .addColumn("restored_at", "text")
        .execute();
      // For the removal of rows that hold no request, of which there may be few among very many.
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
      // From the last row, which is before anything that a clock that is wrong by now would date: see remove-old.ts.
      await sql`insert into removal_clock select updated_at from pin_change order by updated_at desc limit 1`.execute(
        database,
      );
    },
  },
};
