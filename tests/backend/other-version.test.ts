// A version on the tables of the one before or after it, as where instances are replaced one by one, or a new version is
// taken back (docs/operations.md#versions-and-migrations). The version after this one is this one with a migration more.
import { PassThrough } from "node:stream";
import type { Kysely } from "kysely";
import { describe, expect, it, onTestFinished } from "vitest";
import type { Config } from "../../src-backend/config.ts";
import type { DatabaseConfig } from "../../src-backend/database/database-config.ts";
import { DatabaseUnusable } from "../../src-backend/database/database-unusable.ts";
import { type Migrations, migrations } from "../../src-backend/database/migrations.ts";
import { startBackend } from "../../src-backend/start-backend.ts";
import { demoRoutes } from "../../src-contract/api/routes.ts";
import { keptChanges, rows, runStatements, tables } from "../fixtures/tables-0007.ts";
import { ask, demoCustomers, path, pinChange } from "./backend.ts";
import { cardId, deviceId, startFakeSolaris } from "./fake-solaris.ts";
import { emptyDatabase, environmentOf, openOwnDatabase } from "./own-database.ts";
import { changesOf } from "./pin-change-steps.ts";
import { runCommandOn } from "./run-command-on.ts";
import { usual } from "./usual-config.ts";

const addColumn = (name: string) => ({
  up: (database: Kysely<unknown>) =>
    database.schema
      .alterTable("pin_change")
      .addColumn(name, "text", (column) => column.notNull().defaultTo("-"))
      .execute(),
});
const lastOfOurs = Object.keys(migrations).sort().at(-1)?.slice(0, 4);
/** What a next version may do: it only adds, or takes away what the version before this one used last. */
const expanding: Migrations = {
  "9998_more": addColumn("more"),
  [`9999_less_needs_${lastOfOurs}`]: addColumn("other"),
};

async function setUpVersions(database: DatabaseConfig) {
  const solaris = await startFakeSolaris();
  onTestFinished(solaris.close);
  const now = Date.parse("2027-01-15T08:01:00Z"); // a minute after the rows of the version before
  /** Starts a version, asks it as Ada, and ends it. */
  const onVersion = async (
    furtherMigrations: Migrations,
    work: (ada: (to: string, body?: object) => ReturnType<typeof ask>) => Promise<void>,
    migratesAtStart = true,
  ): Promise<string> => {
    const logTo = new PassThrough();
    let logged = "";
    logTo.on("data", (chunk) => {
      logged += chunk;
    });
    const config: Config = {
      ...{ ...usual, host: "127.0.0.1", port: 0, logLevel: "info", database, migratesAtStart, demoCustomers },
      solaris: {
        ...{ apiUrl: solaris.url, authUrl: `${solaris.url}/oauth2/token`, clientId: "client" },
        ...{ clientSecret: "client-secret", timeoutMs: 5000 },
      },
    };
    const backend = await startBackend(config, { logTo, now: () => now, furtherMigrations });
    try {
      const { token } = (await ask(backend.url + demoRoutes.signIn, "POST", { name: "Ada" })).json;
      await work((to, body) => ask(backend.url + to, "POST", body, { authorization: `Bearer ${token}` }));
    } finally {
      await backend.close();
    }
    return logged;
  };
  return { solaris, onVersion };
}

/** How the changes in the rows have to be read. Written here apart from the backend's own rules. */
const readAs: Readonly<Record<string, object>> = {
  changed: { state: "changed" },
  refused: { state: "refused", problem: "ERR_ENCRYPTION_REFUSED", solaris_error_id: "e1" },
  unknown: { state: "unknown" },
  authorization_required: { state: "refused", problem: "ERR_PIN_CHANGE_CLOSED" },
  not_received: { state: "not_received" },
  received: { state: "refused", problem: "ERR_SOLARIS_UNAVAILABLE" },
  started: { state: "unknown" },
  confirming: { state: "unknown" },
};

async function expectKept({ onVersion, solaris }: Awaited<ReturnType<typeof setUpVersions>>, further: Migrations) {
  await onVersion(further, async (ada) => {
    for (const { left_as, request_id } of keptChanges) {
      const { json } = await ada(path.settlement(request_id), { begun_seconds_ago: 60 });
      expect([left_as, json]).toEqual([left_as, expect.objectContaining(readAs[left_as])]);
    }
    for (const { sent } of keptChanges) await ada(sent.path, sent.body);
    expect(changesOf(solaris)).toBe(0);
    expect(await ada(path.pinChanges(cardId), pinChange(deviceId))).toMatchObject({ status: 200 });
    expect(changesOf(solaris)).toBe(1);
  });
}

describe("on the tables of the version before", () => {
  it.each([
    ["this version", {}],
    ["the version after it", expanding],
  ])("%s says what became of each change, repeats none, and takes new ones", async (_name, further) => {
    const database = await emptyDatabase();
    await runStatements(database, tables);
    await runStatements(database, rows);
    await expectKept(await setUpVersions(database), further);
  });
});

describe("on the tables of this version", () => {
  it("what the version before goes on to write is taken, and read", async () => {
    const database = await emptyDatabase();
    await openOwnDatabase(database);
    await runStatements(database, rows);
    await expectKept(await setUpVersions(database), {});
  });
});

describe("on the tables of the version after", () => {
  it("this version starts, goes on with a change, and the next one knows what it did meanwhile", async () => {
    const { onVersion, solaris } = await setUpVersions(await emptyDatabase());
    const [before, after] = [pinChange(deviceId), pinChange(deviceId)];
    const known: (typeof before)[] = [];
    const stateOf = async (ada: Parameters<Parameters<typeof onVersion>[1]>[0], { request_id }: typeof before) =>
      (await ada(path.settlement(request_id))).json.state;
    const change = (body: typeof before) => async (ada: Parameters<Parameters<typeof onVersion>[1]>[0]) => {
      for (const one of known) {
        expect(await stateOf(ada, one)).toBe("changed");
        expect((await ada(path.pinChanges(cardId), one)).json).toEqual({ outcome: "changed" });
      }
      expect((await ada(path.pinChanges(cardId), body)).json).toEqual({ outcome: "changed" });
      known.push(body);
    };
    expect(await onVersion(expanding, change(before))).toContain('"event":"database_migrating"');
    expect(await onVersion({}, change(after))).not.toContain("database_migrating");
    expect(await onVersion(expanding, change(pinChange(deviceId)))).not.toContain("database_migrating");
    expect(changesOf(solaris)).toBe(3);
  });

  it("that has taken away what this version uses, it does not start", async () => {
    const { onVersion } = await setUpVersions(await emptyDatabase());
    const nothing = async () => {};
    await onVersion({ "9997_more": addColumn("more"), "9998_less_needs_9997": addColumn("less") }, nothing);
    await expect(onVersion({}, nothing)).rejects.toMatchObject({ reason: "newer" });
  });
});

describe("with MIGRATE_AT_START=no", () => {
  const nothing = async () => {};

  it("a version does not start where something is missing, makes nothing, and names the command", async () => {
    const database = await emptyDatabase();
    const { onVersion } = await setUpVersions(database);
    const refusal: unknown = await onVersion({}, nothing, false).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(DatabaseUnusable);
    expect(refusal).toMatchObject({ reason: "not_migrated" });
    expect(String(refusal)).toContain("command `migrate`");
    await expect(runCommandOn({ ...environmentOf(database), MIGRATE_AT_START: "no" }, "mark-restored")).rejects.toThrow(
      "command `migrate`",
    );
    await expect(runStatements(database, "select * from pin_change")).rejects.toThrow();
  });

  it("it starts once the command was run, which says what it made, and that there is nothing more to do", async () => {
    const database = await emptyDatabase();
    const { onVersion } = await setUpVersions(database);
    const migrate = () => runCommandOn({ ...environmentOf(database), MIGRATE_AT_START: "no" }, "migrate");
    expect((await migrate()).split("\n  ").slice(1)).toEqual(Object.keys(migrations));
    expect(await migrate()).toMatch(/^Nothing is missing in /);
    expect(await onVersion({}, nothing, false)).toContain('"event":"backend_started"');
    await expect(onVersion(expanding, nothing, false)).rejects.toMatchObject({ reason: "not_migrated" });
    await onVersion(expanding, nothing);
    expect(await onVersion({}, nothing, false)).toContain('"event":"backend_started"');
  });
});
