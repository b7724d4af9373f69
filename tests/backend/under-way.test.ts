import { describe, expect, it } from "vitest";
import type { Database } from "../../src-backend/database/open-database.ts";
import { createInFlight } from "../../src-backend/pin-changes/changes-in-flight.ts";
import { createLedger } from "../../src-backend/pin-changes/ledger.ts";
import { pinChangeRecord } from "../../src-contract/api/pin-change-schemas.ts";
import { type Ask, path, pinChange, setUpAda } from "./backend.ts";
import { authorized } from "./change-request-steps.ts";
import { cardId, deviceId } from "./fake-solaris.ts";
import { holdAnswer } from "./held-answer.ts";
import { ownDatabase } from "./own-database.ts";
import { changesOf, code, update } from "./pin-change-steps.ts";

const change = (ada: Ask, body: object) => ada("POST", path.pinChanges(cardId), body);
const settle = async (ada: Ask, requestId: string) => {
  const { request_id: _, ...rest } = pinChangeRecord.parse((await ada("POST", path.settlement(requestId))).json);
  return rest;
};
const inProgress = { state: "in_progress", card_id: cardId };

const confirm = "/v1/change_requests/*/confirm";
/** Less than a sign-in lasts. */
const hours = 7 * 3600;

describe("a PIN change that is under way", () => {
  it.each([-hours, hours])(
    "is in progress for as long as it is in hand, though the clock jumps by %d s",
    async (jump) => {
      const { ada, solaris, advance, jump: putClock } = await setUpAda();
      const changeAtSolaris = holdAnswer(solaris, "POST", update);
      const body = pinChange(deviceId);
      const changing = change(ada, body);
      await changeAtSolaris.reached;
      putClock(jump);
      expect(await settle(ada, body.request_id)).toEqual({ ...inProgress, retry_after_seconds: 6 });
      advance(4);
      expect(await settle(ada, body.request_id)).toEqual({ ...inProgress, retry_after_seconds: 2 });
      const again = await change(ada, body);
      expect([code(again), again.json.retry_after_seconds]).toEqual(["ERR_PIN_CHANGE_IN_PROGRESS", 2]);
      advance(600);
      expect((await settle(ada, body.request_id)).retry_after_seconds).toBe(1);
      changeAtSolaris.answer({ json: {} });
      expect((await changing).status).toBe(200);
      expect((await settle(ada, body.request_id)).state).toBe("changed");
      expect(changesOf(solaris)).toBe(1);
    },
  );

  it("by its confirmation is in progress too, and not by a settlement of it", async () => {
    const { ada, solaris, jump } = await setUpAda();
    const confirmation = holdAnswer(solaris, "POST", confirm);
    const { id, confirmation: send } = await authorized(ada);
    const confirming = send();
    await confirmation.reached;
    jump(hours);
    expect(await settle(ada, id)).toEqual({ ...inProgress, retry_after_seconds: 6 });
    expect(code(await send())).toBe("ERR_PIN_CHANGE_IN_PROGRESS");
    confirmation.answer({ status: 500 });
    expect((await confirming).status).toBe(504);
    expect((await settle(ada, id)).state).toBe("unknown");
  });

  const left = [
    ["received", "refused", "ERR_SOLARIS_UNAVAILABLE"],
    ["started", "unknown", "ERR_PIN_CHANGE_OUTCOME_UNKNOWN"],
    ["confirming", "unknown", "ERR_PIN_CHANGE_OUTCOME_UNKNOWN"],
  ] as const;

  /** A ledger that takes nothing from a moment on, as when its process is killed, or fails. */
  const mortal = () => {
    let isDead = false;
    let isFailing = false;
    return {
      openLedger: (database: Database) => {
        const ledger = createLedger(database);
        const replace: typeof ledger.replace = async (read, by) => {
          if (isFailing) throw new Error("the database failed");
          return isDead ? false : ledger.replace(read, by);
        };
        return { ...ledger, replace };
      },
      die: () => {
        isDead = true;
      },
      fail: () => {
        isFailing = true;
      },
      revive: () => {
        isDead = false;
        isFailing = false;
      },
    };
  };

  /** A change whose ledger took nothing from this state on. */
  const leaveBehind = async (state: (typeof left)[number][0], options: Parameters<typeof setUpAda>[0] = {}) => {
    const { openLedger, die, fail, revive } = mortal();
    const all = await setUpAda({ ...options, openLedger });
    const { ada, solaris } = all;
    const body = pinChange(deviceId);
    if (state === "confirming") {
      const { id, confirmation } = await authorized(ada);
      solaris.on("POST", confirm, () => {
        die();
        return { status: 500 };
      });
      await confirmation();
      revive();
      return { ...all, id, body: null, fail, revive };
    }
    solaris.on("POST", update, () => {
      die();
      return { status: 500 };
    });
    if (state === "received") die();
    await change(ada, body);
    revive();
    return { ...all, id: body.request_id, body, fail, revive };
  };

  it.each(left)(
    "in a backend that has died is what can be said of it, at once: %s",
    async (state, becomes, problem) => {
      for (const jump of [0, -hours, hours]) {
        const {
          ada,
          solaris,
          restart,
          jump: putClock,
          id,
          body,
        } = await leaveBehind(state, {
          config: { database: await ownDatabase() },
        });
        putClock(jump);
        await restart();
        const record = { card_id: cardId, state: becomes, ...(becomes === "refused" && { problem }) };
        expect(await settle(ada, id)).toEqual(record);
        putClock(-2 * jump);
        expect(await settle(ada, id)).toEqual(record);
        if (body !== null) expect(code(await change(ada, body))).toBe(problem);
        expect(changesOf(solaris)).toBe(state === "started" ? 1 : 0);
      }
    },
  );

  /** In seconds: longer than a change is another instance's, where there may be others. */
  const over = 12;

  it.each(left)("and that its own backend left behind, too: %s", async (state, becomes) => {
    const { ada, id, advance } = await leaveBehind(state);
    advance(over);
    expect((await settle(ada, id)).state).toBe(becomes);
  });

  it.each(left)("and whose end cannot be written is only said to be refused by a server alone: %s", async (state) => {
    const database = await ownDatabase();
    const { ada, id, fail, revive, advance } = await leaveBehind(state, { config: { database } });
    advance(over);
    fail();
    const beforeSolaris = database.kind === "postgres" ? "in_progress" : "refused";
    const unwritten = state === "received" ? beforeSolaris : "unknown";
    expect((await settle(ada, id)).state).toBe(unwritten);
    revive();
    expect((await settle(ada, id)).state).toBe(state === "received" ? "refused" : "unknown");
  });

  it("is what was written of it, where that happened while it was looked at", async () => {
    let finishFirst: () => Promise<unknown> = async () => {};
    const { ada, solaris, advance } = await setUpAda({
      openLedger: (database) => {
        const ledger = createLedger(database);
        const find: typeof ledger.find = async (rowIds, requestId) => {
          const found = await ledger.find(rowIds, requestId);
          const finishing = finishFirst;
          finishFirst = async () => {};
          await finishing();
          return found;
        };
        return { ...ledger, find };
      },
    });
    const changeAtSolaris = holdAnswer(solaris, "POST", update);
    const body = pinChange(deviceId);
    const changing = change(ada, body);
    await changeAtSolaris.reached;
    finishFirst = async () => {
      changeAtSolaris.answer({ json: {} });
      expect((await changing).status).toBe(200);
      advance(over);
    };
    expect((await settle(ada, body.request_id)).state).toBe("changed");
  });
});

it("a request is in flight until each who took it has given it back, and nobody gives it back for another", () => {
  const inFlight = createInFlight(() => 0);
  const [first, second] = [inFlight.take("a-customer", "a-request"), inFlight.take("a-customer", "a-request")];
  first();
  first();
  expect(inFlight.heldFor("a-customer", "a-request")).toBe(0);
  second();
  expect(inFlight.heldFor("a-customer", "a-request")).toBeNull();
});
