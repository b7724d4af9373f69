import { describe, expect, it } from "vitest";
import type { DatabaseConfig } from "../../src-backend/database/database-config.ts";
import { createLedger, type LedgerEntry } from "../../src-backend/pin-changes/ledger.ts";
import type { RowIds } from "../../src-backend/sign-in/customer-ids.ts";
import { routes } from "../../src-contract/api/routes.ts";
import { type Ask, changeRequest, device, path, pinChange, signature } from "./backend.ts";
import { consenting } from "./consented-data.ts";
import { cardId, deviceId, personId } from "./fake-solaris.ts";
import { openOwnDatabase, ownDatabase, writtenIn } from "./own-database.ts";
import { code } from "./pin-change-steps.ts";

const change = (ada: Ask, body: object) => ada("POST", path.pinChanges(cardId), body);

describe("the ledger", () => {
  const entry = (more: Partial<LedgerEntry> = {}): LedgerEntry => ({
    rowId: "ada",
    requestId: "r1",
    attempt: 1,
    cardId,
    route: "signed",
    contentHash: "hash",
    changeRequestId: null,
    state: "started",
    problem: null,
    solarisErrorId: null,
    createdAt: 1000,
    updatedAt: 1000,
    version: 0,
    heldUntil: null,
    ...more,
  });
  const open = async (config?: DatabaseConfig) => {
    const database = await openOwnDatabase(config);
    const ledger = createLedger(database);
    const add = (added: LedgerEntry, rowIds: RowIds) =>
      ledger.inTurn(added.requestId, (turn) => ledger.add(turn, added, rowIds));
    return { ...ledger, add };
  };

  it("takes an attempt once, also from two processes at a time", async () => {
    const database = await ownDatabase();
    const [one, other] = [await open(database), await open(database)];
    const taken = await Promise.all([one.add(entry(), ["ada"]), other.add(entry(), ["ada"])]);
    expect(taken.toSorted()).toEqual([false, true]);
    expect(await other.add(entry({ attempt: 2 }), ["ada"])).toBe(true);
    expect(await other.add(entry({ rowId: "bob" }), ["bob"])).toBe(true);
    expect(await one.find(["ada"], "r1")).toEqual([entry(), entry({ attempt: 2 })]);
  });

  it("takes an attempt once under all of a customer's ids, and finds it under each", async () => {
    const database = await ownDatabase();
    const [before, since] = [await open(database), await open(database)];
    const newer = entry({ rowId: "newer", state: "received" });
    expect(await before.add(entry(), ["ada"])).toBe(true);
    expect(await since.add(newer, ["newer", "ada", "oldest"])).toBe(false);
    expect(await since.add({ ...newer, attempt: 2 }, ["newer", "ada", "oldest"])).toBe(true);
    // Of another customer, and of another change.
    expect(await since.add({ ...newer, rowId: "bob" }, ["bob", "bob before"])).toBe(true);
    expect(await since.add({ ...newer, requestId: "r2" }, ["newer", "ada"])).toBe(true);
    expect(await since.find(["newer", "ada", "oldest"], "r1")).toEqual([entry(), { ...newer, attempt: 2 }]);
    expect(await before.find(["ada"], "r1")).toEqual([entry()]);
  });

  it("replaces an entry only as it was read", async () => {
    const ledger = await open();
    await ledger.add(entry(), ["ada"]);
    const changed = entry({ state: "changed", version: 1 });
    expect(await ledger.replace(entry({ version: 1 }), changed)).toBe(false);
    expect(await ledger.replace(entry({ state: "confirming" }), changed)).toBe(false);
    expect(await ledger.replace(entry(), changed)).toBe(true);
    expect(await ledger.replace(entry(), entry({ state: "unknown" }))).toBe(false);
    expect(await ledger.find(["ada"], "r1")).toEqual([changed]);
  });

  it("replaces an entry once as it was read, though nothing else of it is different since", async () => {
    const ledger = await open();
    await ledger.add(entry(), ["ada"]);
    const same = entry({ version: 1 });
    expect([await ledger.replace(entry(), same), await ledger.replace(entry(), same)]).toEqual([true, false]);
  });

  it("and all else in its database hold no secret, and no person", async () => {
    const database = await ownDatabase();
    const { ada, solaris, token, dataOf } = await consenting("optional", { config: { database } });
    const data = await dataOf("marked-data");
    const tan = "918273";
    const marked = pinChange(deviceId, {
      encrypted_pin: "bWFya2Vk.bWFya2Vk.bWFya2Vk.bWFya2Vk.bWFya2Vk",
      ...data,
    });
    await change(ada, marked);
    await ada("POST", routes.devices, device(data));
    await ada("POST", path.verification("newdevice"), { challenge_id: "challenge1", signature });
    const begin = changeRequest("sms", { encrypted_pin: marked.encrypted_pin });
    await ada("POST", path.changeRequests(cardId), begin);
    await ada("POST", path.authorization(begin.request_id), { route: "sms" });
    const error = { id: "anerrorid", code: "invalid_tan", detail: `The TAN (${tan}) is invalid` };
    solaris.on("POST", "/v1/change_requests/*/confirm", { status: 422, json: error });
    expect(code(await ada("POST", path.confirmation(begin.request_id), { route: "sms", tan }))).toBe("ERR_TAN_REFUSED");
    const text = await writtenIn(database);
    expect(text).toContain(begin.request_id);
    const secrets = [tan, "bWFya2Vk", signature, "marked", token, personId, "Ada", "client-secret", "token-1"];
    for (const secret of secrets) expect(text).not.toContain(secret);
  });
});
