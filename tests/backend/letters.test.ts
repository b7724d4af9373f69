// Attacker: somebody with a customer's open session, or who reads what the backend writes. Way: has the code of a letter told, or
// tries other people's letters, codes and devices. Impact: a computer of theirs is bound without the letter.
// docs/threat-model.md#letter-code-unread
import { describe, expect, it } from "vitest";
import { routes } from "../../src-contract/api/routes.ts";
import { device as newDevice, path, setUpAda } from "./backend.ts";
import { textOf } from "./described-answers.ts";
import { list, otherPersonId, personId, refusal, type Said } from "./fake-solaris.ts";
import { activation, address, byLetter, offering, secretCode } from "./offered-letters.ts";
import { usual } from "./usual-config.ts";

const letter = {
  letter_id: "letter1",
  requested_at: "2026-03-18T14:50:04.000Z",
  expires_at: "2030-03-18T14:50:04.000Z",
};

describe("a letter is asked for", () => {
  it("for the customer who is signed in, and what Solaris said of it is told but for its code", async () => {
    const { request, solaris, logged } = await offering();
    const answer = await request();
    expect([answer.status, answer.json]).toEqual([201, letter]);
    const [asked] = solaris.asked("POST", address);
    expect(asked?.json).toEqual({
      person_id: personId,
      origin: "WEB",
      purpose: "DEVICE_BINDING",
      delivery_method: "SNAILMAIL",
      invalidate_existing_code: false,
    });
    expect([...(asked?.query ?? [])]).toEqual([]);
    expect(logged()).toContain('"operation":"create_activation","status":201');
  });

  it("and where one exists already says so, until it is asked for in its place", async () => {
    const { request, solaris } = await offering();
    solaris.on("POST", address, ({ json }) =>
      json.invalidate_existing_code
        ? { status: 201, json: activation("letter2") }
        : { status: 409, json: { errors: [refusal({ code: "conflict", detail: `code ${secretCode}` })] } },
    );
    const refused = await request();
    expect([refused.status, refused.json.code]).toEqual([409, "ERR_ACTIVATION_CODE_EXISTS"]);
    expect(textOf(refused)).not.toContain(secretCode);
    expect((await request({ invalidate_existing_code: true })).json.letter_id).toBe("letter2");
    expect(solaris.asked("POST", address).at(-1)?.query.get("invalidate_existing_code")).toBe("true");
  });

  const readable: [string, object, object][] = [
    [
      "with times that cannot be read",
      { created_at: "today", expires_at: 5 },
      { requested_at: null, expires_at: null },
    ],
    ["without any", { created_at: undefined, expires_at: null }, { requested_at: null, expires_at: null }],
    ["without a code", { code: undefined }, {}],
    ["without a person", { person_id: undefined }, {}],
    ["from some time to come", { created_at: "2031-01-01T00:00:00Z" }, { requested_at: null }],
    ["whose code looks like a success", { code: "200" }, {}],
    ["whose code is a number", { code: 481_516 }, {}],
  ];

  it("and it is told as far as it can be read", async () => {
    const { request, solaris } = await offering();
    for (const [name, said, told] of readable) {
      solaris.on("POST", address, { status: 201, json: activation("letter1", said) });
      const answer = await request();
      expect([name, answer.status, answer.json]).toEqual([name, 201, { ...letter, ...told }]);
    }
  });

  const noLetters: [string, Said][] = [
    ["another person's", { status: 201, json: activation("letter1", { person_id: otherPersonId }) }],
    ["another purpose's", { status: 201, json: activation("letter1", { purpose: "LOGIN" }) }],
    ["one without an id", { status: 201, json: activation("") }],
    ["one that has failed", { status: 201, json: { ...activation(), status: "FAILED" } }],
    ["an error", { status: 201, json: { ...refusal(), error_code: "forbidden", code: secretCode } }],
    ["nothing", { status: 201 }],
    ["a page", { status: 200, text: "<h1>Hello</h1>", headers: { "content-type": "text/html" } }],
  ];

  it("and what is none is not said to be a letter", async () => {
    const { request, solaris } = await offering();
    for (const [name, said] of noLetters) {
      solaris.on("POST", address, said);
      const answer = await request();
      expect([name, answer.status, answer.json.code]).toEqual([name, 503, "ERR_SOLARIS_UNAVAILABLE"]);
    }
  });

  it("but not with anything else in the request than whether it replaces another one", async () => {
    const { request, solaris } = await offering();
    expect((await request({ invalidate_existing_code: "yes" })).json.code).toBe("ERR_INVALID_REQUEST");
    await request({ person_id: otherPersonId, origin: "SOLARISBANK" });
    expect(solaris.asked("POST", address).map(({ json }) => [json.person_id, json.origin])).toEqual([
      [personId, "WEB"],
    ]);
  });
});

describe("the letters", () => {
  it("are those whose code counts, the newest first, asked for by the person", async () => {
    const older = activation("letter0", { created_at: "2026-01-01T00:00:00Z", origin: "SOLARISBANK" });
    const over = activation("over", { expires_at: "2026-03-19T00:00:00Z" });
    const { read, solaris } = await offering(list([older, activation(), over]));
    const { status, json } = await read();
    expect([status, json]).toEqual([
      200,
      {
        letters: [letter, { ...letter, letter_id: "letter0", requested_at: "2026-01-01T00:00:00.000Z" }],
        left_out: 0,
        wait_seconds: 0,
      },
    ]);
    const [{ query } = { query: new URLSearchParams() }] = solaris.asked("GET", address);
    expect([query.get("filter[person_id]"), query.get("filter[include_expired]")]).toEqual([personId, "false"]);
  });

  it.each<[string, Said, object]>([
    ["nobody's, if Solaris ignores the filter", list([activation("x", { person_id: otherPersonId })]), { left_out: 0 }],
    ["none for something else", list([activation("x", { purpose: "LOGIN" })]), { left_out: 0 }],
    ["none that came by another way", list([activation("x", { delivery_method: "EMAIL" })]), { left_out: 0 }],
    ["none that cannot be read, and says so", list([activation("x y"), {}]), { left_out: 2 }],
  ])("are %s", async (_name, listed, more) => {
    const { read } = await offering(listed);
    expect((await read()).json).toEqual({ letters: [], wait_seconds: 0, ...more });
  });

  it("are not said to be none where there is no list", async () => {
    const { read } = await offering({ status: 404, json: refusal() });
    expect((await read()).json.code).toBe("ERR_SOLARIS_UNAVAILABLE");
  });
});

describe("a letter is cancelled", () => {
  const listedOnce = (world: Awaited<ReturnType<typeof offering>>, after: Said) => {
    let times = 0;
    world.solaris.on("GET", address, () => (++times === 1 ? list([activation()]) : after));
  };

  it.each<[string, Said, Said, number | string]>([
    ["answered and gone", { status: 204 }, list([]), 204],
    [
      "answered with itself, and expired",
      { json: activation() },
      list([activation("letter1", { expires_at: "2026-03-19T00:00:00Z" })]),
      204,
    ],
    ["refused, but gone", { status: 404, json: refusal() }, list([]), 204],
    ["answered, and still there", { status: 204 }, list([activation()]), "ERR_SOLARIS_UNAVAILABLE"],
    [
      "refused, and still there",
      { status: 403, json: refusal({ detail: `code ${secretCode}` }) },
      list([activation()]),
      "ERR_REFUSED",
    ],
    ["answered, and nobody knows", { status: 204 }, list([{}]), "ERR_SOLARIS_UNAVAILABLE"],
  ])("%s", async (_name, said, after, told) => {
    const world = await offering();
    world.solaris.on("DELETE", `${address}/*`, said);
    listedOnce(world, after);
    const answer = await world.cancel();
    expect(answer.status === 204 ? 204 : answer.json.code).toBe(told);
    expect(textOf(answer)).not.toContain(secretCode);
  });

  it("but only one's own, and Solaris is asked to end no other", async () => {
    const { cancel, solaris } = await offering(list([activation("theirs", { person_id: otherPersonId })]));
    const [foreign, unknown] = [await cancel("theirs"), await cancel("none")];
    expect([foreign.status, foreign.json.code]).toEqual([404, "ERR_NOT_FOUND"]);
    expect(textOf(foreign)).toBe(textOf(unknown));
    expect(solaris.all.filter(({ method }) => method === "DELETE")).toEqual([]);
  });
});

it.each(["GET", "POST", "DELETE"])(
  "what Solaris says when it refuses a %s of letters is not passed on",
  async (method) => {
    const { read, request, cancel, solaris } = await offering(list([activation()]));
    const said = { status: 403, json: refusal({ detail: `it is ${secretCode}` }) };
    for (const to of [address, `${address}/*`]) solaris.on(method, to, said);
    const answer = await { GET: read, POST: request, DELETE: cancel }[method as "GET"]();
    expect([answer.status, answer.json.code, answer.json.solaris_error_id]).toEqual([422, "ERR_REFUSED", "anerrorid"]);
    expect(textOf(answer)).not.toContain(secretCode);
  },
);

describe("a partner who offers no letters", () => {
  it("has nothing of them, as a backend that does not know them, and Solaris is asked nothing", async () => {
    const { ada, solaris } = await setUpAda();
    for (const answer of [
      await ada("GET", routes.activationLetters),
      await ada("POST", routes.activationLetters, {}),
      await ada("DELETE", path.letter("letter1")),
      await ada("POST", routes.devices, byLetter()),
    ]) {
      expect([answer.status, answer.json.code]).toEqual([404, "ERR_OPERATION_UNKNOWN"]);
    }
    expect(solaris.all).toEqual([]);
    expect((await ada("GET", routes.policy)).json.activation_letters).toBe(false);
  });

  it("and one who does says so", async () => {
    const { ada } = await offering();
    expect((await ada("GET", routes.policy)).json.activation_letters).toBe(true);
  });
});

describe("the limit of letters", () => {
  const twice = { ...usual.limits, letters: { count: 2, seconds: 604_800 } };

  it("is each customer's own, also for what was refused, and the list says how long to wait", async () => {
    const { request, read, signIn, solaris, advance } = await offering(list([]), { limits: twice });
    solaris.on("POST", address, { status: 409, json: refusal() });
    await request();
    advance(4800);
    expect((await read()).json.wait_seconds).toBe(0);
    await request({ invalidate_existing_code: true });
    const refused = await request();
    expect([refused.status, refused.json.code, refused.json.retry_after_seconds]).toEqual([
      429,
      "ERR_TOO_MANY_REQUESTS",
      600_000,
    ]);
    expect(solaris.asked("POST", address)).toHaveLength(2);
    expect((await read()).json.wait_seconds).toBe(600_000);
    const bob = await signIn("Bob");
    expect((await bob("POST", routes.activationLetters, {})).json.code).toBe("ERR_ACTIVATION_CODE_EXISTS");
    advance(600_000);
    const later = await signIn("Ada");
    expect((await later("POST", routes.activationLetters, {})).json.code).toBe("ERR_ACTIVATION_CODE_EXISTS");
  });

  it("is not used up by what Solaris was never sent, as it was out of reach: it would be a week's wait for nothing", async () => {
    const { request, read, solaris } = await offering(list([]), { limits: twice });
    solaris.on("POST", "/oauth2/token", { status: 503 });
    for (const _time of [1, 2, 3]) expect((await request()).json.code).toBe("ERR_SOLARIS_UNAVAILABLE");
    solaris.on("POST", "/oauth2/token", { json: { access_token: "token", expires_in: 3600 } });
    expect((await request()).status).toBe(201);
    solaris.on("POST", address, { status: 503 }); // it may have been done
    expect((await request()).json.code).toBe("ERR_SOLARIS_UNAVAILABLE");
    expect((await request()).json.code).toBe("ERR_TOO_MANY_REQUESTS");
    expect((await read()).json.wait_seconds).toBe(604_800);
  });

  it("is not that of text messages: a letter's code has been sent when a device is bound with it", async () => {
    const { ada, request } = await offering(list([activation()]), {
      limits: { ...usual.limits, codes: { count: 1, seconds: 900 }, bindings: { count: 3, seconds: 100 } },
    });
    expect((await request()).status).toBe(201);
    for (const _time of [1, 2]) expect((await ada("POST", routes.devices, byLetter())).status).toBe(201);
    expect((await ada("GET", routes.waits)).json.code).toBe(0);
    expect((await ada("POST", routes.devices, newDevice())).status).toBe(201);
    expect((await ada("POST", routes.devices, byLetter())).json.retry_after_seconds).toBe(100);
  });
});
