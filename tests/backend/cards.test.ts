import { describe, expect, it } from "vitest";
import { routes } from "../../src-contract/api/routes.ts";
import { demoCustomers, path, setUpAda } from "./backend.ts";
import { accountId, card, cardId, otherPersonId, personId, pinKey, refusal } from "./fake-solaris.ts";

const cardsPath = `/v1/accounts/${accountId}/cards`;
const ids = (json: { cards: { id: string }[] }) => json.cards.map((one) => one.id);

describe("the list of cards", () => {
  it("shows a card as the published schema says", async () => {
    const { ada } = await setUpAda();
    expect((await ada("GET", routes.cards)).json).toEqual({
      cards: [
        {
          id: cardId,
          status: "ACTIVE",
          type: "MASTERCARD_DEBIT",
          masked_pan: "537458******4567",
          name_on_card: "STALLONE SLY",
          expires: "12/30",
        },
      ],
      cards_left_out: 0,
      accounts_left_out: 0,
      truncated: false,
    });
  });

  it("bears what is missing or unknown, and leaves out only what cannot be read at all", async () => {
    const { ada, solaris, logged } = await setUpAda();
    solaris.on("GET", cardsPath, {
      json: [
        { id: "bare", expiration_date: "2020-12-30" },
        { id: "odd", status: 7, type: "GIROCARD", representation: "none", person_id: personId },
        { status: "ACTIVE" },
        { id: "../../admin" },
        null,
      ],
    });
    const { json } = await ada("GET", routes.cards);
    expect(json.cards).toEqual([
      { id: "bare", status: "UNKNOWN", type: "UNKNOWN", masked_pan: "", name_on_card: "", expires: "12/20" },
      { id: "odd", status: "UNKNOWN", type: "GIROCARD", masked_pan: "", name_on_card: "", expires: "" },
    ]);
    expect(logged()).toContain('"event":"solaris_entries_skipped","operation":"list_cards","count":3');
  });

  it("never shows more of a card number than its first six and last four digits", async () => {
    const { ada, solaris } = await setUpAda();
    const representation = { masked_pan: "5374580000004567" };
    solaris.on("GET", cardsPath, { json: [card("c1", personId, { representation })] });
    const { json, text } = await ada("GET", routes.cards);
    expect(json.cards[0].masked_pan).toBe("************4567");
    expect(text).not.toContain("537458");
  });

  it("shows only the customer's cards of a shared account", async () => {
    const { ada, solaris } = await setUpAda();
    solaris.on("GET", cardsPath, { json: [card("mine", personId), card("theirs", otherPersonId)] });
    expect(ids((await ada("GET", routes.cards)).json)).toEqual(["mine"]);
  });

  it("shows the cards of all accounts, even when one has ended", async () => {
    const accounts = [accountId, "endedcacc", "secondcacc"];
    const { ada, solaris } = await setUpAda({
      config: { demoCustomers: [{ ...demoCustomers[0], accounts } as never] },
    });
    solaris.on("GET", "/v1/accounts/endedcacc/cards", { status: 404, json: refusal() });
    solaris.on("GET", "/v1/accounts/secondcacc/cards", { json: [card("second", personId)] });
    const { json } = await ada("GET", routes.cards);
    expect(ids(json)).toEqual([cardId, "second"]);
    expect(json.accounts_left_out).toBe(1);
  });

  it("stays within the 64 KiB that the app reads", async () => {
    const { ada, solaris } = await setUpAda();
    const long = { status: "S".repeat(64), type: "T".repeat(64), representation: { line_1: "N".repeat(64) } };
    const all = Array.from({ length: 300 }, (_, index) => card(`${index}`.padStart(64, "c"), personId, long));
    solaris.on("GET", cardsPath, ({ query }) => {
      const number = Number(query.get("page[number]"));
      return { json: all.slice((number - 1) * 100, number * 100) };
    });
    const { status, text } = await ada("GET", routes.cards);
    expect(status).toBe(200);
    expect(text.length).toBeLessThan(64 * 1024);
    // Those beyond are the customer's all the same.
    expect((await ada("GET", path.pinKey(all[299]?.id ?? ""))).status).toBe(200);
  });
});

describe("paging", () => {
  const all = Array.from({ length: 250 }, (_, index) => card(`card${index}`, personId));
  const slice = (query: URLSearchParams, size = 100) => {
    const number = Number(query.get("page[number]"));
    return { number, json: all.slice((number - 1) * size, number * size) };
  };

  it("follows the next link's page number, and never the link itself", async () => {
    const { ada, solaris } = await setUpAda();
    solaris.on("GET", cardsPath, ({ query }) => {
      const { number, json } = slice(query);
      const link = `<http://127.0.0.1:1/first?page[number]=1>; rel="first", <http://127.0.0.1:1/steal?page%5Bnumber%5D=${number + 1}&page[size]=9>; rel="next"`;
      return { json, headers: number < 3 ? { link } : { link: '<http://127.0.0.1:1/>; rel="last"' } };
    });
    expect((await ada("GET", path.pinKey("card249"))).status).toBe(200);
    const asked = solaris.asked("GET", cardsPath);
    expect(asked.map((one) => one.query.get("page[number]"))).toEqual(["1", "2", "3"]);
    expect(asked.every((one) => one.query.get("page[size]") === "100")).toBe(true);
  });

  it("goes by the total where there are no links", async () => {
    const { ada, solaris } = await setUpAda();
    solaris.on("GET", cardsPath, ({ query }) => ({
      json: slice(query, 50).json,
      headers: { total: "250", per_page: "50" },
    }));
    expect((await ada("GET", path.pinKey("card249"))).status).toBe(200);
    expect(solaris.asked("GET", cardsPath)).toHaveLength(5);
  });

  it("goes on until nothing new comes where there is neither", async () => {
    const { ada, solaris } = await setUpAda();
    solaris.on("GET", cardsPath, ({ query }) => ({ json: slice(query).json }));
    expect((await ada("GET", path.pinKey("card249"))).status).toBe(200);
    expect(solaris.asked("GET", cardsPath)).toHaveLength(4);
  });

  it("does not go round in circles, nor on for ever", async () => {
    const { ada, solaris } = await setUpAda();
    solaris.on("GET", cardsPath, { json: [card("c", personId)], headers: { link: '</?page[number]=1>; rel="next"' } });
    expect((await ada("GET", routes.cards)).json.truncated).toBe(true);
    expect(solaris.asked("GET", cardsPath)).toHaveLength(2);
    solaris.on("GET", cardsPath, ({ query }) => {
      const next = Number(query.get("page[number]")) + 1;
      return { json: [card(`c${next}`, personId)], headers: { link: `</?page[number]=${next}>; rel=next` } };
    });
    const { json } = await ada("GET", routes.cards);
    expect([json.cards.length, json.truncated]).toEqual([20, true]);
    expect(solaris.asked("GET", cardsPath)).toHaveLength(2 + 20);
  });
});

describe("the PIN key", () => {
  it("is passed on as it is, and fetched each time", async () => {
    const { ada, solaris } = await setUpAda();
    expect((await ada("GET", path.pinKey(cardId))).json).toEqual(pinKey);
    const { json, headers } = await ada("GET", path.pinKey(cardId));
    expect(json).toEqual(pinKey);
    expect(headers.get("cache-control")).toBe("no-store");
    expect(solaris.asked("GET", "/v1/cards/pin_keys/latest")).toHaveLength(2);
    expect(solaris.asked("GET", `/v1/cards/${cardId}/pin_keys/latest`)).toHaveLength(0);
  });

  it("comes from the card's own path where the global one does not exist", async () => {
    const { ada, solaris } = await setUpAda();
    solaris.on("GET", "/v1/cards/pin_keys/latest", { status: 404, json: refusal() });
    solaris.on("GET", `/v1/cards/${cardId}/pin_keys/latest`, { json: pinKey });
    expect((await ada("GET", path.pinKey(cardId))).json).toEqual(pinKey);
  });

  it.each([500, 403])("is not looked for elsewhere after a %d", async (status) => {
    const { ada, solaris } = await setUpAda();
    solaris.on("GET", "/v1/cards/pin_keys/latest", { status, json: refusal() });
    expect((await ada("GET", path.pinKey(cardId))).status).toBeGreaterThanOrEqual(400);
    expect(solaris.asked("GET", `/v1/cards/${cardId}/pin_keys/latest`)).toHaveLength(0);
  });

  it.each([
    ["is another kind of key", { ...pinKey, kty: "EC" }],
    ["has no kid", { ...pinKey, kid: undefined }],
    ["has a modulus that is not Base64URL", { ...pinKey, n: "a+b/" }],
  ])("is not passed on when it %s", async (_name, key) => {
    const { ada, solaris } = await setUpAda();
    solaris.on("GET", "/v1/cards/pin_keys/latest", { json: key });
    expect((await ada("GET", path.pinKey(cardId))).json.code).toBe("ERR_SOLARIS_UNAVAILABLE");
  });

  it("never carries a private member on to the app", async () => {
    const { ada, solaris } = await setUpAda();
    solaris.on("GET", "/v1/cards/pin_keys/latest", { json: { ...pinKey, d: "private" } });
    expect((await ada("GET", path.pinKey(cardId))).json).toEqual(pinKey);
  });
});
