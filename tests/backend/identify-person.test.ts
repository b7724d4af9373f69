// Whom a valid token stands for: a claim, the partner's look-up, or a table, in this order; and nobody where none says it.
import { describe, expect, it } from "vitest";
import { customerIdOf, rowIdsOf } from "../../src-backend/sign-in/customer-ids.ts";
import { ada, secrets, setUpIdentify, token } from "./identify-by-hand.ts";
import { sayJson, startLookup } from "./small-lookup.ts";

const table = (entries: Record<string, string>) =>
  new Map(Object.entries(entries).map(([sub, personId]) => [sub, { personId, name: `${sub} of the table` }]));

describe("a claim of the token", () => {
  it("names the person, whose ids and accounts follow", async () => {
    const { identify } = setUpIdentify({ claim: "person_id" });
    expect(await identify(token("s1", { person_id: ada, name: "Ada Lovelace" }))).toEqual({
      customerId: customerIdOf(ada),
      rowIds: rowIdsOf(ada, secrets),
      name: "Ada Lovelace",
      personId: ada,
      accountIds: null,
    });
  });

  it.each(["sub", "https://bank.example/person", "__proto__", "constructor"])("may be called %s", async (claim) => {
    const { who } = setUpIdentify({ claim });
    expect(await who(ada, Object.fromEntries([[claim, ada]]))).toBe(ada);
  });

  it.each(["__proto__", "constructor", "toString", "hasOwnProperty"])(
    "called %s is not what every object has",
    async (claim) => {
      const { who, events } = setUpIdentify({ claim });
      expect(await who("s1")).toBe("ERR_NO_CARDHOLDER");
      expect(events).toEqual([{ event: "sign_in_refused", reason: "claim_missing" }]);
    },
  );

  // Attacker: somebody who can make the provider say something else of them than an id.
  // Way: a claim of another kind or form. Impact: would be taken for whom the look-up or the table names, or reach Solaris'
  // paths.
  it.each<[string, unknown]>([
    ["a list of it", [ada]],
    ["an object", { id: ada }],
    ["a number", 7],
    ["true", true],
    ["null", null],
    ["nothing", ""],
    ["white space around it", ` ${ada}`],
    ["a line end after it", `${ada}\n`],
    ["a colon", "urn:person"],
    ["NUL", "p1\0cper"],
    ["a slash", "p1/accounts"],
    ["dots", ".."],
    ["a percent sign", "%2e%2e"],
    ["a letter beyond ASCII", "p-ädacper"],
    ["full-width letters", "ｐ１"],
    ["more than 64 characters", "p".repeat(65)],
  ])("that is %s is nobody's, and nobody else is asked", async (_name, person_id) => {
    const service = await startLookup({ s1: { person_id: "p-lookupcper" } });
    const config = { claim: "person_id", lookup: service.lookup(), table: table({ s1: "p-tablecper" }) };
    const { who, events } = setUpIdentify(config);
    expect(await who("s1", { person_id })).toBe("ERR_NO_CARDHOLDER");
    expect(events).toEqual([{ event: "sign_in_refused", reason: "claim_unusable" }]);
    expect(service.asked).toEqual([]);
  });
});

describe("the order", () => {
  it("is claim, look-up, table: the next one is asked only where the one before has nobody", async () => {
    const service = await startLookup({ s2: { person_id: "p-lookupcper" } });
    const { who } = setUpIdentify({
      claim: "person_id",
      lookup: service.lookup(),
      table: table({ s1: "p-tablecper", s2: "p-tablecper", s3: "p-tablecper" }),
    });
    expect(await who("s1", { person_id: ada })).toBe(ada);
    expect(service.asked).toEqual([]);
    expect(await who("s2")).toBe("p-lookupcper");
    expect(await who("s3")).toBe("p-tablecper");
    expect(await who("s4")).toBe("ERR_NO_CARDHOLDER");
  });

  it("ends at a look-up that does not work: the table is no way around it", async () => {
    const service = await startLookup();
    service.answer((_url, _request, response) => sayJson(response, {}, 500));
    const { who } = setUpIdentify({ lookup: service.lookup(), table: table({ s1: ada }) });
    expect(await who("s1")).toBe("ERR_SIGN_IN_UNAVAILABLE");
  });
});

describe("the table", () => {
  it.each(["__proto__", "constructor", "toString"])("has nobody under %s unless it says so", async (subject) => {
    expect(await setUpIdentify({ table: table({ s1: ada }) }).who(subject)).toBe("ERR_NO_CARDHOLDER");
    const named = new Map([[subject, { personId: ada }]]);
    expect(await setUpIdentify({ table: named }).who(subject)).toBe(ada);
  });

  it.each([
    ["another case", "S1"],
    ["white space", "s1 "],
    ["nothing", ""],
    ["NUL", "s1\0"],
    ["full-width letters, which a normal form makes the same", "ｓ１"],
    ["a combining letter", "s1\u0301"],
    ["half of a surrogate pair", "s1\ud800"],
    ["more than 255 characters", "s".repeat(256)],
  ])("tells subjects apart by each character: %s", async (_name, subject) => {
    const { who, events } = setUpIdentify({ table: table({ s1: ada }) });
    expect(await who(subject)).toBe("ERR_NO_CARDHOLDER");
    expect(events).toEqual([{ event: "sign_in_refused", reason: expect.stringMatching(/^subject_un(known|usable)$/) }]);
  });
});

describe("the name", () => {
  it.each<[string, unknown, string]>([
    ["of the token", "Ada Lovelace", "Ada Lovelace"],
    ["with letters of any script", "علی‌رضا Ōé", "علی‌رضا Ōé"],
    ["with white space and control characters", "  Ada\r\n\tLovelace\0 ", "Ada Lovelace"],
    ["that turns the text around it", "Ada\u202eecalevoL", "Ada ecalevoL"],
    ["that is too long, cut between letters", `${"a".repeat(199)}\u{1f600}`, "a".repeat(199)],
    ["that is nothing", "   ", "—"],
    ["that is no text", ["Ada"], "—"],
    ["that is missing", undefined, "—"],
  ])("%s is shown as text of one line", async (_name, name, shown) => {
    const { identify } = setUpIdentify({ claim: "person_id" });
    expect((await identify(token("s1", { person_id: ada, name }))).name).toBe(shown);
  });

  it("is in the claim that the settings name, and the table's goes before it", async () => {
    const config = { claim: "person_id", nameClaim: "given_name", table: table({ s1: ada }) };
    const { identify } = setUpIdentify(config);
    expect((await identify(token("s1", { person_id: ada, given_name: "Ada", name: "no" }))).name).toBe("Ada");
    expect((await identify(token("s1", { given_name: "Ada" }))).name).toBe("s1 of the table");
  });

  it("is no property that every object has", async () => {
    const { identify } = setUpIdentify({ claim: "person_id", nameClaim: "constructor" });
    expect((await identify(token("s1", { person_id: ada }))).name).toBe("—");
  });
});

it("no line of the log has a subject, a person or a name in it", async () => {
  const service = await startLookup({ "marked-sub": { person_id: "markedcper", name: "Marked Name" } });
  const { who, events } = setUpIdentify({ claim: "person_id", lookup: service.lookup("/people/{sub}?marked") });
  await who("marked-sub");
  await who("marked-other");
  await who("marked-sub", { person_id: "marked:" });
  service.answer((_url, _request, response) => sayJson(response, { sub: "marked-2", person_id: "markedcper" }));
  await who("marked-3");
  expect(events).toHaveLength(6);
  expect(JSON.stringify(events).toLowerCase()).not.toMatch(/marked|lookup-token/);
});
