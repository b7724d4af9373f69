import { describe, expect, it } from "vitest";
import { createLedger } from "../../src-backend/pin-changes/ledger.ts";
import { pinChangeRecord } from "../../src-contract/api/pin-change-schemas.ts";
import { type Ask, changeRequest, path, pinChange, setUp, setUpAda } from "./backend.ts";
import { cardId, deviceId, type FakeSolaris, refusal } from "./fake-solaris.ts";
import { ownDatabase } from "./own-database.ts";
import { changesOf, code, outdatedKey, update } from "./pin-change-steps.ts";

const change = (ada: Ask, body: object) => ada("POST", path.pinChanges(cardId), body);
const settle = async (ada: Ask, requestId: string) => {
  const { status, json } = await ada("POST", path.settlement(requestId));
  expect(status).toBe(200);
  const { request_id, ...rest } = pinChangeRecord.parse(json);
  expect(request_id).toBe(requestId);
  return rest;
};
const notReceived = { state: "not_received" };

describe("asking what became of a PIN change", () => {
  it.each<[string, (solaris: FakeSolaris) => void, object]>([
    ["changed", () => {}, { state: "changed", changed_at: "2027-01-15T08:00:00.000Z" }],
    [
      "refused",
      (solaris) => solaris.on("POST", update, { status: 400, json: refusal({ id: "anid", source: { field: "pin" } }) }),
      { state: "refused", problem: "ERR_PIN_REFUSED", solaris_error_id: "anid" },
    ],
    [
      "unknown",
      (solaris) => solaris.on("POST", update, { status: 500, json: refusal({ id: "anid" }) }),
      { state: "unknown", solaris_error_id: "anid" },
    ],
  ])("is answered with what is recorded: %s", async (_name, prepare, record) => {
    const { ada, solaris } = await setUpAda();
    prepare(solaris);
    const body = pinChange(deviceId);
    await change(ada, body);
    const asked = solaris.all.length;
    expect(await settle(ada, body.request_id)).toEqual({ card_id: cardId, ...record });
    expect(solaris.all).toHaveLength(asked);
  });

  it("of which nothing arrived closes it: what arrives later is refused, and Solaris never asked", async () => {
    const { ada, solaris, restart } = await setUpAda({ config: { database: await ownDatabase() } });
    const body = pinChange(deviceId);
    expect(await settle(ada, body.request_id)).toEqual(notReceived);
    await restart();
    const late = await change(ada, body);
    expect([late.status, late.json.code]).toEqual([409, "ERR_PIN_CHANGE_CLOSED"]);
    const { request_id } = body;
    expect(code(await ada("POST", path.changeRequests(cardId), changeRequest("sms", { request_id })))).toBe(
      "ERR_PIN_CHANGE_CLOSED",
    );
    expect(await settle(ada, request_id)).toEqual(notReceived);
    expect(solaris.all).toEqual([]);
  });

  it.each([
    ["says when it was begun", { begun_seconds_ago: 3 }],
    ["says no more", {}],
    ["says what cannot be an age", { begun_seconds_ago: -1 }],
    ["says what is none", { begun_seconds_ago: "long ago" }],
  ])("is answered the same to an app that %s, where nothing can have been forgotten", async (_name, body) => {
    const { ada } = await setUpAda();
    const { request_id } = pinChange(deviceId);
    const { status, json } = await ada("POST", path.settlement(request_id), body);
    expect([status, json]).toEqual([200, { request_id, ...notReceived }]);
  });

  it("is unknown where the ledger would have removed it by now", async () => {
    const { ada } = await setUpAda();
    const body = pinChange(deviceId);
    const age = { begun_seconds_ago: 90 * 24 * 3600 };
    expect((await ada("POST", path.settlement(body.request_id), age)).json.state).toBe("unknown");
    expect(code(await change(ada, body))).toBe("ERR_PIN_CHANGE_OUTCOME_UNKNOWN");
  });

  it("closes nothing of another customer's", async () => {
    const { signIn } = await setUp();
    const [ada, bob] = [await signIn("Ada"), await signIn("Bob")];
    const body = pinChange(deviceId);
    expect(await settle(bob, body.request_id)).toEqual(notReceived);
    expect((await change(ada, body)).status).toBe(200);
    expect(await settle(bob, body.request_id)).toEqual(notReceived);
  });

  it("closes the second attempt of one whose key was outdated, and tells the end of the first", async () => {
    const { ada, solaris } = await setUpAda();
    solaris.on("POST", update, { status: 400, json: outdatedKey });
    const body = pinChange(deviceId);
    await change(ada, body);
    const record = {
      state: "refused",
      problem: "ERR_PIN_KEY_OUTDATED",
      card_id: cardId,
      solaris_error_id: "anerrorid",
    };
    expect(await settle(ada, body.request_id)).toEqual(record);
    expect(code(await change(ada, { ...body, attempt: 2 }))).toBe("ERR_PIN_CHANGE_CLOSED");
    expect(await settle(ada, body.request_id)).toEqual(record);
    expect(changesOf(solaris)).toBe(1);
  });

  it.each(["device_signing", "sms"] as const)("closes a change request that is not confirmed: %s", async (route) => {
    const { ada, solaris } = await setUpAda();
    for (const isAuthorized of [false, true]) {
      const begin = changeRequest(route);
      await ada("POST", path.changeRequests(cardId), begin);
      const authorization = { route, device_id: deviceId };
      if (isAuthorized) await ada("POST", path.authorization(begin.request_id), authorization);
      expect(await settle(ada, begin.request_id)).toEqual({
        state: "refused",
        problem: "ERR_PIN_CHANGE_CLOSED",
        card_id: cardId,
      });
      expect(code(await ada("POST", path.authorization(begin.request_id), authorization))).toBe(
        "ERR_PIN_CHANGE_CLOSED",
      );
      const proof = { route, tan: "123456", device_id: deviceId, signature: "00".repeat(8) };
      expect(code(await ada("POST", path.confirmation(begin.request_id), proof))).toBe("ERR_PIN_CHANGE_CLOSED");
    }
    expect(solaris.asked("POST", "/confirm")).toEqual([]);
  });

  it.each([1, 2])(
    "that comes just before attempt %d is written closes it, and Solaris is not asked",
    async (attempt) => {
      // The settlement is answered while the request stands before its own writing.
      let settleFirst: () => Promise<unknown> = async () => {};
      const { ada, solaris } = await setUpAda({
        openLedger: (database) => {
          const ledger = createLedger(database);
          const inTurn: typeof ledger.inTurn = async (requestId, run) => {
            const settling = settleFirst;
            settleFirst = async () => {};
            await settling();
            return ledger.inTurn(requestId, run);
          };
          return { ...ledger, inTurn };
        },
      });
      solaris.on("POST", update, { status: 400, json: outdatedKey });
      const body = pinChange(deviceId);
      if (attempt === 2) await change(ada, body);
      const before = changesOf(solaris);
      const state = attempt === 1 ? "not_received" : "refused";
      settleFirst = async () => expect((await settle(ada, body.request_id)).state).toBe(state);
      expect(code(await change(ada, { ...body, attempt }))).toBe("ERR_PIN_CHANGE_CLOSED");
      expect((await settle(ada, body.request_id)).state).toBe(state);
      expect(changesOf(solaris)).toBe(before);
    },
  );

  it("at the same time as the request ends in one of two ways, and in the same one for both", async () => {
    const { ada, solaris } = await setUpAda();
    for (let round = 0; round < 20; round += 1) {
      const body = pinChange(deviceId);
      const [changed, settled] = await Promise.all([change(ada, body), settle(ada, body.request_id)]);
      const final = await settle(ada, body.request_id);
      if (changed.status === 200) expect(["in_progress", "changed"]).toContain(settled.state);
      else expect([code(changed), settled.state]).toEqual(["ERR_PIN_CHANGE_CLOSED", "not_received"]);
      expect(final.state).toBe(changed.status === 200 ? "changed" : "not_received");
      expect(solaris.all.filter(({ text }) => text.includes(body.request_id))).toEqual([]);
    }
  });

  it("of an id that cannot be one is unknown", async () => {
    const { ada } = await setUpAda();
    expect(code(await ada("POST", path.settlement("1")))).toBe("ERR_OPERATION_UNKNOWN");
  });
});
