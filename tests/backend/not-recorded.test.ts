import { describe, expect, it } from "vitest";
import { createLedger } from "../../src-backend/pin-changes/ledger.ts";
import { routes } from "../../src-contract/api/routes.ts";
import { type Ask, changeRequest, device, path, pinChange, setUpAda, signature } from "./backend.ts";
import { consenting, address as consents } from "./consented-data.ts";
import { cardId, changeRequestId, deviceId } from "./fake-solaris.ts";
import { changesOf, code, exhaustible, update } from "./pin-change-steps.ts";

const change = (ada: Ask, body: object) => ada("POST", path.pinChanges(cardId), body);

describe("a PIN change that cannot be recorded", () => {
  it.each([
    ["full", "makeFull"],
    ["read_only", "makeReadOnly"],
  ] as const)("asks Solaris nothing: the database is %s", async (reason, exhaust) => {
    const { openLedger, makeUsable, ...exhausts } = exhaustible();
    const { ada, solaris, logged } = await setUpAda({ openLedger });
    const done = pinChange(deviceId);
    expect((await change(ada, done)).status).toBe(200);
    const asked = solaris.all.length;
    await exhausts[exhaust]();
    const body = pinChange(deviceId);
    for (const answer of [
      await change(ada, body),
      await ada("POST", path.changeRequests(cardId), changeRequest("sms")),
      await ada("POST", path.settlement(body.request_id)),
      await ada("POST", routes.devices, device()),
    ]) {
      expect([answer.status, answer.json.code]).toEqual([503, "ERR_NOT_RECORDED"]);
    }
    expect(solaris.all).toHaveLength(asked);
    expect(logged()).toContain(`"event":"database_failed","use":"ledger","reason":"${reason}"`);
    // What is recorded is still known.
    expect((await ada("POST", path.settlement(done.request_id))).json.state).toBe("changed");
    await makeUsable();
    expect((await change(ada, body)).status).toBe(200);
  });

  it("by the ledger alone asks Solaris nothing either", async () => {
    const { ada, solaris, logged } = await setUpAda({
      openLedger: (database) => ({ ...createLedger(database), add: () => Promise.reject(new Error("MARKED")) }),
    });
    expect(code(await change(ada, pinChange(deviceId)))).toBe("ERR_NOT_RECORDED");
    expect(solaris.all).toEqual([]);
    expect(logged()).toContain('"event":"database_failed","use":"ledger","reason":"other"');
    expect(logged()).not.toContain("MARKED");
  });

  it("when it is over is answered with the truth, and is unknown to whoever asks later", async () => {
    const { openLedger, makeReadOnly } = exhaustible();
    const { ada, solaris, logged } = await setUpAda({ openLedger });
    solaris.on("POST", update, async () => {
      await makeReadOnly();
      return { json: {} };
    });
    const body = pinChange(deviceId);
    expect((await change(ada, body)).json).toEqual({ outcome: "changed" });
    expect(logged()).toContain('"event":"outcome_not_recorded"');
    expect(code(await change(ada, body))).toBe("ERR_PIN_CHANGE_OUTCOME_UNKNOWN");
    expect((await ada("POST", path.settlement(body.request_id))).json.state).toBe("unknown");
    expect(changesOf(solaris)).toBe(1);
  });
});

describe("what Solaris was asked for and cannot be recorded", () => {
  it("is not answered as if nothing had been sent: a device whose code is nobody's", async () => {
    const { openLedger, makeReadOnly, makeUsable } = exhaustible();
    const { ada, solaris, logged } = await setUpAda({ openLedger });
    solaris.on("POST", "/v1/mfa/devices", async () => {
      await makeReadOnly();
      return { status: 202, json: { id: "newdevice", key_id: "k1", challenge: { id: "challenge1" } } };
    });
    const created = await ada("POST", routes.devices, device());
    expect([created.status, created.json.code]).toEqual([503, "ERR_SOLARIS_UNAVAILABLE"]);
    expect(logged()).toContain('"event":"database_failed","use":"pending_devices","reason":"read_only"');
    await makeUsable();
    const verification = { challenge_id: "challenge1", signature };
    expect(code(await ada("POST", path.verification("newdevice"), verification))).toBe("ERR_CODE_EXPIRED");
  });

  it("nor a change request that nobody could confirm, nor a TAN that is of no use", async () => {
    const { openLedger, makeReadOnly, makeUsable } = exhaustible();
    const { ada, solaris } = await setUpAda({ openLedger });
    const created = { id: changeRequestId, status: "AUTHORIZATION_REQUIRED" };
    solaris.on("POST", "/v1/cards/*/sca_pin_update_requests", async () => {
      await makeReadOnly();
      return { json: created };
    });
    const lost = changeRequest("sms");
    expect(code(await ada("POST", path.changeRequests(cardId), lost))).toBe("ERR_SOLARIS_UNAVAILABLE");
    await makeUsable();
    const settled = (await ada("POST", path.settlement(lost.request_id))).json;
    expect([settled.state, settled.problem]).toEqual(["refused", "ERR_SOLARIS_UNAVAILABLE"]);

    solaris.on("POST", "/v1/cards/*/sca_pin_update_requests", { json: created });
    solaris.on("POST", "/v1/change_requests/*/authorize", async () => {
      await makeReadOnly();
      return { status: 201, json: { id: changeRequestId, status: "CONFIRMATION_REQUIRED" } };
    });
    const body = changeRequest("sms");
    await ada("POST", path.changeRequests(cardId), body);
    expect(code(await ada("POST", path.authorization(body.request_id), { route: "sms" }))).toBe(
      "ERR_SOLARIS_UNAVAILABLE",
    );
  });

  it("a code that Solaris has accepted is accepted, whether or not it can be forgotten", async () => {
    const { openLedger, makeReadOnly } = exhaustible();
    const { ada, solaris, logged } = await setUpAda({ openLedger });
    await ada("POST", routes.devices, device());
    solaris.on("PUT", "/v1/mfa/challenges/signatures/*", async () => {
      await makeReadOnly();
      return { status: 204 };
    });
    const verification = { challenge_id: "challenge1", signature };
    expect((await ada("POST", path.verification("newdevice"), verification)).status).toBe(204);
    expect(logged()).toContain('"event":"database_failed","use":"pending_devices"');
  });
});

describe("a consent to device data that cannot be recorded", () => {
  it("is not said to be given, and Solaris is told at once that it is not", async () => {
    const { openLedger, makeReadOnly } = exhaustible();
    const { give, solaris, logged } = await consenting("optional", { openLedger });
    solaris.on("POST", consents, async () => {
      await makeReadOnly();
      return { status: 201, json: { id: "consent1dcon" } };
    });
    const given = await give();
    expect([given.status, given.json.code]).toEqual([503, "ERR_SOLARIS_UNAVAILABLE"]);
    expect(solaris.asked("PATCH", `${consents}/consent1dcon`).map(({ json }) => json.event_type)).toEqual(["REJECTED"]);
    expect(logged()).toContain('"event":"database_failed","use":"device_consents","reason":"read_only"');
  });

  it("is not said to be withdrawn, and Solaris is asked nothing: it could count again", async () => {
    const { openLedger, makeReadOnly, makeUsable } = exhaustible();
    const { give, withdraw, read, solaris } = await consenting("optional", { openLedger });
    await give();
    await makeReadOnly();
    expect(code(await withdraw("consent1dcon"))).toBe("ERR_NOT_RECORDED");
    expect(solaris.asked("PATCH", `${consents}/consent1dcon`)).toEqual([]);
    await makeUsable();
    expect((await read()).consents).toMatchObject([{ counts: true }]);
  });

  it("is withdrawn if Solaris says so, whether or not that can be noted, and counts no more", async () => {
    const { openLedger, makeReadOnly } = exhaustible();
    const { give, withdraw, read, solaris } = await consenting("optional", { openLedger });
    await give();
    solaris.on("PATCH", `${consents}/*`, async () => {
      await makeReadOnly();
      return { status: 204 };
    });
    expect((await withdraw("consent1dcon")).status).toBe(204);
    expect((await read()).consents).toMatchObject([{ counts: false, withdrawn_at: null }]);
  });
});
