// The guard that a device gets one restricted key, with several instances on one database (docs/postgresql.md). On PostgreSQL
// alone: a SQLite file has one server.
import { randomUUID } from "node:crypto";
import { describe, expect, inject, it } from "vitest";
import { type Ask, path, signature } from "./backend.ts";
import { deviceId, type FakeSolaris } from "./fake-solaris.ts";
import { holdAnswer } from "./held-answer.ts";
import { ownDatabase } from "./own-database.ts";
import { code } from "./pin-change-steps.ts";
import { setUpInstances } from "./several-backends.ts";

const times = <T>(count: number, make: () => T): T[] => Array.from({ length: count }, make);

describe.skipIf(inject("postgres") === undefined)("the restricted key of a device", () => {
  const key = (index: number) => `04${index.toString(16).padStart(2, "0").repeat(64)}`;
  const keysAt = `/v1/mfa/devices/*/keys`;
  const add = (ada: Ask, id: string, which: number) => ada("POST", path.keys(id), { key: key(which), signature });
  /** Devices at Solaris, each with the restricted keys that were added to it. */
  const keepKeys = (solaris: FakeSolaris, ids: readonly string[]) => {
    const added = new Map(ids.map((id): [string, string[]] => [id, []]));
    const of = (at: string) => added.get(at.split("/").at(-2) ?? "") ?? [];
    const devices = ids.map((id) => ({ id, name: "PC", created_at: "2022-06-30T22:19:37Z" }));
    solaris.on("GET", "/v1/mfa/devices", { json: devices, headers: { total: String(ids.length) } });
    solaris.on("GET", keysAt, ({ path: at }) => {
      const restricted = of(at).map((id) => ({ key_id: id, key_purpose: "restricted" }));
      return { json: { keys: [{ key_id: "k1", key_purpose: "unrestricted" }, ...restricted] } };
    });
    solaris.on("POST", keysAt, ({ path: at, json }) => {
      of(at).push(json.key);
      return { status: 201, json: { id: `k${of(at).length + 1}` } };
    });
    return added;
  };

  it("is one, of two that are sent to two instances at once", async () => {
    const { solaris, first, second } = await setUpInstances({ database: await ownDatabase(), configs: [{}, {}] });
    const ids = times(20, () => randomUUID());
    const added = keepKeys(solaris, ids);
    const both = await Promise.all(ids.map((id) => Promise.all([add(first.ada, id, 1), add(second.ada, id, 2)])));
    expect([...added.values()].map(({ length }) => length)).toEqual(times(20, () => 1));
    for (const answers of both) expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409]);
  });

  it("that may be on its way keeps another one out until Solaris has had its time, and not itself", async () => {
    const database = await ownDatabase();
    const { solaris, first, second, advance } = await setUpInstances({ database, configs: [{}, {}] });
    const added = keepKeys(solaris, [deviceId]);
    const carryOut = () => added.get(deviceId)?.push(key(1));
    solaris.on("POST", keysAt, { status: 502, text: "<h1>Bad gateway</h1>" });
    expect(code(await add(first.ada, deviceId, 1))).toBe("ERR_SOLARIS_UNAVAILABLE");
    // Whoever has the same key may send it again at once, wherever.
    expect(code(await add(second.ada, deviceId, 1))).toBe("ERR_SOLARIS_UNAVAILABLE");
    expect(solaris.asked("POST", "/keys")).toHaveLength(2);
    const kept = await add(first.ada, deviceId, 2);
    expect([kept.status, code(kept), kept.json.retry_after_seconds]).toEqual([503, "ERR_SOLARIS_UNAVAILABLE", 15]);
    advance(5000 + 15_000 + 5000);
    expect(code(await add(first.ada, deviceId, 2))).toBe("ERR_SOLARIS_UNAVAILABLE");
    expect(solaris.asked("POST", "/keys")).toHaveLength(2);
    advance(1);
    carryOut();
    expect(code(await add(first.ada, deviceId, 2))).toBe("ERR_RESTRICTED_KEY_EXISTS");
    expect(solaris.asked("POST", "/keys")).toHaveLength(2);
  });

  it("is not sent by whoever was stopped for longer than its hold lasts", async () => {
    const database = await ownDatabase();
    const { solaris, first, second, advance } = await setUpInstances({ database, configs: [{}, {}] });
    const added = keepKeys(solaris, [deviceId]);
    const looking = holdAnswer(solaris, "GET", keysAt);
    const late = add(first.ada, deviceId, 1);
    await looking.reached;
    advance(26_000);
    solaris.on("GET", keysAt, { json: { keys: [{ key_id: "k1", key_purpose: "unrestricted" }] } });
    expect((await add(second.ada, deviceId, 2)).status).toBe(201);
    looking.answer({ json: { keys: [{ key_id: "k1", key_purpose: "unrestricted" }] } });
    expect(code(await late)).toBe("ERR_SOLARIS_UNAVAILABLE");
    expect(added.get(deviceId)).toEqual([key(2)]);
  });
});
