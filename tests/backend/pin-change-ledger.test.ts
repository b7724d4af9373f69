import { describe, expect, it } from "vitest";
import type { Database } from "../../src-backend/database/open-database.ts";
import { beginPinChange } from "../../src-backend/pin-changes/begin-pin-change.ts";
import { createInFlight } from "../../src-backend/pin-changes/changes-in-flight.ts";
import { createLedger, type LedgerEntry } from "../../src-backend/pin-changes/ledger.ts";
import { createRecords } from "../../src-backend/pin-changes/records.ts";
import { pinChangeRequest } from "../../src-contract/api/pin-change-schemas.ts";
import { type Ask, changeRequest, jwe, path, pinChange, setUpAda, signature } from "./backend.ts";
import { cardId, deviceId, type FakeSolaris, otherCardId, personId, refusal } from "./fake-solaris.ts";
import { openOwnDatabase, ownDatabase } from "./own-database.ts";
import { changesOf, code, outdatedKey, update } from "./pin-change-steps.ts";
import { usual } from "./usual-config.ts";

const change = (ada: Ask, body: object, card = cardId) => ada("POST", path.pinChanges(card), body);

describe("the same PIN change again", () => {
  it.each<[string, (solaris: FakeSolaris) => void, number, string | undefined]>([
    ["changed", () => {}, 200, undefined],
    [
      "refused",
      (solaris) => solaris.on("POST", update, { status: 400, json: outdatedKey }),
      409,
      "ERR_PIN_KEY_OUTDATED",
    ],
    [
      "unknown",
      (solaris) => solaris.on("POST", update, { status: 500, json: refusal({ id: "anid" }) }),
      504,
      "ERR_PIN_CHANGE_OUTCOME_UNKNOWN",
    ],
    ["never sent", (solaris) => solaris.on("POST", "/oauth2/token", { status: 500 }), 503, "ERR_SOLARIS_UNAVAILABLE"],
    [
      "not the customer's device",
      (solaris) => solaris.on("GET", "/v1/mfa/devices", { json: [] }),
      403,
      "ERR_DEVICE_REFUSED",
    ],
    [
      "not the customer's card",
      (solaris) => solaris.on("GET", "/v1/accounts/*/cards", { json: [] }),
      404,
      "ERR_NOT_FOUND",
    ],
  ])(
    "is answered as it was and asks Solaris nothing, also after a restart: %s",
    async (_name, prepare, status, problem) => {
      const { ada, solaris, restart } = await setUpAda({ config: { database: await ownDatabase() } });
      prepare(solaris);
      const body = pinChange(deviceId);
      const first = await change(ada, body);
      expect([first.status, first.json.code]).toEqual([status, problem]);
      const asked = solaris.all.length;
      const { detail, instance, ...rest } = first.json;
      expect((await change(ada, body)).json).toEqual({ ...rest, ...(instance && { instance: expect.any(String) }) });
      await restart();
      expect((await change(ada, body)).json).toEqual({ ...rest, ...(instance && { instance: expect.any(String) }) });
      expect(solaris.all).toHaveLength(asked);
    },
  );

  it("at the same time asks Solaris once, and tells the other to wait", async () => {
    const { ada, solaris } = await setUpAda();
    let answer = () => {};
    const answered = new Promise<void>((resolve) => {
      answer = resolve;
    });
    solaris.on("POST", update, async () => {
      await answered;
      return { json: {} };
    });
    const body = pinChange(deviceId);
    const all = Array.from({ length: 5 }, () => change(ada, body));
    const quick = await Promise.race(all);
    expect([quick.status, quick.json.code]).toEqual([409, "ERR_PIN_CHANGE_IN_PROGRESS"]);
    expect(quick.json.retry_after_seconds).toBe(6);
    expect(quick.headers.get("retry-after")).toBe("6");
    // Whichever comes to Solaris waits there until the others have their answers.
    let answers = 0;
    for (const one of all) one.then(() => (answers += 1));
    await expect.poll(() => answers, { timeout: 20_000 }).toBe(4);
    answer();
    const statuses = (await Promise.all(all)).map((one) => one.status);
    expect(statuses.sort()).toEqual([200, 409, 409, 409, 409]);
    expect(changesOf(solaris)).toBe(1);
    expect((await change(ada, body)).status).toBe(200);
  });

  it("at the same time is begun and counted once, with a database that takes its time", async () => {
    const database = await openOwnDatabase();
    const entries: LedgerEntry[] = [];
    const slowly = () => new Promise((resolve) => setImmediate(resolve));
    const ledger = {
      find: async () => {
        await slowly();
        return [...entries];
      },
      inTurn: <T>(_id: string, run: (transaction: Database) => Promise<T>) => run(database),
      add: async (_turn: Database, entry: LedgerEntry) => {
        await slowly();
        return entries.push(entry) === 1;
      },
      replace: async () => true,
    };
    const records = createRecords({
      ledger,
      inFlight: createInFlight(() => 0),
      mayHaveForgotten: () => false,
      isLost: async () => false,
      isShared: false,
      log: () => {},
      now: Date.now,
      solarisTimeoutMs: 5000,
    });
    const openSolaris = () => expect.fail();
    const dependencies = { ...usual, records, openSolaris, now: Date.now };
    let counted = 0;
    const count = async () => {
      counted += 1;
    };
    let isRefused = () => {};
    const othersRefused = new Promise<void>((resolve) => (isRefused = resolve));
    let carriedOut = 0;
    const carryOut = async () => {
      carriedOut += 1;
      await othersRefused;
    };
    const begin = () =>
      beginPinChange(
        dependencies,
        identity,
        cardId,
        { route: "signed", body },
        { require: async () => {}, count },
        carryOut,
      );
    const body = pinChangeRequest.parse(pinChange(deviceId));
    const identity = {
      customerId: "ada",
      rowIds: ["ada"] as const,
      name: "Ada",
      personId,
      accountIds: [],
      signedIn: null,
    };
    const [first, ...others] = [begin(), begin(), begin()];
    const refused = await Promise.allSettled(others);
    expect(refused.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
    isRefused();
    await first;
    expect([counted, carriedOut]).toEqual([1, 1]);
  });

  it("of another customer is another one", async () => {
    const { ada, signIn, solaris } = await setUpAda();
    const body = pinChange(deviceId);
    await change(ada, body);
    expect((await change(await signIn("Bob"), body)).json.code).toBe("ERR_NOT_FOUND");
    expect(changesOf(solaris)).toBe(1);
  });

  it.each<[string, object, string]>([
    ["PIN", { encrypted_pin: `${jwe}x` }, cardId],
    ["key", { key_id: "another" }, cardId],
    ["device", { device_id: "another" }, cardId],
    ["signature", { signature: `${signature}00` }, cardId],
    ["device data", { device_data: "another" }, cardId],
    ["card", {}, otherCardId],
  ])("with another %s is refused", async (_name, more, card) => {
    const { ada, solaris } = await setUpAda();
    const body = pinChange(deviceId);
    await change(ada, body);
    const again = await change(ada, { ...body, ...more }, card);
    expect([again.status, again.json.code]).toEqual([409, "ERR_REQUEST_ID_REUSED"]);
    expect(changesOf(solaris)).toBe(1);
  });

  it("by another route is refused", async () => {
    const { ada, solaris } = await setUpAda();
    const body = pinChange(deviceId);
    await change(ada, body);
    const { request_id } = body;
    expect(code(await ada("POST", path.changeRequests(cardId), changeRequest("sms", { request_id })))).toBe(
      "ERR_REQUEST_ID_REUSED",
    );
    expect(solaris.asked("POST", "/sca_pin_update_requests")).toEqual([]);
  });

  it("is carried out twice by a ledger that forgets: what the ledger is for", async () => {
    const { ada, solaris } = await setUpAda({
      openLedger: (database) => {
        return { ...createLedger(database), find: async () => [], add: async () => true, replace: async () => true };
      },
    });
    const body = pinChange(deviceId);
    await change(ada, body);
    await change(ada, body);
    expect(changesOf(solaris)).toBe(2);
    expect(code(await ada("POST", path.settlement(body.request_id)))).toBe("ERR_NOT_RECORDED");
  });
});

describe("a second attempt", () => {
  it("is taken while the first one is refused for its key, once", async () => {
    const { ada, solaris } = await setUpAda();
    solaris.on("POST", update, { status: 400, json: outdatedKey });
    const first = pinChange(deviceId);
    expect(code(await change(ada, first))).toBe("ERR_PIN_KEY_OUTDATED");
    solaris.on("POST", update, { json: {} });
    const second = { ...first, attempt: 2, key_id: "newer", encrypted_pin: `${jwe}x` };
    expect((await change(ada, second)).json).toEqual({ outcome: "changed" });
    expect((await change(ada, second)).json).toEqual({ outcome: "changed" });
    expect(code(await change(ada, { ...second, key_id: "newest" }))).toBe("ERR_REQUEST_ID_REUSED");
    expect(code(await change(ada, first))).toBe("ERR_PIN_KEY_OUTDATED");
    expect(changesOf(solaris)).toBe(2);
    expect((await ada("POST", path.settlement(first.request_id))).json.state).toBe("changed");
  });

  it.each<[string, (ada: Ask, solaris: FakeSolaris, body: object) => Promise<unknown>]>([
    ["there was no first", async () => {}],
    ["the first changed the PIN", (ada, _solaris, body) => change(ada, body)],
    [
      "the first was refused for another reason",
      (ada, solaris, body) => {
        solaris.on("POST", update, { status: 400, json: refusal({ source: { field: "pin" } }) });
        return change(ada, body);
      },
    ],
  ])("is refused where %s", async (_name, begin) => {
    const { ada, solaris } = await setUpAda();
    const body = pinChange(deviceId);
    await begin(ada, solaris, body);
    const before = changesOf(solaris);
    const second = await change(ada, { ...body, attempt: 2 });
    expect([second.status, second.json.code]).toEqual([409, "ERR_ATTEMPT_REFUSED"]);
    expect(changesOf(solaris)).toBe(before);
  });

  it("is told what is not known of the first: that it is under way, or that nobody knows", async () => {
    const { ada, solaris } = await setUpAda();
    let answer = () => {};
    const answered = new Promise<void>((resolve) => {
      answer = resolve;
    });
    const asked = new Promise<void>((resolve) => {
      solaris.on("POST", update, async () => {
        resolve();
        await answered;
        return { status: 502 };
      });
    });
    const body = pinChange(deviceId);
    const first = change(ada, body);
    await asked;
    expect(code(await change(ada, { ...body, attempt: 2 }))).toBe("ERR_PIN_CHANGE_IN_PROGRESS");
    answer();
    expect(code(await first)).toBe("ERR_PIN_CHANGE_OUTCOME_UNKNOWN");
    expect(code(await change(ada, { ...body, attempt: 2 }))).toBe("ERR_PIN_CHANGE_OUTCOME_UNKNOWN");
    expect(changesOf(solaris)).toBe(1);
  });

  it("is refused for another card or by another route than the first", async () => {
    const { ada, solaris } = await setUpAda();
    solaris.on("POST", update, { status: 400, json: outdatedKey });
    const body = pinChange(deviceId);
    await change(ada, body);
    const { request_id } = body;
    expect(code(await change(ada, { ...body, attempt: 2 }, otherCardId))).toBe("ERR_ATTEMPT_REFUSED");
    const other = changeRequest("sms", { request_id, attempt: 2 });
    expect(code(await ada("POST", path.changeRequests(cardId), other))).toBe("ERR_ATTEMPT_REFUSED");
    expect(code(await change(ada, { ...body, attempt: 3 }))).toBe("ERR_INVALID_REQUEST");
  });
});
