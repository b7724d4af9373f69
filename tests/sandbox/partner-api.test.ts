import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { solarisOperations } from "../../src-sandbox/http/solaris-operations.ts";
import { documentedCardStatuses } from "../../src-sandbox/people/person.ts";
import { createPartner, type Partner, withoutIds } from "./partner.ts";

let partner: Partner;
beforeAll(async () => {
  partner = await createPartner();
});
afterAll(() => partner.sandbox.close());

describe("a partner signs in", () => {
  it("with its credentials, and gets an opaque token for an hour", async () => {
    const reply = await partner.signIn();
    expect(reply.status).toBe(200);
    expect(reply.headers.get("cache-control")).toBe("no-store");
    expect(reply.json).toEqual({
      access_token: expect.stringMatching(/^[\w-]{43}$/),
      expires_in: 3599,
      scope: "partners",
      token_type: "bearer",
    });
  });

  it.each([
    ["a wrong secret", `Basic ${btoa("cardbound-demo:wrong")}`],
    ["a wrong id", `Basic ${btoa("other:cardbound-demo-secret")}`],
    ["no Basic header", "Bearer x"],
    ["no colon", `Basic ${btoa("cardbound-demo")}`],
  ])("but not with %s", async (_name, authorization) => {
    const reply = await partner.signIn(authorization);
    expect([reply.status, reply.json.error]).toEqual([401, "invalid_client"]);
    expect(reply.headers.get("www-authenticate")).toMatch(/^Basic /);
  });

  it.each([
    ["grant_type=password", "unsupported_grant_type"],
    ["scope=partners", "invalid_request"],
    ["grant_type=client_credentials&scope=admin", "invalid_scope"],
  ])("but not with the form %s", async (form, error) => {
    const reply = await partner.signIn(undefined, form);
    expect([reply.status, reply.json.error]).toEqual([400, error]);
  });

  it("but not with JSON", async () => {
    const authorization = `Basic ${btoa("cardbound-demo:cardbound-demo-secret")}`;
    const reply = await partner.send("POST", "/oauth2/token", { grant_type: "client_credentials" }, { authorization });
    expect([reply.status, reply.json.error]).toEqual([400, "invalid_request"]);
  });
});

describe("every endpoint wants a token", () => {
  const guarded = Object.entries(solarisOperations).filter(([name]) => name !== "token");

  it.each(guarded)("%s", async (_name, { method, path, family }) => {
    const url = path.replace(/:\w+/g, "x");
    const without = await partner.send(method, url, method === "GET" ? undefined : {});
    const wrong = await partner.send(method, url, undefined, { authorization: "Bearer wrong" });
    expect([without.status, wrong.status]).toEqual([401, 401]);
    const flat = family === "card_pin" || family === "monitoring";
    const [first, second] = [without, wrong].map(({ json }) => (flat ? json : json.errors[0]));
    expect(first).toMatchObject({
      status: flat ? "401" : 401,
      code: "token_required",
      detail: "Bearer Token is not provided",
    });
    expect(second.code).toBe("invalid_token");
  });

  it("and not an expired one, nor one in the URL", async () => {
    const other = await createPartner();
    const path = `/v1/persons/${other.person("Ada").person_id}/accounts`;
    expect((await other.send("GET", `${path}?access_token=${other.token}`)).status).toBe(401);
    await other.send("POST", "/sandbox/clock", { advance_seconds: 3598 });
    expect((await other.call("GET", path)).status).toBe(200);
    await other.send("POST", "/sandbox/clock", { advance_seconds: 2 });
    expect((await other.call("GET", path)).json.errors[0].code).toBe("invalid_token");
    await other.sandbox.close();
  });
});

describe("the demonstration customers", () => {
  it("are five, with accounts, and the same at every start", async () => {
    const names = partner.customers.map((customer) => [customer.name, customer.accounts.length]);
    expect(names).toEqual([
      ["Ada Single", 1],
      ["Victor Many", 2],
      ["Nora Null", 1],
      ["Mila Mobilefree", 1],
      ["Finn Five", 1],
    ]);
    for (const customer of partner.customers) {
      expect(Object.keys(customer)).toEqual(["name", "person_id", "accounts"]);
      expect(customer.person_id).toMatch(/^[0-9a-f]{32}cper$/);
      for (const account of customer.accounts) expect(account).toMatch(/^[0-9a-f]{32}cacc$/);
      const { json } = await partner.call("GET", `/v1/persons/${customer.person_id}/accounts`);
      expect(json.map((account: { id: string }) => account.id)).toEqual(customer.accounts);
    }
    const again = await createPartner();
    expect(again.customers).toEqual(partner.customers);
    await again.sandbox.close();
  });

  it("have no card, one, and twenty-three in every status, one of them unheard of", async () => {
    expect(await partner.cardsOf("Nora")).toEqual([]);
    expect(await partner.cardsOf("Ada")).toMatchObject([{ status: "ACTIVE" }]);
    const cards = await partner.cardsOf("Victor");
    expect(cards).toHaveLength(23);
    expect(new Set(cards.map((card) => card.id)).size).toBe(23);
    const statuses = new Set(cards.map((card) => card.status));
    for (const status of documentedCardStatuses) expect(statuses).toContain(status);
    expect(statuses.size).toBe(documentedCardStatuses.length + 1);
    expect(cards.filter((card) => card.type.startsWith("VIRTUAL_")).length).toBeGreaterThan(2);
  });

  it("have cards as the documents show them", async () => {
    const [card] = await partner.cardsOf("Ada");
    expect(card).toMatchObject({
      id: expect.stringMatching(/^[0-9a-f]{32}mcrd$/),
      type: "VISA_DEBIT",
      expiration_date: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
      new_card_ordered: false,
      person_id: partner.person("Ada").person_id,
      account_id: partner.person("Ada").accounts[0],
      representation: { line_1: "ADA/SINGLE", masked_pan: expect.stringMatching(/^\d{6}\*{6}\d{4}$/) },
    });
    expect((await partner.call("GET", `/v1/cards/${card.id}`)).json).toEqual(card);
  });
});

describe("lists come in pages", () => {
  const path = () => `/v1/accounts/${partner.person("Victor").accounts[0]}/cards`;

  it("of ten, with the headers of the documents", async () => {
    const first = await partner.call("GET", path());
    expect(first.json).toHaveLength(10);
    expect([first.headers.get("total"), first.headers.get("per_page")]).toEqual(["14", "10"]);
    const next = /<([^>]+)>; rel="next"/.exec(first.headers.get("link") ?? "")?.[1] ?? "";
    expect(next).toContain("page%5Bnumber%5D=2");
    const second = await partner.call("GET", next.replace(partner.sandbox.url, ""));
    expect(second.json).toHaveLength(4);
    expect(second.headers.get("link")).toMatch(/rel="prev"/);
    expect(second.headers.get("link")).not.toMatch(/rel="next"/);
    expect(new Set([...first.json, ...second.json].map((card) => card.id)).size).toBe(14);
  });

  it("of accounts too", async () => {
    const { person_id, accounts } = partner.person("Victor");
    const page = async (number: number) =>
      partner.call("GET", `/v1/persons/${person_id}/accounts?page[size]=1&page[number]=${number}`);
    const [first, second, third] = [await page(1), await page(2), await page(3)];
    expect([first.json, second.json, third.json]).toEqual([
      [{ id: accounts[0], person_id }],
      [{ id: accounts[1], person_id }],
      [],
    ]);
    expect([first.headers.get("total"), first.headers.get("per_page")]).toEqual(["2", "1"]);
    expect(first.headers.get("link")).toMatch(/rel="next"/);
    expect(second.headers.get("link")).not.toMatch(/rel="next"/);
  });

  it("of any size up to 1000, and empty past the end", async () => {
    expect((await partner.call("GET", `${path()}?page[size]=3&page[number]=5`)).json).toHaveLength(2);
    expect((await partner.call("GET", `${path()}?page[size]=1000`)).json).toHaveLength(14);
    expect((await partner.call("GET", `${path()}?page[number]=9&unknown=1`)).json).toEqual([]);
  });

  it.each(["page[size]=0", "page[size]=1001", "page[size]=x", "page[number]=0", "page[number]=-1"])(
    "but not %s",
    async (query) => {
      const reply = await partner.call("GET", `${path()}?${query}`);
      expect([reply.status, reply.json.errors[0].source.field]).toEqual([400, query.split("=")[0]]);
    },
  );
});

describe("what does not exist", () => {
  it.each([
    ["/v1/persons/x/accounts", "Couldn't find 'Solaris::Person' for id 'x'."],
    ["/v1/accounts/x/cards", "Couldn't find 'Solaris::Account' for id 'x'."],
    ["/v1/cards/x", "Couldn't find 'Solaris::CardAccount' for id 'x'."],
    ["/v1/nothing", "Couldn't find the path '/v1/nothing'."],
    ["/v1/cards/x/pin_keys/latest", "Couldn't find the path '/v1/cards/x/pin_keys/latest'."],
  ])("%s is 404", async (path, detail) => {
    const reply = await partner.call("GET", path);
    expect([reply.status, reply.json.errors[0].detail]).toEqual([404, detail]);
  });

  it.each(["/v1/cards/%zz", `/v1/cards/${"x".repeat(500)}`])(
    "nor does a path that cannot be read: %s",
    async (path) => {
      const reply = await partner.call("GET", path);
      expect([reply.status, reply.json.errors[0].code]).toEqual([404, "not_found"]);
    },
  );

  it("and the PIN key is at the older path only where that is asked for", async () => {
    const other = await createPartner();
    await other.set({ pin_key_path: "per_card" });
    const card = await other.firstCard("Ada");
    expect((await other.call("GET", "/v1/cards/pin_keys/latest")).status).toBe(404);
    expect((await other.call("GET", `/v1/cards/${card}/pin_keys/latest`)).json.alg).toBe("RS256");
    const unknown = await other.call("GET", "/v1/cards/x/pin_keys/latest");
    expect(unknown.json).toMatchObject({ status: "404", code: "model_not_found" });
    await other.sandbox.close();
  });
});

describe("a body that is not JSON", () => {
  it("is refused in the endpoint's shape, and never repeated", async () => {
    const authorization = `Bearer ${partner.token}`;
    const pin = await partner.send("POST", `/v1/cards/x/pin_update_requests`, '{"pin": 1928', { authorization });
    expect([pin.status, pin.json.errors[0].code]).toEqual([400, "invalid_json"]);
    expect(withoutIds(pin.text)).not.toContain("1928");
    const mfa = await partner.send("POST", "/v1/mfa/devices", "{}", { authorization, "content-type": "text/plain" });
    expect(mfa.json).toMatchObject({ status: 400, code: "invalid_json", error_code: "bad_request" });
    const array = await partner.send("POST", "/v1/mfa/devices", "[]", { authorization });
    expect(array.status).toBe(400);
    const large = await partner.send("POST", "/v1/mfa/devices", `"${"x".repeat(2 ** 21)}"`, { authorization });
    expect([large.status, large.json.errors[0].detail]).toEqual([413, "The request cannot be read."]);
  });
});
