// From a token to a changed PIN: the person of the token, their accounts at Solaris, and rows that survive a changed secret.
import { describe, expect, it, onTestFinished } from "vitest";
import { customerIdOf } from "../../src-backend/sign-in/customer-ids.ts";
import type { PersonConfig } from "../../src-backend/sign-in/identify-person.ts";
import { routes } from "../../src-contract/api/routes.ts";
import { startSandbox } from "../../src-sandbox/start-sandbox.ts";
import { type Ask, ask, path, pinChange } from "./backend.ts";
import {
  accountId,
  cardId,
  deviceId,
  list,
  otherAccountId,
  otherCardId,
  otherPersonId,
  personId,
} from "./fake-solaris.ts";
import { ownDatabase, writtenIn } from "./own-database.ts";
import { changesOf, code } from "./pin-change-steps.ts";
import { setUpSignIn } from "./signed-in-backend.ts";

const before = { current: "the-first-secret-of-the-ids-in-rows" };
const since = { current: "another-secret-of-the-ids-in-rows-2", previous: before.current };

async function setUpPersons(persons: Partial<PersonConfig> = { claim: "person_id" }) {
  const database = await ownDatabase();
  const signIn = { persons: { nameClaim: "name", ...persons } };
  const all = await setUpSignIn({ signIn, config: { database, rowSecrets: before } });
  const { solaris, token, askWith } = all;
  for (const [person, account] of [
    [personId, accountId],
    [otherPersonId, otherAccountId],
  ]) {
    solaris.on("GET", `/v1/persons/${person}/accounts`, list([{ id: account, person_id: person }]));
  }
  const signedIn = (claims: Record<string, unknown> = {}): Ask => askWith(token({ claims }));
  const written = () => writtenIn(database);
  return { ...all, signedIn, written };
}

const bob = { sub: "subject-of-bob", person_id: otherPersonId, name: "Bob" };

describe("the person of a token", () => {
  it("sees their own cards, and changes a PIN of theirs alone", async () => {
    const { signedIn, solaris } = await setUpPersons();
    const ada = signedIn();
    expect((await ada("GET", routes.me)).json).toMatchObject({ customer_id: customerIdOf(personId), name: "Ada" });
    expect((await ada("GET", routes.cards)).json.cards).toMatchObject([{ id: cardId }]);
    expect((await ada("POST", path.pinChanges(cardId), pinChange(deviceId))).status).toBe(200);
    expect(code(await ada("POST", path.pinChanges(otherCardId), pinChange(deviceId)))).toBe("ERR_NOT_FOUND");
    const other = signedIn(bob);
    expect((await other("GET", routes.cards)).json.cards).toMatchObject([{ id: otherCardId }]);
    expect(code(await other("GET", path.pinKey(cardId)))).toBe("ERR_NOT_FOUND");
    expect(changesOf(solaris)).toBe(1);
  });

  it("is asked about at Solaris only when cards are", async () => {
    const { signedIn, solaris } = await setUpPersons();
    const ada = signedIn();
    for (const route of [routes.me, routes.policy, routes.waits, routes.devices]) await ada("GET", route);
    expect(solaris.asked("GET", "/accounts")).toEqual([]);
    await ada("GET", routes.cards);
    expect(solaris.asked("GET", "/accounts")).toHaveLength(1);
  });

  it("is the same one after a change of the identity provider: the ledger goes by the person", async () => {
    const { signedIn, solaris } = await setUpPersons();
    const body = pinChange(deviceId);
    await signedIn({ sub: "at-the-first" })("POST", path.pinChanges(cardId), body);
    const ada = signedIn({ sub: "at-the-second" });
    expect((await ada("POST", path.settlement(body.request_id))).json.state).toBe("changed");
    expect((await ada("POST", path.pinChanges(cardId), body)).status).toBe(200);
    expect(changesOf(solaris)).toBe(1);
  });

  it("is known before and after a changed secret: what was sent is settled, and not sent again", async () => {
    const { signedIn, solaris, restart } = await setUpPersons();
    const body = pinChange(deviceId);
    await signedIn()("POST", path.pinChanges(cardId), body);
    await restart({ rowSecrets: since });
    const ada = signedIn();
    expect((await ada("POST", path.settlement(body.request_id))).json.state).toBe("changed");
    expect((await ada("POST", path.pinChanges(cardId), body)).status).toBe(200);
    expect((await ada("GET", routes.me)).json.customer_id).toBe(customerIdOf(personId));
    expect((await signedIn(bob)("POST", path.settlement(body.request_id))).json.state).toBe("not_received");
    expect(changesOf(solaris)).toBe(1);
  });

  // Attacker: whoever reads the database's files or the log. Way: looks for a name.
  // Impact: would know who changed a PIN.
  it("is in no row and no line of the log, with none of their names", async () => {
    const { signedIn, written, logged } = await setUpPersons();
    const name = "Marked Name";
    const ada = signedIn({ sub: "marked-subject", name });
    await ada("GET", routes.cards);
    await ada("POST", path.pinChanges(cardId), pinChange(deviceId));
    await signedIn({ sub: "marked-subject", person_id: "marked:person" })("GET", routes.cards);
    expect(await written()).toContain(cardId);
    expect(logged()).toContain("claim_unusable");
    for (const absent of ["marked-subject", name, "marked:person", personId, customerIdOf(personId), before.current]) {
      expect([absent, (await written()).includes(absent), logged().includes(absent)]).toEqual([absent, false, false]);
    }
  });
});

describe("a token that is nobody's", () => {
  it.each([
    ["without the claim", { person_id: undefined }, "claim_missing"],
    ["with a claim that is no id", { person_id: [personId] }, "claim_unusable"],
  ])("%s is refused with 403, which asks for no other sign-in", async (_name, claims, reason) => {
    const { signedIn, reasons, solaris } = await setUpPersons();
    for (const [method, to, body] of [
      ["GET", routes.me],
      ["GET", routes.cards],
      ["POST", path.pinChanges(cardId), pinChange(deviceId)],
    ] as const) {
      const answer = await signedIn(claims)(method, to, body);
      expect([answer.status, code(answer)]).toEqual([403, "ERR_NO_CARDHOLDER"]);
      expect(answer.headers.get("www-authenticate")).toBeNull();
    }
    expect(reasons()).toEqual([reason, reason, reason]);
    expect(solaris.all).toEqual([]);
  });

  it("as Solaris says, is refused where cards are asked for, and no PIN is changed", async () => {
    const { signedIn, solaris } = await setUpPersons();
    const ada = signedIn();
    solaris.on("GET", `/v1/persons/${personId}/accounts`, { status: 404, json: { id: "e1", code: "model_not_found" } });
    expect(code(await ada("GET", routes.cards))).toBe("ERR_NO_CARDHOLDER");
    const body = pinChange(deviceId);
    expect(code(await ada("POST", path.pinChanges(cardId), body))).toBe("ERR_NO_CARDHOLDER");
    expect((await ada("POST", path.settlement(body.request_id))).json).toMatchObject({ state: "refused" });
    expect(changesOf(solaris)).toBe(0);
  });
});

it("a look-up that is away is 503, and once it is back the person is found", async () => {
  // The small provider stands in for the partner's service too.
  const all = await setUpSignIn({ spoil: (provider) => provider.say("/people/subject-of-ada", () => ({}), 502) });
  const lookup = { url: `${all.provider.issuer}/people/{sub}`, token: "lookup-token", timeoutMs: 2000 };
  await all.restart({ signIn: { ...all.signInConfig, persons: { nameClaim: "name", lookup } } });
  const me = () => all.askWith(all.token())("GET", routes.me);
  const away = await me();
  expect([away.status, code(away)]).toEqual([503, "ERR_SIGN_IN_UNAVAILABLE"]);
  all.provider.say("/people/subject-of-ada", () => ({ sub: "subject-of-ada", person_id: otherPersonId, name: "Bob" }));
  expect((await me()).json).toMatchObject({ customer_id: customerIdOf(otherPersonId), name: "Bob" });
});

describe("the accounts at the sandbox", () => {
  async function setUpSandbox() {
    const sandbox = await startSandbox({});
    onTestFinished(sandbox.close);
    const people: { name: string; person_id: string }[] = (await ask(`${sandbox.url}/sandbox/customers`, "GET")).json;
    const solaris = {
      apiUrl: sandbox.url,
      authUrl: `${sandbox.url}/oauth2/token`,
      clientId: "cardbound-demo",
      clientSecret: "cardbound-demo-secret",
      timeoutMs: 5000,
    };
    const { token, askWith } = await setUpSignIn({ config: { solaris } });
    const cards = (name: string) => {
      const person_id = people.find((one) => one.name === name)?.person_id ?? `nobody-${name.length}`;
      return askWith(token({ claims: { sub: name, person_id, name } }))("GET", routes.cards);
    };
    const fault = (plan: object) => ask(`${sandbox.url}/sandbox/faults`, "POST", { operation: "accounts", ...plan });
    return { cards, fault };
  }

  it("are a person's own, of each of them", async () => {
    const { cards } = await setUpSandbox();
    const { json } = await cards("Victor Many");
    expect(json.cards).toHaveLength(23);
    expect(json).toMatchObject({ cards_left_out: 0, accounts_left_out: 0, truncated: false });
    expect((await cards("Ada Single")).json.cards).toHaveLength(1);
    expect((await cards("Nora Null")).json.cards).toEqual([]);
    expect(code(await cards("Somebody Else"))).toBe("ERR_NO_CARDHOLDER");
  });

  it.each<[string, object, string]>([
    ["a failure", { kind: "status", status: 500 }, "ERR_SOLARIS_UNAVAILABLE"],
    ["a limit", { kind: "status", status: 429 }, "ERR_TOO_MANY_REQUESTS"],
    ["a gateway's page", { kind: "status", status: 404, shape: "html" }, "ERR_SOLARIS_UNAVAILABLE"],
    ["no answer", { kind: "drop_after" }, "ERR_SOLARIS_UNAVAILABLE"],
    ["half of a list", { kind: "answer", status: 200, body: '[{"id":', is_done: true }, "ERR_SOLARIS_UNAVAILABLE"],
  ])("are nobody's while the list is answered with %s, and there again afterwards", async (_name, plan, expected) => {
    const { cards, fault } = await setUpSandbox();
    expect((await fault(plan)).status).toBeLessThan(300);
    expect(code(await cards("Ada Single"))).toBe(expected);
    expect((await cards("Ada Single")).json.cards).toHaveLength(1);
  });

  it("are counted where an entry cannot be read", async () => {
    const { cards, fault } = await setUpSandbox();
    await fault({ kind: "answer", status: 200, body: '[{"id":"../x"},null]', is_done: true });
    expect((await cards("Ada Single")).json).toMatchObject({ cards: [], accounts_left_out: 2, truncated: false });
  });
});
