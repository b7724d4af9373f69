// docs/threat-model.md#success-must-be-said, each by its own input: what an answer of Solaris does not bear is not
// claimed.
import { describe, expect, it } from "vitest";
import { routes } from "../../src-contract/api/routes.ts";
import { created, deviceOfPerson, good, instant, listed, listOf, type Said } from "./strict-solaris.ts";
import {
  addedKey,
  changeByRequest,
  codeOf,
  removal,
  settled,
  setUpStrict,
  signedChange,
  waitingDevice,
} from "./strict-steps.ts";

const json = (status: number, value: unknown): Said => {
  return { status, headers: { "content-type": "application/json" }, body: JSON.stringify(value) };
};
const html = (status: number): Said => {
  return { status, headers: { "content-type": "text/html; charset=utf-8" }, body: "<h1>Maintenance</h1>" };
};
const cut: Said = { status: 200, headers: { "content-type": "application/json" }, body: '{"id":"1f","sta' };
const error = { id: "84b61fb9bf2117b3653a91ba9fc18d8bex", code: "validation_error", title: "T", detail: "no" };

/** Sends one PIN change that is answered so; what is said of it, twice and in the ledger, and how often it was sent. */
async function change(said: Said) {
  const world = await setUpStrict();
  world.solaris.answer("pin_update", said);
  const { id, send } = signedChange(world);
  const answer = await send();
  const again = await send();
  expect(codeOf(again)).toBe(codeOf(answer));
  expect(world.solaris.arrivals("pin_update")).toBe(1);
  const { state, solaris_error_id } = await settled(world, id);
  return { code: codeOf(answer), state, errorId: answer.json.solaris_error_id, keptId: solaris_error_id };
}
const unknown = { code: "ERR_PIN_CHANGE_OUTCOME_UNKNOWN", state: "unknown" };

describe("a success that says otherwise", () => {
  it.each<[string, Said]>([
    ["waits to be authorised", json(202, { id: "d6c7csc", status: "AUTHORIZATION_REQUIRED", updated_at: instant })],
    ["says FAILED", json(200, { status: "FAILED" })],
    ["is a gateway's page", html(200)],
    ["is cut off", cut],
    ["breaks off", { ...json(200, {}), manner: "cut" }],
    ["has errors that cannot be read", json(200, { errors: ["busy"] })],
    ["has an error without a status", json(200, error)],
    ["is a list", json(200, [])],
    ["says both", { ...json(200, {}), body: '{"status":"FAILED","status":"COMPLETED"}' }],
  ])("%s, and so nobody knows whether the PIN is changed", async (_name, said) => {
    expect(await change(said)).toMatchObject(unknown);
  });

  it.each<[string, Said]>([
    ["errors in it", json(200, { errors: [{ ...error, status: 400 }] })],
    ["an error for its body", json(200, { ...error, status: "400" })],
  ])("has %s, and so the PIN is as before", async (_name, said) => {
    const { id } = error;
    expect(await change(said)).toMatchObject({ code: "ERR_REFUSED", state: "refused", errorId: id, keptId: id });
  });

  it.each<[string, Said]>([
    ["nothing", { status: 204 }],
    ["an empty body", { status: 202 }],
    ["{}", json(200, {})],
    ["the card", json(200, good.card)],
    ["fields that nobody knows", json(201, { brand_new: [{ x: 1 }], success: true })],
  ])("%s says nothing against it, and so the PIN is changed", async (_name, said) => {
    expect(await change(said)).toMatchObject({ code: 200, state: "changed" });
  });

  const notDone: [string, Said][] = [
    ["FAILED", json(200, { status: "FAILED" })],
    ["HTML", html(200)],
    ["cut JSON", cut],
    ["success: false", json(200, { success: false })],
  ];
  describe.each(notDone)("%s", (_name, said) => {
    it("does not bind a device, and the code can be used again", async () => {
      const world = await setUpStrict();
      const { verify } = await waitingDevice(world);
      world.solaris.answer("verify_challenge", said);
      expect(codeOf(await verify())).toBe("ERR_SOLARIS_UNAVAILABLE");
      world.solaris.answerWell(["verify_challenge"]);
      expect(codeOf(await verify())).toBe(204);
    });

    it("does not send a TAN, and one can be asked for again", async () => {
      const world = await setUpStrict();
      const request = changeByRequest(world, "sms");
      await request.create();
      world.solaris.answer("authorize_change_request", said);
      expect(codeOf(await request.authorize())).toBe("ERR_SOLARIS_UNAVAILABLE");
      world.solaris.answerWell(["authorize_change_request"]);
      expect(codeOf(await request.authorize())).toBe(200);
    });

    it("does not remove a device", async () => {
      const world = await setUpStrict();
      world.solaris.answer("delete_device", said);
      expect(codeOf(await removal(world))).toBe("ERR_SOLARIS_UNAVAILABLE");
    });

    it("does not add a key, nor create a device or a change request", async () => {
      const world = await setUpStrict();
      // Each with what makes it a yes, so that only what contradicts decides.
      const with_ = (value: object): Said =>
        said.body === undefined || !String(said.body).endsWith("}")
          ? said
          : json(200, { ...value, ...JSON.parse(String(said.body)) });
      world.solaris.answer("add_key", with_(good.addedKey));
      world.solaris.answer("create_device", with_(created("newdevice")));
      world.solaris.answer("create_change_request", with_(good.changeRequest));
      expect(codeOf(await addedKey(world))).toBe("ERR_SOLARIS_UNAVAILABLE");
      expect(codeOf(await changeByRequest(world, "sms").create())).toBe("ERR_SOLARIS_UNAVAILABLE");
      await expect(waitingDevice(world)).rejects.toThrow("503");
    });
  });

  it("a device that is in the list after its removal is not removed", async () => {
    const world = await setUpStrict();
    world.solaris.answer("delete_device", { status: 204 });
    world.solaris.answer("list_devices", listOf([listed(deviceOfPerson)]));
    expect(codeOf(await removal(world))).toBe("ERR_SOLARIS_UNAVAILABLE");
  });
});

describe("a code that was sent", () => {
  it.each<[string, object | null | undefined]>([
    ["expires_at null", { id: "c1", expires_at: null }],
    ["no expires_at", { id: "c1" }],
    ["an offset without a colon", { id: "c1", expires_at: "2031-01-15T08:05:00+0000" }],
    ["seconds since 1970", { id: "c1", expires_at: 1_926_230_700 }],
    ["no id", { expires_at: "2031-01-15T08:05:00Z" }],
    ["no challenge", undefined],
    ["a challenge null", null],
  ])("can be used: %s", async (_name, challenge) => {
    const world = await setUpStrict();
    world.solaris.answer("create_device", json(202, { id: "newdevice", challenge }));
    const { json: body, verify } = await waitingDevice(world);
    expect(body.challenge.id).toBe(challenge && "id" in challenge ? "c1" : "newdevice");
    expect(Date.parse(body.challenge.expires_at)).toBeGreaterThan(Date.now());
    expect(codeOf(await verify())).toBe(204);
  });
});

describe("a refusal", () => {
  it("of a web firewall says nothing of the device", async () => {
    expect(await change(html(403))).toMatchObject(unknown);
  });

  it("unauthorized_action says nothing of the device", async () => {
    const said = json(403, { ...error, status: "403", code: "unauthorized_action" });
    expect(await change(said)).toMatchObject({ code: "ERR_REFUSED", state: "refused", errorId: error.id });
  });

  it("of a gateway does not end the code, which is good", async () => {
    const world = await setUpStrict();
    const { verify } = await waitingDevice(world);
    world.solaris.answer("verify_challenge", html(404));
    expect(codeOf(await verify())).toBe("ERR_SOLARIS_UNAVAILABLE");
    world.solaris.answerWell(["verify_challenge"]);
    expect(codeOf(await verify())).toBe(204);
  });

  it.each([999, 599, 302, 307])("is not what %d says of a PIN change", async (status) => {
    const said = json(status, { ...error, status: "400" });
    expect(await change({ ...said, headers: { ...said.headers, location: "/v1/x" } })).toMatchObject(unknown);
  });

  it("of several errors is the one that names the PIN, and no id is lost", async () => {
    const first = { ...error, status: 400, source: { field: "device_data", message: "old" } };
    const second = { ...error, id: "second:ex", status: 400, source: { field: "pin", message: "sequential" } };
    const { code, state, errorId, keptId } = await change(json(400, { errors: [first, second] }));
    expect([code, state]).toEqual(["ERR_PIN_REFUSED", "refused"]);
    for (const ids of [errorId, keptId]) expect(ids.split(/, ?/).sort()).toEqual([error.id, second.id].sort());
  });
});

describe("when to ask again", () => {
  const date = "Fri, 15 Jan 2027 08:00:00 GMT";
  const later = "Fri, 15 Jan 2027 08:00:42 GMT";
  it.each<[string, Record<string, string>, number | undefined]>([
    ["seconds", { "retry-after": "7" }, 7],
    ["a date, counted from the answer's own", { "retry-after": later, date }, 42],
    ["more than a day", { "retry-after": "9000000000000000" }, 86_400],
    ["a year", { "retry-after": "Sat, 15 Jan 2028 08:00:00 GMT", date }, 86_400],
    ["words", { "retry-after": "soon" }, undefined],
  ])("is passed on: %s", async (_name, headers, seconds) => {
    const world = await setUpStrict();
    const busy = (status: number, code: string): Said => {
      const said = json(status, { ...error, status: String(status), code });
      return { ...said, headers: { ...said.headers, ...headers } };
    };
    for (const status of [429, 503]) {
      world.solaris.answer("list_cards", busy(status, "busy"));
      const { json: body } = await world.ada("GET", routes.cards);
      expect(body.code).toBe(status === 429 ? "ERR_TOO_MANY_REQUESTS" : "ERR_SOLARIS_UNAVAILABLE");
      expect(body.retry_after_seconds).toBe(seconds);
    }
  });
});

describe("a token that is refused", () => {
  it("is fetched anew, and the PIN change is sent once more", async () => {
    const world = await setUpStrict();
    const refused = json(401, { ...error, status: "401", code: "invalid_token" });
    world.solaris.answer("pin_update", ({ number }) => (number === 1 ? refused : json(200, {})));
    expect(codeOf(await signedChange(world).send())).toBe(200);
    expect(world.solaris.arrivals("pin_update")).toBe(2);
  });

  it("is not what a gateway's 401 says: the PIN change is never sent again", async () => {
    expect(await change(html(401))).toMatchObject(unknown);
  });
});
