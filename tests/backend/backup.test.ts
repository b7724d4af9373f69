// `backend backup FILE`: a copy made while a server works, that knows what it is.
import { copyFileSync, existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { path, pinChange } from "./backend.ts";
import { at, type BuiltBackend, buildBackend } from "./built-backend.ts";
import { cardId, deviceId, startFakeSolaris } from "./fake-solaris.ts";
import { databaseFile } from "./own-database.ts";
import { changesOf } from "./pin-change-steps.ts";

let built: BuiltBackend;
beforeAll(async () => {
  built = await buildBackend();
}, 60_000);
afterAll(() => built.remove());

async function run(command: readonly string[], file: string) {
  // Solaris' variables are none of a command's business.
  const { output, closed } = built.start({ DATABASE_FILE: file }, command);
  const [code] = await closed;
  return { code, ...output };
}

async function serveAda(file: string) {
  const solaris = await startFakeSolaris();
  onTestFinished(solaris.close);
  const environment = { ...at(solaris, built), DATABASE_FILE: file };
  const serve = async () => {
    const server = await built.serve(environment);
    const ada = await server.signIn("Ada");
    return {
      ...server,
      change: (body: object) => ada("POST", path.pinChanges(cardId), body),
      settle: async (requestId: string, body?: object) =>
        (await ada("POST", path.settlement(requestId), body)).json.state as string,
    };
  };
  return { solaris, serve };
}

describe("a backup", () => {
  it("is made while a server works, is whole and durable in one file, and its owner's alone", async () => {
    const file = databaseFile();
    const { serve } = await serveAda(file);
    const server = await serve();
    const body = pinChange(deviceId);
    await server.change(body);
    // What is not in the file itself yet, but in its log, is part of it.
    expect(statSync(`${file}-wal`).size).toBeGreaterThan(0);
    const copy = `${file}.copy`;
    expect(await run(["backup", copy], file)).toEqual({
      code: 0,
      out: `The database was copied to ${copy}.\n`,
      err: "",
    });
    const others = readdirSync(join(file, "..")).filter((name) => name.includes("copy"));
    expect(others).toEqual(["backend.db.copy"]);
    if (process.platform !== "win32") expect(statSync(copy).mode & 0o777).toBe(0o600);
    const read = new DatabaseSync(copy, { readOnly: true });
    const row = read.prepare("SELECT state FROM pin_change WHERE request_id = ?").get(body.request_id);
    expect(row).toEqual({ state: "changed" });
    expect(read.prepare("SELECT restored_at FROM restore_mark").all()).toEqual([{ restored_at: null }]);
    read.close();
    expect((await server.change(pinChange(deviceId))).status).toBe(200);
  });

  it("overwrites nothing, and says so", async () => {
    const file = databaseFile();
    const { serve } = await serveAda(file);
    await serve();
    const copy = `${file}.copy`;
    writeFileSync(copy, "an earlier one");
    const { code, out, err } = await run(["backup", copy], file);
    expect([code, out]).toEqual([1, ""]);
    expect(err).toBe(`${copy} is there already, and a backup overwrites nothing.\n`);
    expect(readFileSync(copy, "utf8")).toBe("an earlier one");
  });

  it.each([
    ["of no database", ["backup", "copy"], "There is no database in DATABASE_FILE."],
    ["without a place", ["backup"], "backup FILE"],
    ["by another name", ["back-up", "copy"], "backup FILE"],
  ])("%s is refused", async (_name, command, words) => {
    const file = databaseFile();
    const { code, err } = await run(command, file);
    expect(code).toBe(1);
    expect(err).toContain(words);
    expect(existsSync(file)).toBe(false);
  });

  it("of a damaged database is refused, and leaves no copy", async () => {
    const file = databaseFile();
    writeFileSync(file, "no database, and longer than a page of one\n".repeat(200));
    const { code, err } = await run(["backup", `${file}.copy`], file);
    expect(code).toBe(1);
    expect(err).toContain("corrupt");
    expect(readdirSync(join(file, ".."))).toEqual(["backend.db"]);
  });
});

describe("a server on a restored backup", () => {
  it("claims nothing of what it may have forgotten, says that it is one, and goes on", async () => {
    const file = databaseFile();
    const { solaris, serve } = await serveAda(file);
    const server = await serve();
    const known = pinChange(deviceId);
    await server.change(known);
    const copy = `${file}.copy`;
    await run(["backup", copy], file);
    const forgotten = pinChange(deviceId);
    expect((await server.change(forgotten)).status).toBe(200);
    await server.kill();
    for (const name of [file, `${file}-wal`, `${file}-shm`]) rmSync(name, { force: true });
    copyFileSync(copy, file);

    const restored = await serve();
    expect(restored.output.err).toContain('"event":"database_restored","left_open":0');
    expect(await restored.settle(known.request_id)).toBe("changed");
    expect(await restored.settle(forgotten.request_id, { begun_seconds_ago: 1 })).toBe("unknown");
    // An earlier app does not say when; nor does one whose clock jumped.
    const other = pinChange(deviceId);
    expect(await restored.settle(other.request_id)).toBe("unknown");
    // Refused for good: it might be done a second time.
    expect((await restored.change(forgotten)).json.code).toBe("ERR_PIN_CHANGE_OUTCOME_UNKNOWN");
    expect((await restored.change(other)).json.code).toBe("ERR_PIN_CHANGE_OUTCOME_UNKNOWN");
    expect(changesOf(solaris)).toBe(2);
    expect((await restored.change(pinChange(deviceId))).status).toBe(200);
    await restored.kill();

    const again = await serve();
    expect(again.output.err).not.toContain("database_restored");
    expect(await again.settle(forgotten.request_id, { begun_seconds_ago: 1 })).toBe("unknown");
  });

  it("that was copied by other means does too, once it is marked", async () => {
    const file = databaseFile();
    const { serve } = await serveAda(file);
    const server = await serve();
    const body = pinChange(deviceId);
    await server.change(body);
    expect((await run(["mark-restored"], file)).err).toContain("in use by another partner backend");
    await server.kill();
    expect(await run(["mark-restored"], file)).toEqual({
      code: 0,
      out: `The next server on ${file} takes it for a restored copy.\n`,
      err: "",
    });
    const restored = await serve();
    expect(restored.output.err).toContain('"event":"database_restored"');
    expect(await restored.settle(pinChange(deviceId).request_id, { begun_seconds_ago: 0 })).toBe("unknown");
    expect(await restored.settle(body.request_id)).toBe("changed");
  });
});
