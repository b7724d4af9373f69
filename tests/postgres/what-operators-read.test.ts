// What an operator is told whose PostgreSQL is not as the backend needs it, and what to do next (docs/postgresql.md#the-database).
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { readDatabaseConfig } from "../../src-backend/config.ts";
import { openDatabase } from "../../src-backend/database/open-database.ts";
import { readPostgresUrl } from "../../src-backend/database/postgres-url.ts";
import { runCommandOn } from "../backend/run-command-on.ts";
import { administrator, type Cluster, START_MS, startCluster } from "./cluster.ts";
import { hasPostgres } from "./programs.ts";

it("a password with characters that end it in a URL: how to write them", () => {
  const fault = expect.stringContaining("with / as %2F");
  expect(readPostgresUrl("postgresql://user:p/1@db.example/cards?sslmode=verify-full")).toEqual({ ok: false, fault });
});

it("a mark for no database: that nothing was marked, not even the usual file", async () => {
  await expect(runCommandOn({}, "mark-restored")).rejects.toThrow("nothing was marked");
});

describe.skipIf(!hasPostgres)("on a server", () => {
  let cluster: Cluster;
  beforeAll(async () => {
    cluster = await startCluster();
  }, START_MS);
  afterAll(() => cluster.remove());

  it("a refused sign-in: which code means what, and the code", async () => {
    const { user } = administrator;
    const open = (url: string) => openDatabase(readDatabaseConfig({ DATABASE_URL: url }));
    await expect(open(cluster.urlFor(user, "wrong"))).rejects.toMatchObject({
      message: expect.stringContaining("right (otherwise sql_state is 28P01)"),
      sqlState: "28P01",
    });
    await expect(open(cluster.urlFor(user, administrator.password, "missing"))).rejects.toMatchObject({
      message: expect.stringContaining("a database that exists (3D000)"),
      sqlState: "3D000",
    });
  });

  it("a mark of a restored copy: of which database, and that instances which run do not see it", async () => {
    const url = cluster.urlFor(administrator.user, administrator.password, "postgres");
    const said = await runCommandOn({ DATABASE_URL: url }, "mark-restored");
    expect(said).toContain("on the database postgres at ");
    expect(said).not.toContain(administrator.password);
    expect(said).toContain("restart all of them");
    expect(said).not.toContain("sessions");
    // An instance's session, at rest or not.
    const instance = await openDatabase(readDatabaseConfig({ DATABASE_URL: url }));
    onTestFinished(() => instance.destroy());
    expect(await runCommandOn({ DATABASE_URL: url }, "mark-restored")).toMatch(
      /[1-9] sessions of such ones, or of a pooler/,
    );
  });
});
