// On which servers and schemas a backend starts, and what it says of the others (docs/postgresql.md#the-database).
import { rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Kysely, PostgresAdapter, PostgresDialect, sql } from "kysely";
import { Pool } from "pg";
import { afterAll, describe, expect, it, onTestFinished } from "vitest";
import type { PostgresConfig } from "../../src-backend/database/database-config.ts";
import { DatabaseUnusable } from "../../src-backend/database/database-unusable.ts";
import { usualPlan } from "../../src-backend/database/migration-plan.ts";
import { migrations } from "../../src-backend/database/migrations.ts";
import { openDatabase } from "../../src-backend/database/open-database.ts";
import { openPostgres } from "../../src-backend/database/open-postgres.ts";
import type { LogEvent } from "../../src-backend/server-log.ts";
import { certifyLoopback, createAuthority } from "../../src-testing/certificate.ts";
import { runCommandOn } from "../backend/run-command-on.ts";
import { freePort, makeFolder, own as ownFile } from "./cluster.ts";
import { clusterOfFile } from "./own-cluster.ts";
import { hasPostgres } from "./programs.ts";

const clientOf = ({ server: { host, port, user, database } }: PostgresConfig) => {
  return { host, port, user, database, password: "" };
};

/** Why a backend does not start, and in which words. */
async function refusalOf(config: PostgresConfig) {
  const error: unknown = await openDatabase(config).then(
    (database) => database.destroy(),
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof DatabaseUnusable)) throw new Error("it is not refused", { cause: error });
  expect(error.faults[0]).toMatch(/^DATABASE_URL .+; expected /);
  expect(error.message).not.toContain(config.server.user);
  return error.reason;
}

describe.skipIf(!hasPostgres)("a PostgreSQL", () => {
  const own = clusterOfFile();
  const loopback = ({ server, ...config }: PostgresConfig, changed: Partial<PostgresConfig["server"]> = {}) => ({
    ...config,
    server: { ...server, host: "127.0.0.1", ...changed },
  });
  const eventsOf = async (config: PostgresConfig, now?: () => number) => {
    const events: LogEvent[] = [];
    await (await openPostgres(config, (event) => events.push(event), now)).destroy();
    return events;
  };

  it("that cannot be reached, or lets nobody in, is refused by what is wrong", async () => {
    const config = await own.makeUser();
    expect(await refusalOf(loopback(config, { host: "host.invalid" }))).toBe("unreachable");
    expect(await refusalOf(loopback(config, { port: await freePort() }))).toBe("unreachable");
    expect(await refusalOf(loopback(config, { password: "wrong" }))).toBe("login_refused");
    expect(await refusalOf(loopback(config, { password: undefined }))).toBe("login_refused");
    expect(await refusalOf(loopback(config, { user: "nobody" }))).toBe("login_refused");
    expect(await refusalOf(loopback(config, { database: "missing" }))).toBe("login_refused");
    expect(await refusalOf(loopback(config, { tls: { ca: undefined } }))).toBe("tls"); // this one has no certificate
    await eventsOf(loopback(config));
  });

  it("without a schema of the user's is refused", async () => {
    const config = await own.makeUser();
    const { user } = config.server;
    await own.cluster.query(`alter role ${user} set search_path = missing`);
    expect(await refusalOf(config)).toBe("denied");
    await own.cluster.query(`alter role ${user} set search_path = public`); // public, where only its owner may create
    expect(await refusalOf(config)).toBe("denied");
  });

  it.each<[string, string, object]>([
    ["on", "", { durable_on: "one_server", synchronous_commit: "on" }],
    ["local", "", { durable_on: "one_server", synchronous_commit: "local" }],
    ["on", "other", { durable_on: "standby_too", synchronous_commit: "on" }],
    ["remote_apply", "other", { durable_on: "standby_too", synchronous_commit: "remote_apply" }],
    ["local", "other", { durable_on: "one_server", synchronous_commit: "local" }],
  ])("with synchronous_commit %s and standbys '%s' says where a commit is", async (commit, standbys, said) => {
    const config = await own.makeUser();
    await eventsOf(config);
    await own.cluster.query(`alter role ${config.server.user} set synchronous_commit = ${commit}`);
    await own.set({ synchronous_standby_names: standbys });
    const [checked, ...others] = await eventsOf(config);
    expect(checked).toMatchObject({ event: "postgres_checked", fsync: true, full_page_writes: true, ...said });
    expect(others).toEqual([]);
  });

  it("that answers before its disk has what was written is refused", async () => {
    const config = await own.makeUser();
    await own.cluster.query(`alter role ${config.server.user} set synchronous_commit = off`);
    expect(await refusalOf(config)).toBe("not_durable");
    await own.cluster.query(`alter role ${config.server.user} reset synchronous_commit`);
    await own.set({ fsync: "off" });
    await expect.poll(() => refusalOf(config).catch(() => "taken")).toBe("not_durable");
  });

  it("that only reads is refused", async () => {
    const config = await own.makeUser();
    await eventsOf(config); // so that nothing is to be written at the next start
    await own.cluster.query(`alter role ${config.server.user} set default_transaction_read_only = on`);
    expect(await refusalOf(config)).toBe("standby");
  });

  it("whose clock is more than five seconds from the backend's is taken, and the difference is logged", async () => {
    const config = await own.makeUser();
    await eventsOf(config);
    const names = async (ahead: number) => (await eventsOf(config, () => Date.now() + ahead)).map(({ event }) => event);
    expect(await names(0)).toEqual(["postgres_checked"]);
    for (const ahead of [60_000, -60_000]) {
      expect(await eventsOf(config, () => Date.now() + ahead)).toContainEqual({
        event: "clock_differs",
        ahead_seconds: expect.toSatisfy((seconds: number) => Math.abs(seconds - ahead / 1000) <= 5),
      });
    }
  });

  it("that is empty is migrated once, by whichever of several instances comes first", async () => {
    const config = await own.makeUser();
    const events = await Promise.all(Array.from({ length: 5 }, () => eventsOf(config)));
    const pending = Object.keys(migrations).length;
    expect(events.flat().filter(({ event }) => event === "database_migrating")).toEqual([
      { event: "database_migrating", pending },
    ]);
  });

  it("is migrated while another program that uses Kysely migrates its own tables in the same database", async () => {
    const config = await own.makeUser();
    const other = new Kysely<unknown>({ dialect: new PostgresDialect({ pool: new Pool(clientOf(config)) }) });
    onTestFinished(() => other.destroy());
    await other.connection().execute(async (session) => {
      await new PostgresAdapter().acquireMigrationLock(session, { lockTable: "", lockRowId: "" });
      expect((await eventsOf(config)).map(({ event }) => event)).toContain("database_migrating");
    });
  });

  it("with tables of other programs that use Kysely, in schemas that the user sees, is migrated in their own", async () => {
    const [config, other] = [await own.makeUser(), await own.makeUser()];
    const [user, neighbour] = [config.server.user, other.server.user];
    await own.cluster.query(`
      create table ${neighbour}.kysely_migration (name text primary key, timestamp text not null);
      create table ${neighbour}.kysely_migration_lock (id text primary key, is_locked integer not null);
      insert into ${neighbour}.kysely_migration values ('0001_of_others', '2026-01-01T00:00:00.000Z');
      alter table ${neighbour}.kysely_migration owner to ${neighbour};
      grant usage on schema ${neighbour} to ${user};
      grant select on all tables in schema ${neighbour} to ${user};
      alter role ${user} set search_path = ${user}, ${neighbour};`);
    const database = await own.open(config);
    expect(await database.selectFrom("pin_change").selectAll().execute()).toEqual([]);
    expect(await own.cluster.query(`select name from ${neighbour}.kysely_migration`)).toHaveLength(1);
    expect(await refusalOf(other)).toBe("foreign");
  });

  it.each(["select", "insert", "update", "delete"])(
    "where the user may not %s in a table is refused",
    async (right) => {
      const [owner, config] = [await own.makeUser(), await own.makeUser()];
      const [schema, user] = [owner.server.user, config.server.user];
      await own.open(owner);
      await own.cluster.query(`
      grant usage on schema ${schema} to ${user};
      grant select, insert, update, delete on all tables in schema ${schema} to ${user};
      alter role ${user} set search_path = ${schema};`);
      expect((await eventsOf(config)).map(({ event }) => event)).toEqual(["postgres_checked"]);
      // As after a migration by the owner, who has not granted the new table.
      await own.cluster.query(`revoke ${right} on ${schema}.adding_key from ${user}`);
      expect(await refusalOf(config)).toBe("denied");
    },
  );

  it("is migrated by one user, and used by another one who may make no table", async () => {
    const [owner, config] = [await own.makeUser(), await own.makeUser()];
    const [schema, user] = [owner.server.user, config.server.user];
    // As docs/operations.md says.
    await own.cluster.query(`
      grant usage on schema ${schema} to ${user};
      alter default privileges for role ${schema} in schema ${schema} grant select, insert, update, delete on tables to ${user};
      alter role ${user} set search_path = ${schema};`);
    const serving = { ...usualPlan, makesMissing: false };
    const refusal = openPostgres(config, undefined, undefined, serving);
    await expect(refusal).rejects.toMatchObject({ reason: "not_migrated" });
    expect(await refusalOf(config)).toBe("denied");
    await own.open(owner);
    const database = await openPostgres(config, undefined, undefined, serving);
    onTestFinished(() => database.destroy());
    await database.insertInto("counter").values({ name: "one", used: 1, ends_at: "2100" }).execute();
    await expect(sql`create table more (id integer)`.execute(database)).rejects.toMatchObject({ reason: "denied" });
  });

  // Otherwise all instances, also those that are serving, would go on with a second ledger, which knows nothing.
  it("with the backend's tables in a later schema than the first is refused, and no second ones are made", async () => {
    const [config, other] = [await own.makeUser(), await own.makeUser()];
    const [user, first] = [config.server.user, other.server.user];
    const serving = await own.open(config);
    await serving.insertInto("counter").values({ name: "first", used: 1, ends_at: "2100" }).execute();
    await own.cluster.query(`
      grant all on schema ${first} to ${user};
      alter role ${user} set search_path = ${first}, ${user};`);
    expect(await refusalOf(config)).toBe("not_first");
    expect(await own.cluster.query(`select from pg_tables where schemaname = '${first}'`)).toEqual([]);
  });

  it("with the tables of another program, or of a newer version, is refused and stays as it is", async () => {
    const [foreign, newer] = [await own.makeUser(), await own.makeUser()];
    await own.cluster.query(`create table ${foreign.server.user}.pin_change (id integer)`);
    expect(await refusalOf(foreign)).toBe("foreign");
    const database = await own.open(newer);
    const since = { name: "9999_of_the_future_needs_9999", timestamp: "2100-01-01T00:00:00.000Z" };
    await sql`insert into kysely_migration values (${since.name}, ${since.timestamp})`.execute(database);
    expect(await refusalOf(newer)).toBe("newer");
  });

  it("has its own backups, and can be marked as restored", async () => {
    const config = await own.makeUser();
    const { user, password = "" } = config.server;
    const variables = { DATABASE_URL: own.cluster.urlFor(user, password, "postgres", "socket") };
    await expect(runCommandOn(variables, "backup", "copy")).rejects.toThrow("PostgreSQL has its own backups");
    expect(await runCommandOn(variables, "mark-restored")).toContain("takes it for a restored copy");
    const database = await own.open(config);
    expect(await database.selectFrom("restore_mark").selectAll().execute()).toHaveLength(1);
  });
});

describe.skipIf(!hasPostgres)("a PostgreSQL across a network", () => {
  let folder = "";
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const authority = createAuthority("the bank");
  const { key, cert } = certifyLoopback(authority);
  const file = (name: string, text: string) => {
    writeFileSync(join(folder, name), text, { mode: 0o600 });
    ownFile(join(folder, name));
    return join(folder, name);
  };
  const own = clusterOfFile(() => {
    folder = makeFolder(join(tmpdir(), "certificates-"));
    return { ssl: "on", ssl_key_file: file("key.pem", key), ssl_cert_file: file("cert.pem", cert) };
  });

  it("has to prove its name, by an authority that is known", async () => {
    const config = await own.makeUser();
    const at = (host: string, ca: string | undefined): PostgresConfig => ({
      ...config,
      server: { ...config.server, host, tls: { ca } },
    });
    await (await openDatabase(at("127.0.0.1", authority.cert))).destroy();
    expect(await refusalOf(at("127.0.0.1", undefined))).toBe("tls");
    expect(await refusalOf(at("127.0.0.1", createAuthority("another").cert))).toBe("tls");
    expect(await refusalOf(at("localhost", authority.cert))).toBe("tls"); // the certificate is for the address alone
  });
});
