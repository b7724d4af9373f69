// A database that a backend cannot start on, each with its own cause.
import { chmodSync, chownSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, beforeAll, expect, it, onTestFinished } from "vitest";
import { DatabaseUnusable } from "../../src-backend/database/database-unusable.ts";
import { openSqlite } from "../../src-backend/database/open-sqlite.ts";
import type { LogEvent } from "../../src-backend/server-log.ts";
import { type BuiltBackend, buildBackend, right } from "./built-backend.ts";
import { databaseFile } from "./own-database.ts";

let built: BuiltBackend;
beforeAll(async () => {
  built = await buildBackend();
}, 60_000);
afterAll(() => built.remove());

/** A database of this backend, closed again. */
async function made(): Promise<string> {
  const file = databaseFile();
  await (await openSqlite(file)).destroy();
  return file;
}

function edit(file: string, statements: string): void {
  const connection = new DatabaseSync(file);
  connection.exec(statements);
  connection.close();
}

/** Puts nonsense over every page but the first, of which the database's own header is part. */
function damagePages(file: string): void {
  edit(file, "PRAGMA journal_mode = DELETE");
  const bytes = readFileSync(file);
  bytes.fill(0xa5, 4096);
  writeFileSync(file, bytes);
}

function makeForeign(file: string): void {
  rmSync(file);
  edit(file, "CREATE TABLE notes (text)");
}

function lockFor(file: string): void {
  const connection = new DatabaseSync(file);
  connection.exec("PRAGMA locking_mode = EXCLUSIVE; BEGIN IMMEDIATE; CREATE TABLE mine (id)");
  onTestFinished(() => connection.close());
}

it.each<[string, (file: string) => void, string]>([
  [
    "newer",
    (file) => edit(file, "INSERT INTO kysely_migration VALUES ('0099_later_needs_0099', '2030-01-01')"),
    "a newer version",
  ],
  ["damaged", damagePages, "is damaged or not a database"],
  ["damaged", (file) => writeFileSync(file, "no database, and longer than a page of one\n".repeat(200)), "is damaged"],
  ["damaged", (file) => writeFileSync(file, "short"), "is damaged or not a database"],
  ["foreign", makeForeign, "is the database of another program"],
  ["locked", lockFor, "is locked by another program"],
])("says when its database is %s, and keeps the cause", async (reason, spoil, words) => {
  const file = await made();
  spoil(file);
  const before = reason === "locked" ? null : readFileSync(file);
  const error: unknown = await openSqlite(file).then(
    (database) => database.destroy(),
    (thrown) => thrown,
  );
  expect(error).toBeInstanceOf(DatabaseUnusable);
  if (!(error instanceof DatabaseUnusable)) return;
  expect(error.reason).toBe(reason);
  expect(error.faults).toEqual([expect.stringContaining(words)]);
  expect(error.faults[0]).toMatch(/^DATABASE_FILE .+; expected /);
  expect(error.message).not.toContain(dirname(file));
  if (before !== null) expect(readFileSync(file).equals(before)).toBe(true); // nothing of it was changed
});

it("a process says it on stderr and in its log, and ends with 1", async () => {
  const file = await made();
  damagePages(file);
  const { output, closed } = built.start({ ...right, DATABASE_FILE: file });
  expect((await closed)[0]).toBe(1);
  expect(output.err).toContain("  DATABASE_FILE is damaged or not a database; expected ");
  expect(output.err).toContain('"event":"database_unusable","reason":"damaged"');
});

/** Somebody who may not do everything, as the administrator who runs these tests may. */
const nobody = process.getuid?.() === 0 ? 65_534 : null;

it.skipIf(process.platform === "win32").each<[string, string, (file: string) => void]>([
  ["folder_not_writable", "is in a folder that cannot be written", (file) => chmodSync(dirname(file), 0o555)],
  ["not_writable", "cannot be opened and written", (file) => chmodSync(file, 0o444)],
])("says when it is %s", async (reason, words, spoil) => {
  const folder = join(built.folder, reason);
  mkdirSync(folder, { mode: 0o755 });
  const file = join(folder, "backend.db");
  await (await openSqlite(file)).destroy();
  for (const one of [folder, file]) if (nobody !== null) chownSync(one, nobody, nobody);
  for (const one of [built.folder, join(built.folder, "index.mjs")]) chmodSync(one, 0o755);
  spoil(file);
  const { output, closed } = built.start({ ...right, DATABASE_FILE: file }, [], nobody);
  const [code] = await closed;
  chmodSync(folder, 0o755);
  expect(output.err).toContain(`  DATABASE_FILE ${words}; expected `);
  expect(output.err).toContain(`"event":"database_unusable","reason":"${reason}"`);
  expect(code).toBe(1);
});

it("says when it is no file", async () => {
  const { output, closed } = built.start({ ...right, DATABASE_FILE: built.folder });
  expect((await closed)[0]).toBe(1);
  expect(output.err).toContain("DATABASE_FILE cannot be opened and written; expected ");
  expect(output.err).not.toContain(built.folder);
});

it.skipIf(process.platform === "win32")("one that others may read is said, and used", async () => {
  const file = await made();
  const events: LogEvent[] = [];
  const open = async () => (await openSqlite(file, (event) => events.push(event))).destroy();
  await open();
  expect([events, statSync(file).mode & 0o777]).toEqual([[], 0o600]);
  chmodSync(file, 0o666);
  await open();
  expect(events).toEqual([{ event: "database_open_to_others" }]);
});
