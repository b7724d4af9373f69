import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { LimitsConfig } from "../../src-backend/limits/limit-config.ts";
import { routes } from "../../src-contract/api/routes.ts";
import { type Ask, changeRequest, device, path, pinChange, setUp, setUpAda, signature } from "./backend.ts";
import type { Answer } from "./described-answers.ts";
import { cardId, deviceId, refusal } from "./fake-solaris.ts";
import { ownDatabase } from "./own-database.ts";
import { changesOf, code, exhaustible } from "./pin-change-steps.ts";
import { usual } from "./usual-config.ts";

const limited = (limits: Partial<LimitsConfig>) => ({ config: { limits: { ...usual.limits, ...limits } } });
const twice = { count: 2, seconds: 100 };
const change = (ada: Ask, body: object = pinChange(deviceId)) => ada("POST", path.pinChanges(cardId), body);
const begin = (ada: Ask, body: object = changeRequest("sms")) => ada("POST", path.changeRequests(cardId), body);
const create = (ada: Ask) => ada("POST", routes.devices, device());
const waits = async (ada: Ask, id?: string) =>
  (await ada("GET", routes.waits + (id === undefined ? "" : `?device_id=${id}`))).json;
const expectLimited = ({ status, json, headers }: Answer, seconds: number) => {
  expect([status, json.code, json.retry_after_seconds]).toEqual([429, "ERR_TOO_MANY_REQUESTS", seconds]);
  expect(headers.get("retry-after")).toBe(String(seconds));
};

describe("the limit of PIN changes", () => {
  it("is one for both kinds, says when it ends, survives a restart, and asks Solaris nothing", async () => {
    const { ada, solaris, advance, restart } = await setUpAda({
      config: { ...limited({ pinChanges: twice }).config, database: await ownDatabase() },
    });
    expect((await change(ada)).status).toBe(200);
    advance(30);
    expect((await begin(ada)).status).toBe(200);
    const asked = solaris.all.length;
    expectLimited(await change(ada), 70);
    await restart();
    advance(60);
    expectLimited(await begin(ada), 10);
    expect(await waits(ada)).toEqual({ pin_change: 10, binding: 0, code: 0 });
    expect(solaris.all).toHaveLength(asked);
    advance(10);
    expect((await change(ada)).status).toBe(200);
    expect(await waits(ada)).toEqual({ pin_change: 0, binding: 0, code: 0 });
  });

  it("is each customer's own", async () => {
    const { signIn } = await setUp(limited({ pinChanges: twice }));
    const [ada, bob] = [await signIn("Ada"), await signIn("Bob")];
    for (let count = 0; count < 3; count += 1) await change(bob);
    expect((await waits(bob)).pin_change).toBe(100);
    expect((await waits(ada)).pin_change).toBe(0);
    expect((await change(ada)).status).toBe(200);
  });

  it("is each device's too, where the customer's has begun anew", async () => {
    const { ada, advance } = await setUpAda(limited({ pinChanges: twice }));
    await begin(ada);
    advance(99);
    expect((await change(ada)).status).toBe(200);
    advance(1);
    expect((await change(ada)).status).toBe(200);
    expect(await waits(ada)).toMatchObject({ pin_change: 0 });
    expect(await waits(ada, deviceId)).toMatchObject({ pin_change: 99 });
    for (let count = 0; count < 3; count += 1) expectLimited(await change(ada), 99);
    // What the device is refused does not count against the customer.
    expect((await begin(ada)).status).toBe(200);
  });

  it("neither counts nor refuses what is answered from the ledger", async () => {
    const { ada, solaris } = await setUpAda(limited({ pinChanges: twice }));
    const first = pinChange(deviceId);
    await Promise.all([change(ada, first), change(ada, first), change(ada, first)]);
    const second = pinChange(deviceId);
    expect((await change(ada, second)).status).toBe(200);
    expectLimited(await change(ada), 100);
    expect((await change(ada, first)).status).toBe(200);
    expect((await change(ada, second)).status).toBe(200);
    expect(code(await change(ada, { ...first, key_id: "another" }))).toBe("ERR_REQUEST_ID_REUSED");
    expect(changesOf(solaris)).toBe(2);
  });

  it("leaves no trace of what it refused: the same request is taken later", async () => {
    const { ada, advance } = await setUpAda(limited({ pinChanges: { count: 1, seconds: 100 } }));
    await change(ada);
    const body = pinChange(deviceId);
    expectLimited(await change(ada, body), 100);
    advance(100);
    expect((await change(ada, body)).status).toBe(200);
  });
});

describe("the limits of bindings and codes", () => {
  it("count each new device, and no code is sent beyond them", async () => {
    const { ada, solaris, advance } = await setUpAda(limited({ bindings: twice, codes: { count: 3, seconds: 1000 } }));
    await create(ada);
    await create(ada);
    expectLimited(await create(ada), 100);
    expect(await waits(ada)).toEqual({ pin_change: 0, binding: 100, code: 0 });
    advance(100);
    expect((await create(ada)).status).toBe(201);
    expectLimited(await create(ada), 900);
    expect(await waits(ada)).toEqual({ pin_change: 0, binding: 0, code: 900 });
    expect(solaris.asked("POST", "/v1/mfa/devices")).toHaveLength(3);
  });

  it("count TANs that are sent as codes, and texts to be signed as tries, for the device too", async () => {
    const tries = { codes: twice, codeChecks: { count: 4, seconds: 100 } };
    const { ada, solaris, advance } = await setUpAda(limited(tries));
    const bySms = changeRequest("sms");
    const byDevice = changeRequest("device_signing");
    await begin(ada, bySms);
    await begin(ada, byDevice);
    const tan = () => ada("POST", path.authorization(bySms.request_id), { route: "sms" });
    const text = () =>
      ada("POST", path.authorization(byDevice.request_id), { route: "device_signing", device_id: deviceId });
    for (const ask of [text, text, text, tan, tan]) expect((await ask()).status).toBe(200);
    expectLimited(await tan(), 100);
    expectLimited(await create(ada), 100);
    expect((await text()).status).toBe(200);
    const asked = solaris.all.length;
    expectLimited(await text(), 100);
    expect(solaris.all).toHaveLength(asked);
    advance(100);
    expect((await text()).status).toBe(200);
  });

  it("are for tries at codes and TANs too, and what is refused is not tried", async () => {
    const { ada, solaris } = await setUpAda(limited({ codeChecks: twice }));
    solaris.on("PUT", "/v1/mfa/challenges/signatures/*", { status: 403, json: refusal() });
    solaris.on("POST", "/v1/change_requests/*/confirm", { status: 403, json: refusal({ code: "invalid_tan" }) });
    await create(ada);
    const bySms = changeRequest("sms");
    await begin(ada, bySms);
    await ada("POST", path.authorization(bySms.request_id), { route: "sms" });
    const verify = () => ada("POST", path.verification("newdevice"), { challenge_id: "challenge1", signature });
    const confirm = () => ada("POST", path.confirmation(bySms.request_id), { route: "sms", tan: "123456" });
    expect(code(await verify())).toBe("ERR_CODE_REFUSED");
    expect(code(await confirm())).toBe("ERR_TAN_REFUSED");
    expectLimited(await verify(), 100);
    expectLimited(await confirm(), 100);
    expect(await waits(ada)).toEqual({ pin_change: 0, binding: 0, code: 0 });
    expect([solaris.asked("PUT", "/challenge1").length, solaris.asked("POST", "/confirm").length]).toEqual([1, 1]);
  });

  it("that cannot be counted refuse", async () => {
    const { openLedger, makeReadOnly } = exhaustible();
    const { ada, solaris } = await setUpAda({ openLedger });
    const bySms = changeRequest("sms");
    await begin(ada, bySms);
    await ada("POST", path.authorization(bySms.request_id), { route: "sms" });
    await makeReadOnly();
    const asked = solaris.all.length;
    for (const answer of [
      await create(ada),
      await ada("POST", path.verification("newdevice"), { challenge_id: "challenge1", signature }),
      await ada("POST", path.authorization(bySms.request_id), { route: "sms" }),
      await ada("POST", path.confirmation(bySms.request_id), { route: "sms", tan: "123456" }),
    ]) {
      expect([answer.status, answer.json.code]).toEqual([503, "ERR_NOT_RECORDED"]);
    }
    expect(solaris.all).toHaveLength(asked);
    expect(await waits(ada)).toEqual({ pin_change: 0, binding: 0, code: 0 });
  });
});

describe("the limit of questions about PIN changes that are not on record", () => {
  it("counts invented ids, which each cost a row, and nothing else", async () => {
    const { ada, advance } = await setUpAda(limited({ settlements: twice }));
    const settle = (id: string = randomUUID()) => ada("POST", path.settlement(id));
    const known = pinChange(deviceId);
    await change(ada, known);
    const invented = randomUUID();
    expect((await settle(invented)).json.state).toBe("not_received");
    expect((await settle()).json.state).toBe("not_received");
    for (let count = 0; count < 3; count += 1) expectLimited(await settle(), 100);
    expect((await settle(known.request_id)).json.state).toBe("changed");
    expect((await settle(invented)).json.state).toBe("not_received");
    expect(await waits(ada)).toEqual({ pin_change: 0, binding: 0, code: 0 });
    advance(100);
    expect((await settle()).json.state).toBe("not_received");
  });

  it("is exact where many are asked at once", async () => {
    const { ada } = await setUpAda(limited({ settlements: twice }));
    const answers = await Promise.all(Array.from({ length: 5 }, () => ada("POST", path.settlement(randomUUID()))));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 429, 429, 429]);
  });

  it("writes nothing of what it refused: the change itself is taken when it arrives", async () => {
    const { ada } = await setUpAda(limited({ settlements: { count: 1, seconds: 100 } }));
    await ada("POST", path.settlement(randomUUID()));
    const late = pinChange(deviceId);
    expectLimited(await ada("POST", path.settlement(late.request_id)), 100);
    expect((await change(ada, late)).status).toBe(200);
  });
});

describe("a clock that jumps", () => {
  it("back by a day locks nobody out: a count from a time to come has ended", async () => {
    const { ada, jump } = await setUpAda(limited({ pinChanges: twice }));
    await change(ada);
    await change(ada);
    expectLimited(await change(ada), 100);
    jump(-24 * 3600);
    expect(await waits(ada)).toEqual({ pin_change: 0, binding: 0, code: 0 });
    expect((await change(ada)).status).toBe(200);
    expect((await change(ada)).status).toBe(200);
    expectLimited(await change(ada), 100);
  });

  it("back by less than the limit's time makes nobody wait for longer than that time", async () => {
    const { ada, advance, jump } = await setUpAda(limited({ pinChanges: twice }));
    await change(ada);
    await change(ada);
    advance(60);
    jump(-50);
    expectLimited(await change(ada), 90);
    advance(90);
    expect((await change(ada)).status).toBe(200);
  });

  it("forward ends a count, and the next one is as long as ever", async () => {
    const { ada, jump } = await setUpAda(limited({ pinChanges: { count: 1, seconds: 100 } }));
    await change(ada);
    jump(3600);
    expect((await change(ada)).status).toBe(200);
    expectLimited(await change(ada), 100);
  });
});
