// The secret of the ids in rows is changed while PIN changes, limits and bindings are under way: nothing is lost, and nothing
// is carried out twice (docs/sign-in.md, docs/decisions/0014-two-customer-ids.md).
import { createHmac, randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { Config } from "../../src-backend/config.ts";
import { openDatabase } from "../../src-backend/database/open-database.ts";
import type { Tables } from "../../src-backend/database/tables.ts";
import { customerIdOf, type RowSecrets, rowIdsOf } from "../../src-backend/sign-in/customer-ids.ts";
import { routes } from "../../src-contract/api/routes.ts";
import { type Ask, changeRequest, device, path, pinChange, setUpAda, signature } from "./backend.ts";
import { cardId, deviceId, personId } from "./fake-solaris.ts";
import { ownDatabase } from "./own-database.ts";
import { changesOf, code, outdatedKey, update } from "./pin-change-steps.ts";
import { usual } from "./usual-config.ts";

const first = "the-first-secret-of-the-ids-in-rows";
const second = "another-secret-of-the-ids-in-rows-2";
/** The ways in which the ids of rows change: before, and since. */
const rotations: [string, RowSecrets | undefined, RowSecrets][] = [
  ["from one secret to the next", { current: first }, { current: second, previous: first }],
  ["from no secret to the first", undefined, { current: first }],
];

async function setUpKeyed(rowSecrets: RowSecrets | undefined, limits: Partial<Config["limits"]> = {}) {
  const database = await ownDatabase();
  const all = await setUpAda({
    config: { database, ...(rowSecrets && { rowSecrets }), limits: { ...usual.limits, ...limits } },
  });
  const rows = async (table: keyof Tables): Promise<Record<string, unknown>[]> => {
    const reader = await openDatabase(database);
    return reader
      .selectFrom(table)
      .selectAll()
      .execute()
      .finally(() => reader.destroy());
  };
  return { ...all, rows, rotate: (to: RowSecrets) => all.restart({ rowSecrets: to }) };
}

const change = (ada: Ask, body: object) => ada("POST", path.pinChanges(cardId), body);
const settle = (ada: Ask, id: string, body?: object) => ada("POST", path.settlement(id), body);

describe.each(rotations)("%s", (_name, before, since) => {
  it("a PIN change that was sent is settled as changed, and not carried out again", async () => {
    const { ada, solaris, rotate } = await setUpKeyed(before);
    const body = pinChange(deviceId);
    expect((await change(ada, body)).status).toBe(200);
    await rotate(since);
    expect((await change(ada, body)).json).toEqual({ outcome: "changed" });
    expect((await settle(ada, body.request_id)).json.state).toBe("changed");
    expect(code(await change(ada, { ...body, key_id: "another" }))).toBe("ERR_REQUEST_ID_REUSED");
    expect(changesOf(solaris)).toBe(1);
  });

  it("one whose answer never came is not certain, and not carried out again", async () => {
    const { ada, solaris, rotate } = await setUpKeyed(before);
    solaris.on("POST", update, { status: 502, text: "<h1>Bad gateway</h1>" });
    const body = pinChange(deviceId);
    expect(code(await change(ada, body))).toBe("ERR_PIN_CHANGE_OUTCOME_UNKNOWN");
    await rotate(since);
    expect(code(await change(ada, body))).toBe("ERR_PIN_CHANGE_OUTCOME_UNKNOWN");
    expect((await settle(ada, body.request_id)).json.state).toBe("unknown");
    expect(changesOf(solaris)).toBe(1);
  });

  it("a second attempt follows the first, whose key was outdated", async () => {
    const { ada, solaris, rotate } = await setUpKeyed(before);
    solaris.on("POST", update, { status: 400, json: outdatedKey });
    const body = pinChange(deviceId);
    expect(code(await change(ada, body))).toBe("ERR_PIN_KEY_OUTDATED");
    await rotate(since);
    solaris.on("POST", update, { json: {} });
    const again = { ...body, attempt: 2, key_id: "newer" };
    expect((await change(ada, again)).status).toBe(200);
    expect((await change(ada, again)).status).toBe(200);
    expect((await settle(ada, body.request_id)).json.state).toBe("changed");
    expect(changesOf(solaris)).toBe(2);
  });

  it("a second attempt that never came is closed, and then not carried out", async () => {
    const { ada, solaris, rotate } = await setUpKeyed(before);
    solaris.on("POST", update, { status: 400, json: outdatedKey });
    const body = pinChange(deviceId);
    await change(ada, body);
    await rotate(since);
    expect((await settle(ada, body.request_id)).json.problem).toBe("ERR_PIN_KEY_OUTDATED");
    expect(code(await change(ada, { ...body, attempt: 2 }))).toBe("ERR_PIN_CHANGE_CLOSED");
    expect(changesOf(solaris)).toBe(1);
  });

  it("an id that was closed stays closed", async () => {
    const { ada, solaris, rotate } = await setUpKeyed(before);
    const body = pinChange(deviceId);
    expect((await settle(ada, body.request_id)).json.state).toBe("not_received");
    await rotate(since);
    expect(code(await change(ada, body))).toBe("ERR_PIN_CHANGE_CLOSED");
    expect(changesOf(solaris)).toBe(0);
  });

  it("a change request is confirmed that was authorised", async () => {
    const { ada, solaris, rotate } = await setUpKeyed(before);
    const body = changeRequest("sms");
    await ada("POST", path.changeRequests(cardId), body);
    await ada("POST", path.authorization(body.request_id), { route: "sms" });
    await rotate(since);
    const confirm = () => ada("POST", path.confirmation(body.request_id), { route: "sms", tan: "123456" });
    expect((await confirm()).json).toEqual({ outcome: "changed" });
    expect((await confirm()).json).toEqual({ outcome: "changed" });
    expect((await settle(ada, body.request_id)).json.state).toBe("changed");
    expect(solaris.asked("POST", "/confirm")).toHaveLength(1);
  });

  it("a binding is completed whose code was sent, by the customer that it was sent to alone", async () => {
    const { ada, signIn, solaris, rotate } = await setUpKeyed(before);
    await ada("POST", routes.devices, device());
    await rotate(since);
    const answer = { challenge_id: "challenge1", signature };
    expect(code(await (await signIn("Bob"))("POST", path.verification("newdevice"), answer))).toBe("ERR_CODE_EXPIRED");
    expect((await ada("POST", path.verification("newdevice"), answer)).status).toBe(204);
    expect(solaris.asked("PUT", "/challenge1")).toHaveLength(1);
  });

  it("a limit holds that was used up, until what was counted is over", async () => {
    const pinChanges = { count: 2, seconds: 100 };
    const { ada, rotate, advance } = await setUpKeyed(before, { pinChanges });
    await change(ada, pinChange(deviceId));
    advance(40);
    await change(ada, pinChange(deviceId));
    await rotate(since);
    const limited = await change(ada, pinChange(deviceId));
    expect([limited.status, limited.json.retry_after_seconds]).toEqual([429, 60]);
    expect((await ada("GET", routes.waits)).json.pin_change).toBe(60);
    advance(60);
    expect((await change(ada, pinChange(deviceId))).status).toBe(200);
  });

  it("what is counted before and since counts together, for the device too", async () => {
    const pinChanges = { count: 3, seconds: 100 };
    const { ada, rotate, advance } = await setUpKeyed(before, { pinChanges });
    await change(ada, pinChange(deviceId));
    advance(30);
    await rotate(since);
    await change(ada, pinChange(deviceId));
    await change(ada, pinChange(deviceId));
    const limited = await change(ada, pinChange(deviceId));
    // There is room again as soon as the first one is over.
    expect([limited.status, limited.json.retry_after_seconds]).toEqual([429, 70]);
    expect((await ada("GET", `${routes.waits}?device_id=${deviceId}`)).json.pin_change).toBe(70);
    advance(70);
    expect((await change(ada, pinChange(deviceId))).status).toBe(200);
    expect((await change(ada, pinChange(deviceId))).status).toBe(429);
  });

  it("requests at the same time get no more through than the limit leaves", async () => {
    const pinChanges = { count: 3, seconds: 100 };
    const { ada, solaris, rotate } = await setUpKeyed(before, { pinChanges });
    await change(ada, pinChange(deviceId));
    await rotate(since);
    const answers = await Promise.all(Array.from({ length: 5 }, () => change(ada, pinChange(deviceId))));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 429, 429, 429]);
    expect(changesOf(solaris)).toBe(3);
  });

  it("the app knows the customer by the same id, who stays signed in", async () => {
    const { ada, rotate } = await setUpKeyed(before);
    await rotate(since);
    expect((await ada("GET", routes.me)).json).toMatchObject({ customer_id: customerIdOf(personId), name: "Ada" });
  });

  it("is no way to somebody else's PIN change of the same id", async () => {
    const { ada, signIn, solaris, rotate } = await setUpKeyed(before);
    const body = pinChange(deviceId);
    await change(ada, body);
    await rotate(since);
    const bob = await signIn("Bob");
    expect((await settle(bob, body.request_id)).json.state).toBe("not_received");
    expect(code(await change(bob, body))).toBe("ERR_PIN_CHANGE_CLOSED");
    expect((await settle(ada, body.request_id)).json.state).toBe("changed");
    expect(changesOf(solaris)).toBe(1);
  });
});

describe("rows under a secret", () => {
  // Attacker: whoever has the database file or a copy, and person ids from elsewhere.
  // Way: computes the unkeyed digest of each. Impact: would see who changed a PIN, and when.
  it("have ids that nobody can compute from a person id, in each table, and no word of the secret", async () => {
    const { ada, rows } = await setUpKeyed({ current: second, previous: first });
    await change(ada, pinChange(deviceId));
    await ada("POST", routes.devices, device());
    const tables = ["pin_change", "counter", "demo_token", "pending_device"] as const;
    for (const table of tables) expect([table, (await rows(table)).length > 0]).toEqual([table, true]);
    const written = JSON.stringify(await Promise.all(tables.map(rows)));
    const [newest, previous] = rowIdsOf(personId, { current: second, previous: first });
    expect(written).toContain(newest);
    for (const absent of [customerIdOf(personId), personId, previous as string, first, second]) {
      expect(written).not.toContain(absent);
    }
  });

  it("have ids that each secret makes otherwise: its mark, and the HMAC of the person", () => {
    const idUnder = (secret: string) => {
      const hmac = (text: string) => createHmac("sha256", secret).update(text);
      const mark = hmac("cardbound/row-secret/v1").digest("hex").slice(0, 8);
      return `${mark}.${hmac(`cardbound/row-id/v1\0${personId}`).digest("base64url")}`;
    };
    const ids = [idUnder(second), idUnder(first), customerIdOf(personId)];
    expect(rowIdsOf(personId, { current: second, previous: first })).toEqual(ids);
    expect(rowIdsOf(personId, undefined)).toEqual([customerIdOf(personId)]);
  });

  it("are counted at start by the secret that they need, so that the previous one can be given up in time", async () => {
    const { ada, rotate, logged } = await setUpKeyed({ current: first });
    await change(ada, pinChange(deviceId));
    await rotate({ current: second, previous: first });
    await change(ada, pinChange(deviceId));
    await rotate({ current: second, previous: first });
    const counts = logged().match(/"event":"ledger_secrets".*?(?=,?})/g);
    expect(counts).toEqual([
      '"event":"ledger_secrets","current":0,"previous":0,"none":0',
      '"event":"ledger_secrets","current":0,"previous":1,"none":0',
      '"event":"ledger_secrets","current":1,"previous":1,"none":0',
    ]);
    expect(logged()).not.toContain("ledger_secret_missing");
  });

  it.each<[string, RowSecrets | undefined]>([
    ["given up", { current: second }],
    ["forgotten altogether", undefined],
  ])(
    "whose secret was %s are not found; then nothing is claimed of a PIN change that is not found",
    async (_n, since) => {
      const { ada, signIn, restart, solaris, logged, advance } = await setUpKeyed({ current: first });
      const body = pinChange(deviceId);
      await change(ada, body);
      await restart({ rowSecrets: since });
      expect(logged()).toContain('"event":"ledger_secret_missing","rows":1');
      // The demonstration's tokens are under such an id too.
      expect((await ada("GET", routes.me)).status).toBe(401);
      const anew = await signIn("Ada");
      expect((await settle(anew, body.request_id)).json.state).toBe("unknown");
      expect(code(await change(anew, body))).toBe("ERR_PIN_CHANGE_OUTCOME_UNKNOWN");
      expect(changesOf(solaris)).toBe(1);
      // A change of this server's own time would be found.
      advance(2 * 3600);
      expect((await settle(anew, randomUUID(), { begun_seconds_ago: 10 })).json.state).toBe("not_received");
    },
  );

  it.each<[string, RowSecrets]>([
    ["changed twice in a row", { current: "a-third-secret-of-the-ids-in-rows-3", previous: second }],
    ["given up too early", { current: second }],
    ["mistaken for another", { current: second, previous: "no-secret-of-the-ids-in-these-rows" }],
  ])("whose secret was %s keep a PIN change that is sent again from being carried out again", async (_n, since) => {
    const { ada, signIn, restart, solaris, advance } = await setUpKeyed({ current: first });
    const [body, other] = [pinChange(deviceId), pinChange(deviceId)];
    for (const each of [body, other]) await change(ada, each);
    await restart({ rowSecrets: since });
    const anew = await signIn("Ada");
    expect(code(await change(anew, body))).toBe("ERR_PIN_CHANGE_OUTCOME_UNKNOWN");
    expect(code(await change(anew, { ...body, attempt: 2 }))).toBe("ERR_ATTEMPT_REFUSED");
    expect(changesOf(solaris)).toBe(2);
    // Whatever the computer's clock says of its age.
    advance(2 * 3600);
    expect((await settle(anew, other.request_id, { begun_seconds_ago: 10 })).json.state).toBe("unknown");
    expect((await change(anew, pinChange(deviceId))).status).toBe(200);
    // With the right secret all is known again.
    await restart({ rowSecrets: { current: second, previous: first } });
    const again = await signIn("Ada");
    expect((await change(again, body)).json).toEqual({ outcome: "changed" });
    expect((await settle(again, other.request_id)).json.state).toBe("changed");
    expect(changesOf(solaris)).toBe(3);
  });
});
