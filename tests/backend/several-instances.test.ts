// Several instances on one database: what holds for one holds for all of them together (docs/postgresql.md). On PostgreSQL
// alone: a SQLite file has one server.
import { randomUUID } from "node:crypto";
import { describe, expect, inject, it } from "vitest";
import type { LimitsConfig } from "../../src-backend/limits/limit-config.ts";
import { routes } from "../../src-contract/api/routes.ts";
import { makeEmptySchema } from "../postgres/own-schema.ts";
import { type Ask, changeRequest, device, path, pinChange, setUp, signature } from "./backend.ts";
import { authorizationOf, confirmations, proofOf } from "./change-request-steps.ts";
import type { Answer } from "./described-answers.ts";
import { cardId, deviceId } from "./fake-solaris.ts";
import { holdAnswer } from "./held-answer.ts";
import { ownDatabase } from "./own-database.ts";
import { changesOf, code, update } from "./pin-change-steps.ts";
import { setUpInstances } from "./several-backends.ts";
import { boundToHolder, setUpSignIn } from "./signed-in-backend.ts";
import { usual } from "./usual-config.ts";

const change = (ada: Ask, body: object) => ada("POST", path.pinChanges(cardId), body);
const settle = async (ada: Ask, id: string) => (await ada("POST", path.settlement(id))).json;
const limited = (limits: Partial<LimitsConfig>) => ({ limits: { ...usual.limits, ...limits } });
const statusesOf = (answers: readonly Answer[]) => answers.map(({ status }) => status).toSorted();
const times = <T>(count: number, make: () => T): T[] => Array.from({ length: count }, make);

describe.skipIf(inject("postgres") === undefined)("several instances on one database", () => {
  describe("the same PIN change to all of them at once", () => {
    it("is one call at Solaris, one answer, and one of the limit's count", async () => {
      const pinChanges = { count: 12, seconds: 100 };
      const configs = times(3, () => limited({ pinChanges }));
      const { solaris, toAll, instances } = await setUpInstances({ database: await ownDatabase(), configs });
      // In rounds, as each waits in turn for the one customer's count and audit, and for no longer than a statement may take.
      for (let round = 1; round <= 6; round += 1) {
        const bodies = times(2, () => pinChange(deviceId));
        const answers = await Promise.all(bodies.map((body) => toAll((ada) => change(ada, body))));
        for (const one of answers) {
          const codes = one.map((answer) => (answer.status === 200 ? "changed" : code(answer)));
          expect(codes).toContain("changed");
          for (const each of codes) expect(["changed", "ERR_PIN_CHANGE_IN_PROGRESS"]).toContain(each);
        }
        for (const body of bodies) {
          expect(statusesOf(await toAll((ada) => change(ada, body)))).toEqual([200, 200, 200]);
        }
        expect(changesOf(solaris)).toBe(2 * round);
      }
      // All of the limit is used, and no more than that: so each was counted once.
      for (const { ada } of instances) expect((await change(ada, pinChange(deviceId))).status).toBe(429);
    });

    it("is one call where each knows the customer by another secret, and where the older one is asked again", async () => {
      const [older, newer] = ["the-first-secret-of-the-ids-in-rows", "another-secret-of-the-ids-in-rows-2"];
      const configs = [{ rowSecrets: { current: older } }, { rowSecrets: { current: newer, previous: older } }];
      const { solaris, toAll, first, second } = await setUpInstances({ database: await ownDatabase(), configs });
      for (let round = 1; round <= 20; round += 1) {
        const body = pinChange(deviceId);
        await toAll((ada) => change(ada, body));
        expect(changesOf(solaris)).toBe(round);
      }
      const body = pinChange(deviceId);
      expect((await change(second.ada, body)).status).toBe(200);
      expect(code(await change(first.ada, body))).toBe("ERR_PIN_CHANGE_OUTCOME_UNKNOWN");
      // Whose row it cannot read, it does not call not received.
      expect((await settle(first.ada, body.request_id)).state).toBe("unknown");
      expect((await settle(second.ada, body.request_id)).state).toBe("changed");
      expect(changesOf(solaris)).toBe(21);
    });

    it("as a settlement of it ends in one of two ways, and in the same one for all", async () => {
      const { solaris, first, second, third } = await setUpInstances({ database: await ownDatabase() });
      let calls = 0;
      for (let round = 0; round < 20; round += 1) {
        const body = pinChange(deviceId);
        const [changed, settled] = await Promise.all([
          change(first.ada, body),
          settle(second.ada, body.request_id),
          change(third.ada, body),
        ]);
        const final = (await settle(second.ada, body.request_id)).state;
        if (settled.state === "not_received") expect(final).toBe("not_received");
        else expect([settled.state, final]).toEqual([expect.stringMatching(/^(?:in_progress|changed)$/), "changed"]);
        if (final === "not_received") expect(code(changed)).toBe("ERR_PIN_CHANGE_CLOSED");
        else calls += 1;
        expect(changesOf(solaris)).toBe(calls);
      }
    });
  });

  it("a change request that is confirmed at all of them at once is confirmed at Solaris once", async () => {
    const { solaris, first, second, toAll } = await setUpInstances({ database: await ownDatabase() });
    const body = changeRequest("sms");
    expect((await first.ada("POST", path.changeRequests(cardId), body)).status).toBe(200);
    const authorize = (ada: Ask) => ada("POST", path.authorization(body.request_id), authorizationOf("sms"));
    expect((await authorize(second.ada)).status).toBe(200);
    const confirm = (ada: Ask) => ada("POST", path.confirmation(body.request_id), proofOf("sms"));
    expect((await toAll(confirm)).some(({ status }) => status === 200)).toBe(true);
    expect(statusesOf(await toAll(confirm))).toEqual([200, 200, 200]);
    expect(confirmations(solaris)).toHaveLength(1);
  });

  describe("a limit", () => {
    const ten = { count: 10, seconds: 100 };
    const created = device();
    it.each<[string, Partial<LimitsConfig>, (ada: Ask) => Promise<Answer>]>([
      ["of PIN changes", { pinChanges: ten }, (ada) => change(ada, pinChange(deviceId))],
      ["of bindings", { bindings: ten }, (ada) => ada("POST", routes.devices, created)],
      ["of codes, which bindings count too", { codes: ten }, (ada) => ada("POST", routes.devices, created)],
      ["of settlements", { settlements: ten }, (ada) => ada("POST", path.settlement(randomUUID()))],
      [
        "of tries at codes",
        { codeChecks: ten },
        (ada) => ada("POST", path.verification("newdevice"), { challenge_id: "none", signature }),
      ],
    ])("%s is exact in a burst at all of them, whose clocks differ", async (_name, limits, send) => {
      const configs = times(3, () => limited(limits));
      const { toAll } = await setUpInstances({ database: await ownDatabase(), configs, ahead: [2000, 0, -2000] });
      const answers: Answer[] = [];
      for (let round = 0; round < 4; round += 1) {
        answers.push(...(await Promise.all(times(2, () => toAll(send)))).flat());
      }
      expect(answers.filter(({ status }) => status !== 429)).toHaveLength(10);
      expect((await toAll(send)).map(({ status }) => status)).toEqual([429, 429, 429]);
    });

    it("leaves no trace of what it refused: no row, no count for the device, no call", async () => {
      const configs = times(3, () => limited({ pinChanges: { count: 1, seconds: 100 } }));
      const { solaris, toAll, advance, second } = await setUpInstances({ database: await ownDatabase(), configs });
      const bodies = times(3, () => pinChange(deviceId));
      await Promise.all(bodies.map((body) => toAll((ada) => change(ada, body))));
      expect(changesOf(solaris)).toBe(1);
      advance(100_000);
      const again = await Promise.all(bodies.map((body) => change(second.ada, body)));
      // The one that was carried out is answered from the ledger, one of the others takes the new room.
      expect(statusesOf(again)).toEqual([200, 200, 429]);
      expect(changesOf(solaris)).toBe(2);
    });
  });

  describe("a change whose instance has died", () => {
    const confirm = "/v1/change_requests/*/confirm";
    it.each([
      ["received", { state: "refused", problem: "ERR_SOLARIS_UNAVAILABLE" }],
      ["started", { state: "unknown" }],
      ["confirming", { state: "unknown" }],
    ] as const)("is settled by another once its time is over, and not before: %s", async (state, becomes) => {
      const { solaris, first, second, third, advance } = await setUpInstances({ database: await ownDatabase() });
      const body = state === "confirming" ? changeRequest("sms") : pinChange(deviceId);
      if (state === "confirming") {
        await first.ada("POST", path.changeRequests(cardId), body);
        await first.ada("POST", path.authorization(body.request_id), authorizationOf("sms"));
      }
      if (state === "received") first.die();
      for (const to of [update, confirm]) {
        solaris.on("POST", to, () => {
          first.die();
          return { status: 500 };
        });
      }
      if (state === "confirming") await first.ada("POST", path.confirmation(body.request_id), proofOf("sms"));
      else await change(first.ada, body);
      const asked = solaris.all.length;
      // Five seconds for Solaris, one of grace, and five by which the clocks may differ.
      expect((await settle(second.ada, body.request_id)).retry_after_seconds).toBe(11);
      advance(11_000);
      expect(await settle(second.ada, body.request_id)).toMatchObject({ state: "in_progress", retry_after_seconds: 1 });
      advance(1);
      const settled = await settle(second.ada, body.request_id);
      expect(settled).toMatchObject(becomes);
      expect(await settle(third.ada, body.request_id)).toEqual(settled);
      expect(solaris.all).toHaveLength(asked);
    });
  });

  describe("a change that another instance has given up too early, by a clock that is ahead", () => {
    const ahead = [0, 60_000];
    const configs = [{}, {}];

    it("is not sent to Solaris after that", async () => {
      const { solaris, first, second } = await setUpInstances({ database: await ownDatabase(), configs, ahead });
      const checks = holdAnswer(solaris, "GET", "/v1/accounts/*/cards");
      const body = pinChange(deviceId);
      const changing = change(first.ada, body);
      await checks.reached;
      expect(await settle(second.ada, body.request_id)).toMatchObject({
        state: "refused",
        problem: "ERR_SOLARIS_UNAVAILABLE",
      });
      checks.answer({ json: [{ id: cardId, status: "ACTIVE", type: "MASTERCARD_DEBIT" }], headers: { total: "1" } });
      expect(code(await changing)).toBe("ERR_SOLARIS_UNAVAILABLE");
      expect(changesOf(solaris)).toBe(0);
    });

    it("is told as it ended to whoever sent it, and stays unknown for all others", async () => {
      const { solaris, first, second } = await setUpInstances({ database: await ownDatabase(), configs, ahead });
      const changeAtSolaris = holdAnswer(solaris, "POST", update);
      const body = pinChange(deviceId);
      const changing = change(first.ada, body);
      await changeAtSolaris.reached;
      expect((await settle(second.ada, body.request_id)).state).toBe("unknown");
      changeAtSolaris.answer({ json: {} });
      expect((await changing).status).toBe(200);
      expect(first.logged()).toContain('"event":"outcome_not_recorded"');
      for (const { ada } of [first, second]) {
        expect((await settle(ada, body.request_id)).state).toBe("unknown");
        expect(code(await change(ada, body))).toBe("ERR_PIN_CHANGE_OUTCOME_UNKNOWN");
      }
      expect(changesOf(solaris)).toBe(1);
    });
  });

  it("a code that one of them had sent is taken to Solaris by another", async () => {
    const { solaris, first, second, third } = await setUpInstances({ database: await ownDatabase() });
    expect((await first.ada("POST", routes.devices, device())).status).toBe(201);
    const verify = (ada: Ask) => ada("POST", path.verification("newdevice"), { challenge_id: "challenge1", signature });
    expect((await verify(second.ada)).status).toBe(204);
    expect(code(await verify(third.ada))).toBe("ERR_CODE_EXPIRED");
    expect(solaris.asked("PUT", "/challenge1")).toHaveLength(1);
  });

  it("the tables are made once by instances that start at once on an empty schema", async () => {
    const server = inject("postgres");
    if (server === undefined) throw new Error("no server");
    const { config } = await makeEmptySchema(server);
    const { toAll } = await setUpInstances({ database: config });
    expect(statusesOf(await toAll((ada) => ada("GET", routes.waits)))).toEqual([200, 200, 200]);
  });

  // Attacker: somebody who has got hold of a proof with its token. Way: sends both to several instances at once.
  // Impact: a customer's cards, devices and PIN changes.
  // docs/threat-model.md#proof-of-possession
  it("a proof is taken once by all of them together", async () => {
    const database = await ownDatabase();
    const one = await setUpSignIn({ config: { database } });
    const { signInConfig: signIn, token, proof, call } = one;
    const other = await setUp({
      config: { database, signIn, rowSecrets: { current: "a secret of thirty-two characters" } },
    });
    for (let round = 0; round < 10; round += 1) {
      const bound = token({ claims: boundToHolder });
      const headers = { authorization: `DPoP ${bound}`, dpop: proof(bound) };
      const atOther = () => fetch(`${other.url}${routes.me}`, { headers });
      const [first, second] = await Promise.all([call(headers), atOther()]);
      expect([first.status, second.status].toSorted()).toEqual([200, 401]);
      expect((await atOther()).status).toBe(401);
    }
  });
});
