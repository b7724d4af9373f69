import { describe, expect, it } from "vitest";
import { type Ask, changeRequest, jwe, path, setUp, setUpAda, signature } from "./backend.ts";
import {
  authorizationOf,
  authorized,
  begin,
  confirmations,
  proofOf,
  type Route,
  stateOf,
  tan,
} from "./change-request-steps.ts";
import { textOf } from "./described-answers.ts";
import { cardId, changeRequestId, deviceId, otherDeviceId, personId, refusal, type Said } from "./fake-solaris.ts";
import { code, outdatedKey } from "./pin-change-steps.ts";

const create = "/v1/cards/*/sca_pin_update_requests";
const authorize = "/v1/change_requests/*/authorize";

describe("a PIN change by change request", () => {
  it("by TAN asks Solaris for exactly what the documents say", async () => {
    const { ada, solaris } = await setUpAda();
    const body = changeRequest("sms");
    expect((await begin(ada, body)).json).toEqual({ outcome: "authorization_required" });
    expect(solaris.asked("POST", "/sca_pin_update_requests").map(({ path, json }) => [path, json])).toEqual([
      [`/v1/cards/${cardId}/sca_pin_update_requests`, { encrypted_pin: jwe, key_id: "0dce6f4d" }],
    ]);
    expect((await ada("POST", path.authorization(body.request_id), { route: "sms" })).json).toEqual({
      expires_at: "2027-01-15T08:05:00.000Z",
    });
    expect(solaris.asked("POST", `/v1/change_requests/${changeRequestId}/authorize`)[0]?.json).toEqual({
      person_id: personId,
      delivery_method: "mobile_number",
    });
    const confirmed = await ada("POST", path.confirmation(body.request_id), { route: "sms", tan });
    expect([confirmed.status, confirmed.json]).toEqual([200, { outcome: "changed" }]);
    expect(solaris.asked("POST", `/v1/change_requests/${changeRequestId}/confirm`)[0]?.json).toEqual({
      person_id: personId,
      tan,
    });
    expect((await ada("POST", path.confirmation(body.request_id), { route: "sms", tan })).json).toEqual({
      outcome: "changed",
    });
    expect(confirmations(solaris)).toHaveLength(1);
    expect(await stateOf(ada, body.request_id)).toBe("changed");
  });

  it("by the device's signature asks Solaris for exactly what the documents say", async () => {
    const { ada, solaris } = await setUpAda();
    const body = changeRequest("device_signing");
    await begin(ada, body);
    const device = { route: "device_signing", device_id: deviceId };
    expect((await ada("POST", path.authorization(body.request_id), device)).json).toEqual({
      expires_at: "2027-01-15T08:05:00.000Z",
      string_to_sign: "string-to-sign-1",
    });
    expect(solaris.asked("POST", "/authorize")[0]?.json).toEqual({
      device_id: deviceId,
      delivery_method: "device_signing",
    });
    expect((await ada("POST", path.confirmation(body.request_id), { ...device, signature })).status).toBe(200);
    expect(confirmations(solaris)[0]?.json).toEqual({ device_id: deviceId, signature });
  });

  it("is created once, and asked for again answers the same", async () => {
    const { ada, solaris } = await setUpAda();
    const body = changeRequest("sms");
    const all = await Promise.all([begin(ada, body), begin(ada, body)]);
    // The later one finds the first at work, or done.
    const statuses = all.map(({ status }) => status).sort();
    expect([
      [200, 200],
      [200, 409],
    ]).toContainEqual(statuses);
    expect((await begin(ada, body)).json).toEqual({ outcome: "authorization_required" });
    expect(code(await begin(ada, { ...body, key_id: "another" }))).toBe("ERR_REQUEST_ID_REUSED");
    expect(solaris.asked("POST", "/sca_pin_update_requests")).toHaveLength(1);
  });

  it("has a second attempt after an outdated key, which then is the one that is confirmed", async () => {
    const { ada, solaris } = await setUpAda();
    solaris.on("POST", create, { status: 400, json: outdatedKey });
    const body = changeRequest("sms");
    expect(code(await begin(ada, body))).toBe("ERR_PIN_KEY_OUTDATED");
    expect(code(await ada("POST", path.authorization(body.request_id), { route: "sms" }))).toBe("ERR_PIN_KEY_OUTDATED");
    solaris.on("POST", create, { status: 202, json: { id: "secondcsc" } });
    solaris.on("POST", "/v1/change_requests/secondcsc/authorize", { status: 201, json: { id: "secondcsc" } });
    solaris.on("POST", "/v1/change_requests/secondcsc/confirm", { json: { id: "secondcsc", status: "COMPLETED" } });
    expect((await begin(ada, { ...body, attempt: 2, key_id: "newer" })).status).toBe(200);
    await ada("POST", path.authorization(body.request_id), { route: "sms" });
    expect((await ada("POST", path.confirmation(body.request_id), { route: "sms", tan })).status).toBe(200);
    expect(confirmations(solaris).map((one) => one.path)).toEqual(["/v1/change_requests/secondcsc/confirm"]);
  });

  it.each<[string, Said | "dropped", number, string]>([
    ["500", { status: 500 }, 503, "ERR_SOLARIS_UNAVAILABLE"],
    ["a lost connection", "dropped", 503, "ERR_SOLARIS_UNAVAILABLE"],
    ["a success without an id", { json: {} }, 503, "ERR_SOLARIS_UNAVAILABLE"],
    ["an id that cannot be one", { json: { id: "../1" } }, 503, "ERR_SOLARIS_UNAVAILABLE"],
    ["a refused PIN", { status: 400, json: refusal({ source: { field: "pin" } }) }, 422, "ERR_PIN_REFUSED"],
    [
      "a PIN it cannot read",
      { status: 400, json: refusal({ source: { field: "encrypted_pin" } }) },
      422,
      "ERR_ENCRYPTION_REFUSED",
    ],
    [
      "a card that cannot",
      { status: 400, json: refusal({ source: { field: "status" } }) },
      409,
      "ERR_CARD_NOT_ELIGIBLE",
    ],
    [
      "no mobile number",
      {
        status: 403,
        json: refusal({ code: "Unauthorized Change Request", detail: "Unauthorized change request for X." }),
      },
      409,
      "ERR_NO_MOBILE_NUMBER",
    ],
    ["an unknown card", { status: 404, json: refusal() }, 404, "ERR_NOT_FOUND"],
    ["too often", { status: 429, json: refusal() }, 429, "ERR_TOO_MANY_REQUESTS"],
    ["anything else", { status: 418, json: refusal() }, 422, "ERR_REFUSED"],
  ])("that Solaris answers with %s is refused, and the PIN as before", async (_name, said, status, problem) => {
    const { ada, solaris } = await setUpAda();
    solaris.on("POST", create, (_asked, response) => {
      if (said !== "dropped") return said;
      response.socket?.destroy();
      return "silent";
    });
    const body = changeRequest("sms");
    const answer = await begin(ada, body);
    expect([answer.status, answer.json.code]).toEqual([status, problem]);
    expect(code(await begin(ada, body))).toBe(problem);
    expect((await ada("POST", path.settlement(body.request_id))).json).toMatchObject({ state: "refused", problem });
    expect(solaris.asked("POST", "/sca_pin_update_requests")).toHaveLength(1);
  });
});

describe("the authorisation", () => {
  it("can be asked for again, and takes the time from Solaris", async () => {
    const { ada, solaris } = await setUpAda({ config: { changeRequestSeconds: 60 } });
    const { id } = await authorized(ada);
    const ask = async () => (await ada("POST", path.authorization(id), { route: "sms" })).json.expires_at;
    expect(await ask()).toBe("2027-01-15T08:01:00.000Z");
    solaris.on("POST", authorize, { json: { updated_at: "2027-01-15T08:00:00Z", expires_at: "2030-01-01T00:00:00Z" } });
    expect(await ask()).toBe("2030-01-01T00:00:00.000Z");
    solaris.on("POST", authorize, { status: 204 });
    expect(await ask()).toBe("2027-01-15T08:01:00.000Z");
    expect((await ada("POST", path.confirmation(id), { route: "sms", tan })).status).toBe(200);
  });

  it.each([undefined, "", "1".repeat(65), "a b", "a.b", '{"pin":"1234"}', 7])(
    "hands no device a text of another form to sign: %j",
    async (string_to_sign) => {
      const { ada, solaris } = await setUpAda();
      solaris.on("POST", authorize, { status: 201, json: { status: "CONFIRMATION_REQUIRED", string_to_sign } });
      const body = changeRequest("device_signing");
      await begin(ada, body);
      const answer = await ada("POST", path.authorization(body.request_id), authorizationOf("device_signing"));
      expect(code(answer)).toBe("ERR_SOLARIS_UNAVAILABLE");
    },
  );

  it.each<Route>(["sms", "device_signing"])(
    "takes no answer about another change request for its own: %s",
    async (route) => {
      const { ada, solaris } = await setUpAda();
      const json = { id: "someothercsc", status: "CONFIRMATION_REQUIRED", string_to_sign: "9e2d45df-9b00-49d3" };
      solaris.on("POST", authorize, { status: 201, json });
      const body = changeRequest(route);
      await begin(ada, body);
      const answer = await ada("POST", path.authorization(body.request_id), authorizationOf(route));
      expect(code(answer)).toBe("ERR_SOLARIS_UNAVAILABLE");
    },
  );

  it.each<[string, Route, Said, string, string]>([
    [
      "no mobile number",
      "sms",
      { status: 404, json: refusal({ detail: "Couldn't find 'Solaris::MobileNumber'" }) },
      "ERR_NO_MOBILE_NUMBER",
      "ERR_PIN_CHANGE_CLOSED",
    ],
    [
      "an unknown change request",
      "sms",
      { status: 404, json: refusal({ code: "model_not_found" }) },
      "ERR_CHANGE_REQUEST_ENDED",
      "ERR_CHANGE_REQUEST_ENDED",
    ],
    [
      "an ended one",
      "device_signing",
      { status: 422, json: refusal({ code: "unprocessable_entity" }) },
      "ERR_CHANGE_REQUEST_ENDED",
      "ERR_CHANGE_REQUEST_ENDED",
    ],
    [
      "a device it does not know",
      "device_signing",
      { status: 400, json: refusal({ source: { field: "device_id" } }) },
      "ERR_DEVICE_REFUSED",
      "ERR_PIN_CHANGE_CLOSED",
    ],
    ["500", "sms", { status: 500 }, "ERR_SOLARIS_UNAVAILABLE", "ERR_PIN_CHANGE_CLOSED"],
  ])("that Solaris answers with %s says so, and changes nothing", async (_name, route, said, problem, recorded) => {
    const { ada, solaris } = await setUpAda();
    solaris.on("POST", authorize, said);
    const body = changeRequest(route);
    await begin(ada, body);
    expect(code(await ada("POST", path.authorization(body.request_id), authorizationOf(route)))).toBe(problem);
    const { json } = await ada("POST", path.settlement(body.request_id));
    expect([json.state, json.problem]).toEqual(["refused", recorded]);
  });

  it("of one that is closed meanwhile is closed too", async () => {
    const { ada, solaris } = await setUpAda();
    const body = changeRequest("sms");
    await begin(ada, body);
    solaris.on("POST", authorize, async () => {
      await ada("POST", path.settlement(body.request_id));
      return { status: 201, json: {} };
    });
    expect(code(await ada("POST", path.authorization(body.request_id), { route: "sms" }))).toBe(
      "ERR_PIN_CHANGE_CLOSED",
    );
  });

  it("of one that has changed the PIN says nothing of the PIN, also if that happens meanwhile", async () => {
    const { ada, solaris } = await setUpAda();
    const body = changeRequest("sms");
    await begin(ada, body);
    const authorization = () => ada("POST", path.authorization(body.request_id), { route: "sms" });
    await authorization();
    solaris.on("POST", authorize, async () => {
      await ada("POST", path.confirmation(body.request_id), { route: "sms", tan });
      return { status: 201, json: {} };
    });
    expect(code(await authorization())).toBe("ERR_PIN_CHANGE_OUTCOME_UNKNOWN");
    expect(code(await authorization())).toBe("ERR_PIN_CHANGE_OUTCOME_UNKNOWN");
    expect(solaris.asked("POST", "/authorize")).toHaveLength(2);
    expect(await stateOf(ada, body.request_id)).toBe("changed");
  });

  it("and the confirmation are for the customer's own change and device, and for the route it began with", async () => {
    const { signIn, solaris } = await setUp();
    const [ada, bob] = [await signIn("Ada"), await signIn("Bob")];
    const body = changeRequest("device_signing");
    await begin(ada, body);
    const authorization = (ask: Ask, more: object = {}) =>
      ask("POST", path.authorization(body.request_id), { ...authorizationOf("device_signing"), ...more });
    const foreign = await authorization(bob);
    const unknown = await bob("POST", path.authorization(changeRequest("sms").request_id), { route: "sms" });
    expect([foreign.status, foreign.json.code]).toEqual([410, "ERR_CHANGE_REQUEST_ENDED"]);
    expect(textOf(foreign)).toBe(textOf(unknown));
    expect(code(await authorization(ada, { device_id: otherDeviceId }))).toBe("ERR_DEVICE_REFUSED");
    expect(code(await ada("POST", path.authorization(body.request_id), { route: "sms" }))).toBe("ERR_INVALID_REQUEST");
    expect(solaris.asked("POST", "/authorize")).toEqual([]);
    await authorization(ada);
    const confirmation = (ask: Ask, more: object = {}) =>
      ask("POST", path.confirmation(body.request_id), { ...proofOf("device_signing"), ...more });
    expect(code(await confirmation(bob))).toBe("ERR_CHANGE_REQUEST_ENDED");
    expect(code(await confirmation(ada, { device_id: otherDeviceId }))).toBe("ERR_DEVICE_REFUSED");
    expect(code(await ada("POST", path.confirmation(body.request_id), { route: "sms", tan }))).toBe(
      "ERR_INVALID_REQUEST",
    );
    expect(confirmations(solaris)).toEqual([]);
    expect((await confirmation(ada)).status).toBe(200);
  });

  it("is needed before the confirmation", async () => {
    const { ada, solaris } = await setUpAda();
    const body = changeRequest("sms");
    await begin(ada, body);
    const early = await ada("POST", path.confirmation(body.request_id), { route: "sms", tan });
    expect(code(early)).toBe("ERR_CHANGE_REQUEST_ENDED");
    expect(confirmations(solaris)).toEqual([]);
  });
});
