// The accounts of whoever signs in at an identity provider, as Solaris lists them: what cannot be read is counted, and a card
// is missing only where everything was read.
import { describe, expect, it, onTestFinished } from "vitest";
import { listCards, requireOwnCard } from "../../src-backend/cards/list-cards.ts";
import type { LogEvent } from "../../src-backend/server-log.ts";
import { createSolaris } from "../../src-backend/solaris/solaris-client.ts";
import {
  accountId,
  card,
  cardId,
  list,
  otherAccountId,
  otherCardId,
  otherPersonId,
  personId,
  refusal,
  type Said,
  startFakeSolaris,
} from "./fake-solaris.ts";

const accountsPath = `/v1/persons/${personId}/accounts`;
const account = (id: unknown, more: object = {}) => ({ id, person_id: personId, ...more });
const cardsOf = (id: string) => `/v1/accounts/${id}/cards`;

async function setUpPerson(said: Said = list([account(accountId)])) {
  const solaris = await startFakeSolaris();
  onTestFinished(solaris.close);
  solaris.on("GET", accountsPath, said);
  const events: LogEvent[] = [];
  const config = {
    apiUrl: solaris.url,
    authUrl: `${solaris.url}/oauth2/token`,
    clientId: "client",
    clientSecret: "secret",
    timeoutMs: 5000,
  };
  const open = createSolaris(config, (event) => events.push(event), Date.now);
  const identity = {
    customerId: "ada",
    rowIds: ["ada"] as const,
    name: "Ada",
    personId,
    accountIds: null,
    signedIn: { acr: null, authTime: null },
  };
  const read = async () => {
    const { cards, ...rest } = await listCards(open(), identity);
    return { cards: cards.map(({ id }) => id), ...rest };
  };
  /** Whether the card is known to be the person's, or known not to be. */
  const judge = (id: string) =>
    requireOwnCard(open(), identity, id).then(
      () => "own",
      ({ code }: { code: string }) => code,
    );
  return { solaris, events, read, judge };
}

const whole = { cards_left_out: 0, accounts_left_out: 0, truncated: false };

describe("the accounts of a person", () => {
  it("are asked for by the person's id, page by page, when cards are", async () => {
    const { solaris, read } = await setUpPerson();
    expect(await read()).toEqual({ cards: [cardId], ...whole });
    const asked = solaris.asked("GET", accountsPath).map(({ query }) => query.get("page[number]"));
    expect(asked).toEqual(["1"]);
  });

  it("are all read, however they are paged", async () => {
    const ids = Array.from({ length: 25 }, (_, index) => `a${index}`);
    const { solaris, read } = await setUpPerson();
    solaris.on("GET", accountsPath, ({ query }) => {
      const number = Number(query.get("page[number]"));
      const page = ids.slice((number - 1) * 10, number * 10);
      return { json: page.map((id) => account(id)), headers: { total: "25", per_page: "10" } };
    });
    solaris.on("GET", cardsOf("*"), ({ path }) => list([card(`card-of-${path.split("/")[3]}`, personId)]));
    expect(await read()).toEqual({ cards: ids.map((id) => `card-of-${id}`), ...whole });
  });

  it("may be none", async () => {
    const { read, judge } = await setUpPerson(list([]));
    expect(await read()).toEqual({ cards: [], ...whole });
    expect(await judge(cardId)).toBe("ERR_NOT_FOUND");
  });

  it.each<[string, unknown]>([
    ["without an id", account(undefined)],
    ["with a number for an id", account(7)],
    ["with a path for an id", account("../cards")],
    ["with a colon in its id", account("urn:account")],
    ["with NUL in its id", account("a\0b")],
    ["with an owner that is no text", account(otherAccountId, { person_id: 7 })],
    ["that is a text", accountId],
    ["that is null", null],
    ["that is a list", [accountId]],
  ])("are counted where one cannot be read: an entry %s", async (_name, entry) => {
    const { read, judge, events } = await setUpPerson({ json: [account(accountId), entry], headers: { total: "2" } });
    expect(await read()).toEqual({ cards: [cardId], ...whole, accounts_left_out: 1 });
    expect(await judge(cardId)).toBe("own");
    expect(await judge("elsewhere")).toBe("ERR_SOLARIS_UNAVAILABLE");
    expect(events).toContainEqual({ event: "solaris_entries_skipped", operation: "list_accounts", count: 1 });
  });

  it("are said to be cut short where more were announced", async () => {
    const { read, judge } = await setUpPerson({ json: [account(accountId)], headers: { total: "2" } });
    expect(await read()).toEqual({ cards: [cardId], ...whole, truncated: true });
    expect(await judge("elsewhere")).toBe("ERR_SOLARIS_UNAVAILABLE");
  });

  it("are asked for their cards up to fifty, and the others are counted", async () => {
    const all = Array.from({ length: 53 }, (_, index) => account(`a${index}`));
    const { solaris, read, judge, events } = await setUpPerson(list(all));
    solaris.on("GET", cardsOf("*"), list([]));
    expect(await read()).toEqual({ cards: [], ...whole, accounts_left_out: 3 });
    expect(solaris.asked("GET", "/cards")).toHaveLength(50);
    expect(await judge("elsewhere")).toBe("ERR_SOLARIS_UNAVAILABLE");
    expect(events).toContainEqual({ event: "solaris_list_cut", operation: "list_accounts" });
  });

  it("add to those that Solaris refuses", async () => {
    const { solaris, read } = await setUpPerson({ json: [account(accountId), account("closed"), null] });
    solaris.on("GET", cardsOf("closed"), { status: 403, json: refusal() });
    expect(await read()).toEqual({ cards: [cardId], ...whole, accounts_left_out: 2 });
  });
});

describe("a list of accounts that is not given", () => {
  it.each<[string, Said]>([
    ["a gateway's page", { status: 200, text: "<p>", headers: { "content-type": "text/html" } }],
    ["a gateway's 404", { status: 404, text: "<h1>Not found</h1>", headers: { "content-type": "text/html" } }],
    ["an object", { json: { accounts: [] } }],
    ["a part of a list", { status: 206, json: [] }],
    ["a failure", { status: 500, json: refusal() }],
    ["a 404 about something else", { status: 404, json: refusal({ code: "route_not_found" }) }],
  ])("says nothing of any card: %s", async (_name, said) => {
    const { read, judge } = await setUpPerson(said);
    await expect(read()).rejects.toMatchObject({ code: "ERR_SOLARIS_UNAVAILABLE" });
    expect(await judge(cardId)).toBe("ERR_SOLARIS_UNAVAILABLE");
  });

  it("since Solaris knows no such person says that they are no cardholder", async () => {
    const { read, judge } = await setUpPerson({ status: 404, json: refusal({ code: "model_not_found" }) });
    await expect(read()).rejects.toMatchObject({ code: "ERR_NO_CARDHOLDER" });
    expect(await judge(cardId)).toBe("ERR_NO_CARDHOLDER");
  });

  it("on a later page says no such thing", async () => {
    const { solaris, read } = await setUpPerson();
    solaris.on("GET", accountsPath, ({ query }) =>
      query.get("page[number]") === "1"
        ? { json: [account(accountId)], headers: { total: "2" } }
        : { status: 404, json: refusal({ code: "model_not_found" }) },
    );
    await expect(read()).rejects.toMatchObject({ code: "ERR_SOLARIS_UNAVAILABLE" });
  });
});

describe("an account of somebody else", () => {
  // Attacker: a cardholder with access to an account that is another person's, or a list that has one too many.
  // Way: asks for its cards. Impact: would set the PIN of a card that is not theirs.
  const shared = account(otherAccountId, { person_id: otherPersonId });

  it("shows only the cards that name the person", async () => {
    const { solaris, read, judge } = await setUpPerson(list([account(accountId), shared]));
    const nameless = card("nameless", "");
    const nullOwner = card("null-owner", null as never);
    const noOwner = card("no-owner", undefined as never);
    const partner = card("partner-card", personId);
    solaris.on(
      "GET",
      cardsOf(otherAccountId),
      list([card(otherCardId, otherPersonId), nameless, nullOwner, noOwner, partner]),
    );
    expect(await read()).toEqual({ cards: [cardId, "partner-card"], ...whole });
    for (const id of [otherCardId, "nameless", "null-owner", "no-owner"]) {
      expect([id, await judge(id)]).toEqual([id, "ERR_NOT_FOUND"]);
    }
  });

  it.each([
    ["first", [account(otherAccountId), shared]],
    ["last", [shared, account(otherAccountId)]],
  ])("stays one where the list says both, ours %s", async (_name, accounts) => {
    const { solaris, judge } = await setUpPerson(list(accounts));
    solaris.on("GET", cardsOf(otherAccountId), list([card("nameless", null as never)]));
    expect(await judge("nameless")).not.toBe("own");
  });

  it("is the person's own where it names nobody", async () => {
    const { read } = await setUpPerson(list([{ id: accountId }, { id: otherAccountId, person_id: null }]));
    expect(await read()).toEqual({ cards: [cardId], ...whole });
  });
});
