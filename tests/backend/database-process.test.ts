// The backend as a process, and other processes at its database: what it has answered is there for everybody.
import { readdirSync, rmSync, statSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { demoRoutes, routes } from "../../src-contract/api/routes.ts";
import { ask, path, pinChange } from "./backend.ts";
import { at, type BuiltBackend, buildBackend, right } from "./built-backend.ts";
import { cardId, deviceId, startFakeSolaris } from "./fake-solaris.ts";
import { changesOf } from "./pin-change-steps.ts";

let built: BuiltBackend;
beforeAll(async () => {
  built = await buildBackend();
}, 60_000);
afterAll(() => built.remove());

let files = 0;
/** A place for a database of one test's own. */
function newFile(): string {
  files += 1;
  return join(built.folder, `own-${files}.db`);
}

function connectTo(file: string): DatabaseSync {
  const connection = new DatabaseSync(file);
  onTestFinished(() => connection.close());
  return connection;
}

/** What a connection that was not there before reads of a change. */
function stateSeenBySecond(file: string, requestId: string): unknown {
  const second = new DatabaseSync(file, { readOnly: true });
  const row = second.prepare("select state from pin_change where request_id = ?").get(requestId);
  second.close();
  return row?.state;
}

async function serveAda(file: string) {
  const solaris = await startFakeSolaris();
  onTestFinished(solaris.close);
  const environment = { ...at(solaris, built), DATABASE_FILE: file };
  const server = await built.serve(environment);
  return { solaris, environment, server, ada: await server.signIn("Ada") };
}

describe("after another process has held the write lock", () => {
  it("what is claimed is there for a second connection, over kill -9 too, and is not done twice", async () => {
    const file = newFile();
    const { solaris, environment, server, ada } = await serveAda(file);
    const change = (body: object) => ada("POST", path.pinChanges(cardId), body);

    const other = connectTo(file);
    other.exec("BEGIN IMMEDIATE");
    const inTheWay = pinChange(deviceId);
    const refused = await change(inTheWay);
    expect([refused.status, refused.json.code]).toEqual([503, "ERR_NOT_RECORDED"]);
    other.exec("ROLLBACK");

    const body = pinChange(deviceId);
    expect((await change(body)).json).toEqual({ outcome: "changed" });
    expect(stateSeenBySecond(file, body.request_id)).toBe("changed");
    other.exec("BEGIN IMMEDIATE; ROLLBACK"); // the lock is free
    expect(other.prepare("PRAGMA wal_checkpoint(TRUNCATE)").get()).toMatchObject({ busy: 0 }); // and nobody reads an old state

    await server.kill();
    const again = await (await built.serve(environment)).signIn("Ada");
    expect((await again("POST", path.settlement(body.request_id))).json.state).toBe("changed");
    expect((await again("POST", path.pinChanges(cardId), body)).json).toEqual({ outcome: "changed" });
    expect((await again("POST", path.settlement(inTheWay.request_id))).json.state).toBe("not_received");
    expect(changesOf(solaris)).toBe(1);
  });
});

describe("while the database does not do what it is told", () => {
  it("whoever signs in, and whoever is signed in, is told 503 with a code, and the log why", async () => {
    const file = newFile();
    const { server, ada } = await serveAda(file);
    const other = connectTo(file);
    other.exec("BEGIN IMMEDIATE");
    const signIn = await ask(server.url + demoRoutes.signIn, "POST", { name: "Ada" });
    expect([signIn.status, signIn.json.code]).toEqual([503, "ERR_NOT_RECORDED"]);
    other.exec("ROLLBACK; ALTER TABLE demo_token RENAME TO elsewhere");
    for (const [method, to] of [
      ["GET", routes.me],
      ["GET", routes.cards],
      ["POST", routes.devices],
    ] as const) {
      const answer = await ada(method, to);
      expect([answer.status, answer.json.code]).toEqual([503, "ERR_NOT_RECORDED"]);
    }
    other.exec("ALTER TABLE elsewhere RENAME TO demo_token");
    expect((await ada("GET", routes.me)).status).toBe(200);
    const reasons = [...server.output.err.matchAll(/"event":"database_failed","use":"request","reason":"(\w+)"/g)];
    expect(reasons.map(([, reason]) => reason)).toEqual(["busy", "other", "other", "other"]);
  });
});

describe("a second server on the same database", () => {
  const inUse = "DATABASE_FILE is in use by another partner backend; expected ";
  const refused = async (file: string) => {
    const { output, closed } = built.start({ ...right, DATABASE_FILE: file });
    const [code] = await closed;
    return [code, output.out, output.err.includes(inUse), output.err.includes('"reason":"in_use"')];
  };

  it("is refused with its reason, also by another name, until the first one has ended", async () => {
    const file = newFile();
    const link = `${file}-link.db`;
    symlinkSync(file, link);
    const first = await built.serve({ ...right, DATABASE_FILE: file });
    expect(await refused(file)).toEqual([1, "", true, true]);
    expect(await refused(link)).toEqual([1, "", true, true]);
    first.child.kill("SIGTERM");
    expect((await first.closed)[0]).toBe(0);
    await built.serve({ ...right, DATABASE_FILE: link });
    expect(await refused(file)).toEqual([1, "", true, true]);
  });

  it("is not refused after kill -9 of the first", async () => {
    const file = newFile();
    const first = await built.serve({ ...right, DATABASE_FILE: file });
    await first.kill();
    const second = await built.serve({ ...right, DATABASE_FILE: file });
    await second.kill();
    await built.serve({ ...right, DATABASE_FILE: file });
  });

  // Windows does not delete a file that is open.
  it.skipIf(process.platform === "win32")(
    "leaves the first one to write nothing, once the lock is deleted",
    async () => {
      const file = newFile();
      const { solaris, environment, server, ada } = await serveAda(file);
      rmSync(`${file}.lock`);
      // Nor to say anything that it has read.
      expect((await ada("GET", routes.me)).status).toBe(503);
      const before = pinChange(deviceId);
      const refusedBefore = await ada("POST", path.pinChanges(cardId), before);
      expect([refusedBefore.status, refusedBefore.json.code]).toEqual([503, "ERR_NOT_RECORDED"]);

      const second = await (await built.serve(environment)).signIn("Ada");
      const body = pinChange(deviceId);
      const refusedAfter = await ada("POST", path.pinChanges(cardId), body);
      expect([refusedAfter.status, refusedAfter.json.code]).toEqual([503, "ERR_NOT_RECORDED"]);
      expect(server.output.err).toContain('"reason":"replaced"');
      expect(changesOf(solaris)).toBe(0);
      expect((await second("POST", path.settlement(before.request_id))).json.state).toBe("not_received");
      expect((await second("POST", path.pinChanges(cardId), body)).json).toEqual({ outcome: "changed" });
      expect(changesOf(solaris)).toBe(1);
    },
  );

  it.skipIf(process.platform === "win32")("leaves nothing that others may read", async () => {
    const file = newFile();
    await built.serve({ ...right, DATABASE_FILE: file });
    const own = readdirSync(built.folder).filter((name) => join(built.folder, name).startsWith(file));
    expect(own.length).toBeGreaterThan(2);
    for (const name of own) expect([name, statSync(join(built.folder, name)).mode & 0o077]).toEqual([name, 0]);
  });
});
