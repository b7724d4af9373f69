// What becomes of the connections to a PostgreSQL that restarts, hangs, loses its standby or is behind a pooler
// (docs/postgresql.md#the-database).
import { sql } from "kysely";
import { describe, expect, it, onTestFinished } from "vitest";
import { readDatabaseConfig } from "../../src-backend/config.ts";
import type { PostgresConfig } from "../../src-backend/database/database-config.ts";
import { DatabaseFailed } from "../../src-backend/database/database-failed.ts";
import type { Database } from "../../src-backend/database/open-database.ts";
import type { LogEvent } from "../../src-backend/server-log.ts";
import { path, pinChange, setUpAda } from "../backend/backend.ts";
import { cardId, deviceId } from "../backend/fake-solaris.ts";
import { mountSecret } from "../backend/mounted-secret.ts";
import { changesOf, code } from "../backend/pin-change-steps.ts";
import { clusterOfFile } from "./own-cluster.ts";
import { startPgBouncer } from "./pgbouncer.ts";
import { hasPgBouncer, hasPostgres } from "./programs.ts";

/** How a statement failed; undefined if it did not. */
const failureOf = (running: Promise<unknown>) =>
  running.then(
    () => undefined,
    (error: unknown) => (error instanceof DatabaseFailed ? error.reason : error),
  );
const sleep = (database: Database, seconds: number) => sql`select pg_sleep(${seconds})`.execute(database);
const addRow = (database: Database, name: string) =>
  database.insertInto("counter").values({ name, used: 1, ends_at: "2100" }).execute();
const namesIn = async (database: Database) =>
  (await database.selectFrom("counter").select("name").execute()).map(({ name }) => name);

describe.skipIf(!hasPostgres)("connections to PostgreSQL", () => {
  const own = clusterOfFile();

  /** Until the server has a session of this user in this state. */
  const untilSession = async (user: string, condition: string): Promise<number> => {
    const find = async () => {
      const text = `select pid from pg_stat_activity where usename = '${user}' and ${condition}`;
      return (await own.cluster.query<{ pid: number }>(text))[0]?.pid ?? 0;
    };
    await expect.poll(find, { timeout: 20_000 }).toBeGreaterThan(0);
    return find();
  };

  it("are made with the password that DATABASE_URL_FILE has by now, once the one before is refused", async () => {
    const { server } = await own.makeUser();
    const { user, password = "" } = server;
    const urlWith = (one: string) => own.cluster.urlFor(user, one);
    const mounted = mountSecret(urlWith(password));
    const events: LogEvent[] = [];
    const config = readDatabaseConfig({ DATABASE_URL_FILE: mounted.path }) as PostgresConfig;
    const database = await own.open(config, (event) => events.push(event));
    const endSessions = async () => {
      await own.cluster.query(`select pg_terminate_backend(pid) from pg_stat_activity where usename = '${user}'`);
      // Those at rest fail with the next statement, one after the other.
      await expect.poll(async () => (await failureOf(namesIn(database))) ?? "none").not.toBe("connection");
    };
    await endSessions();
    expect(await failureOf(namesIn(database))).toBeUndefined();
    await own.cluster.query(`alter role ${user} password 'second'`);
    await endSessions();
    expect(await failureOf(namesIn(database))).toBe("login_refused");
    mounted.rotate(urlWith("second").replace("/postgres", "/template1")); // another database is a matter of a restart
    expect(await failureOf(namesIn(database))).toBe("login_refused");
    mounted.rotate(urlWith("second"));
    expect(await Promise.all([1, 2, 3].map(() => failureOf(namesIn(database))))).toEqual(Array(3).fill(undefined));
    const found = events.flatMap((one) => (one.event === "secret_read_again" ? [one.found] : []));
    expect([found.at(0), found.at(-2), found.at(-1)]).toEqual(["same", "unusable", "another"]);
    expect(JSON.stringify(events)).not.toContain("second");
  });

  it("survive a crash of the server in every state: at rest, in a statement, in a transaction", async () => {
    const config = await own.makeUser();
    const database = await own.open(config);
    const { user } = config.server;
    const sleeping = [1, 2, 3].map(() => failureOf(sleep(database, 30)));
    let inTransaction = () => {};
    const goOn = new Promise<void>((resolve) => {
      inTransaction = resolve;
    });
    const holding = failureOf(
      database.transaction().execute(async (transaction) => {
        await addRow(transaction, "lost");
        await goOn;
        await addRow(transaction, "after the crash");
      }),
    );
    await namesIn(database); // and one at rest
    await untilSession(user, "state = 'idle in transaction'");
    await untilSession(user, "query like '%pg_sleep%'");
    await own.cluster.restart("immediate");
    inTransaction();
    expect(await Promise.all([...sleeping, holding])).toEqual(Array(4).fill("connection"));
    await addRow(database, "kept");
    expect(await namesIn(database)).toEqual(["kept"]);
  });

  it("are replaced after one is lost in the middle of a statement", async () => {
    const config = await own.makeUser();
    const database = await own.open(config);
    const failed = failureOf(sleep(database, 30));
    const pid = await untilSession(config.server.user, "query like '%pg_sleep%'");
    await own.cluster.query(`select pg_terminate_backend(${pid})`);
    expect(await failed).toBe("connection");
    expect(await namesIn(database)).toEqual([]);
  });

  it("are thrown away after any failure, so no statement runs in a transaction that was left behind", async () => {
    const database = await own.open(await own.makeUser());
    const pidOf = async () =>
      (await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(database)).rows[0]?.pid;
    const before = await pidOf();
    expect(await pidOf()).toBe(before);
    expect(await failureOf(sql`select 1 / 0`.execute(database))).toBe("other");
    expect(await pidOf()).not.toBe(before);
    await database
      .transaction()
      .execute(async (transaction) => {
        await addRow(transaction, "one");
        await failureOf(addRow(transaction, "one"));
        // Whoever goes on after a failure gets no success for a transaction that was rolled back.
        expect(await failureOf(addRow(transaction, "another"))).toBe("other");
      })
      .then(
        () => expect.unreachable(),
        (error) => expect(error).toBeInstanceOf(DatabaseFailed),
      );
    expect(await namesIn(database)).toEqual([]);
  });

  it("that get no answer are given up within the time of a request, and thrown away", async () => {
    const config = await own.makeUser();
    const database = await own.open({ ...config, poolSize: 2 });
    const started = performance.now();
    expect(await Promise.all([1, 2].map(() => failureOf(sleep(database, 60))))).toEqual(["timeout", "timeout"]);
    expect(performance.now() - started).toBeLessThan(30_000);
    // Both places are free again, though the server still sleeps.
    await untilSession(config.server.user, "query like '%pg_sleep%'");
    expect(await namesIn(database)).toEqual([]);
  });

  it("that are all in use make nobody wait for longer than a second", async () => {
    const config = await own.makeUser();
    const database = await own.open({ ...config, poolSize: 2 });
    const using = [1, 2].map(() => failureOf(sleep(database, 60)));
    expect(await failureOf(namesIn(database))).toBe("busy");
    expect(await Promise.all(using)).toEqual(["timeout", "timeout"]);
  });

  it("tell why a statement failed by its SQLSTATE", async () => {
    const database = await own.open(await own.makeUser());
    for (const [state, reason] of [
      ["53100", "full"],
      ["25006", "read_only"],
      ["40001", "busy"],
      ["40P01", "busy"],
      ["55P03", "busy"],
      ["53300", "busy"],
      ["57P01", "connection"],
      ["57014", "timeout"],
      ["58030", "io"],
      ["XX001", "corrupt"],
      ["42501", "denied"],
      ["28P01", "login_refused"],
      ["23505", "other"],
    ] as const) {
      const raise = sql.raw(`do $$ begin raise exception 'marked' using errcode = '${state}'; end $$`);
      const error: unknown = await raise.execute(database).catch((thrown: unknown) => thrown);
      expect(error, state).toMatchObject({ reason, sqlState: state });
      expect(String(error), state).toBe(`DatabaseFailed: ${reason}`);
    }
  });

  describe("without the synchronous standby", () => {
    it("no PIN change is asked of Solaris, and none is answered as changed", async () => {
      const config = await own.makeUser();
      const { ada, solaris, logged } = await setUpAda({ config: { database: config } });
      await own.set({ synchronous_standby_names: "missing" });
      const answer = await ada("POST", path.pinChanges(cardId), pinChange(deviceId));
      expect([answer.status, code(answer)]).toEqual([503, "ERR_NOT_RECORDED"]);
      expect(logged()).toContain('"event":"database_failed","use":"ledger","reason":"timeout"');
      expect(changesOf(solaris)).toBe(0);
    });

    it.each<[string, (database: Database) => Promise<unknown>]>([
      ["a statement", (database) => addRow(database, "unsure")],
      ["a transaction", (database) => database.transaction().execute((inside) => addRow(inside, "unsure"))],
    ])(
      "a wait that is ended by hand is a failure of %s, though the server says that it was done",
      async (_name, write) => {
        const config = await own.makeUser();
        const database = await own.open(config);
        await namesIn(database);
        await own.set({ synchronous_standby_names: "missing" });
        const failed = failureOf(write(database));
        const pid = await untilSession(config.server.user, "wait_event = 'SyncRep'");
        await own.cluster.query(`select pg_cancel_backend(${pid})`);
        expect(await failed).toBe("not_replicated");
      },
    );
  });
});

describe.skipIf(!hasPgBouncer)("through PgBouncer in transaction mode", () => {
  const own = clusterOfFile();

  it("the tables are made, and PIN changes are carried out, on fewer sessions than connections", async () => {
    const config = await own.makeUser();
    const bouncer = await startPgBouncer(own.cluster, config.server, 2);
    onTestFinished(bouncer.remove);
    const { ada, solaris, restart } = await setUpAda({ config: { database: { ...config, server: bouncer.server } } });
    const bodies = Array.from({ length: 12 }, () => pinChange(deviceId));
    const change = (body: object) => ada("POST", path.pinChanges(cardId), body);
    const answers = await Promise.all(bodies.map(change));
    expect(answers.map(({ status }) => status)).toEqual(Array(12).fill(200));
    await restart();
    expect((await Promise.all(bodies.map(change))).map(({ json }) => json.outcome)).toEqual(Array(12).fill("changed"));
    expect(changesOf(solaris)).toBe(12);
    const locks = await own.cluster.query("select * from pg_locks where locktype = 'advisory'");
    expect(locks).toEqual([]);
  });
});
