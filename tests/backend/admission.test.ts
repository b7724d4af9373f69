import { connect, type Socket } from "node:net";
import { describe, expect, it } from "vitest";
import { problem } from "../../src-contract/api/problem-schema.ts";
import { routes } from "../../src-contract/api/routes.ts";
import { ask, setUp } from "./backend.ts";
import { customerRoutes } from "./customer-routes.ts";
import { accountId, card, cardId, personId } from "./fake-solaris.ts";
import { usual } from "./usual-config.ts";

const limited = (count: number, seconds: number) => {
  return { config: { limits: { ...usual.limits, requests: { count, seconds } } } };
};
/** As many of one customer's requests as are worked on at a time, and as many more as wait. */
const PLACES = 8;
const MOST_WAITING = 32;
const cardsOfAda = `/v1/accounts/${accountId}/cards`;

describe("a customer who asks too often", () => {
  it("is refused by every route, with the time to wait, before anything is read or asked of Solaris", async () => {
    const { url, solaris, getToken, advance } = await setUp(limited(1, 100));
    const authorization = `Bearer ${await getToken("Ada")}`;
    expect((await ask(url + routes.me, "GET", undefined, { authorization })).status).toBe(200);
    advance(30);
    const answers = await Promise.all(
      customerRoutes.map(([method, route]) =>
        ask(url + route, method, method === "POST" ? "{" : undefined, { authorization }),
      ),
    );
    for (const { status, headers, json } of answers) {
      expect([status, headers.get("retry-after")]).toEqual([429, "70"]);
      expect(headers.get("content-type")).toContain("application/problem+json");
      expect(problem.parse(json)).toMatchObject({ code: "ERR_TOO_MANY_REQUESTS", retry_after_seconds: 70 });
    }
    expect(solaris.all).toEqual([]);
  });

  it("is alone in it, and asks again when the time is over, however the computer's clock jumps", async () => {
    const { signIn, advance, jump, logged } = await setUp(limited(2, 100));
    const [ada, bob] = [await signIn("Ada"), await signIn("Bob")];
    const me = async (customer: typeof ada) => (await customer("GET", routes.me)).status;
    expect([await me(ada), await me(ada)]).toEqual([200, 200]);
    jump(3600);
    expect([await me(ada), await me(bob)]).toEqual([429, 200]);
    jump(-7200);
    advance(99);
    expect(await me(ada)).toBe(429);
    advance(1);
    expect(await me(ada)).toBe(200);
    expect(logged().match(/"event":"limit_reached","action":"request"/g)).toHaveLength(1);
  });
});

describe("a customer who asks for too much at once", () => {
  /** Ada asks for her cards, and Solaris does not answer before it is told to. */
  const setUpSlow = async () => {
    const all = await setUp();
    let answer = (): void => {};
    const answered = new Promise<void>((resolve) => {
      answer = resolve;
    });
    all.solaris.on("GET", cardsOfAda, () => answered.then(() => ({ json: [card(cardId, personId)] })));
    const begun = () => all.solaris.asked("GET", cardsOfAda).length;
    return { ...all, answer, begun };
  };

  it("has eight worked on, and the others wait, which nobody else has to", async () => {
    const { signIn, answer, begun } = await setUpSlow();
    const [ada, bob] = [await signIn("Ada"), await signIn("Bob")];
    const asking = Array.from({ length: PLACES + 3 }, () => ada("GET", routes.cards));
    await expect.poll(begun).toBe(PLACES);
    expect((await bob("GET", routes.cards)).json.cards).toHaveLength(1);
    expect(begun()).toBe(PLACES);
    answer();
    expect((await Promise.all(asking)).map(({ status }) => status)).toEqual(Array(PLACES + 3).fill(200));
  });

  it("is refused beyond those that can wait, and not for long", async () => {
    const { signIn, answer, begun } = await setUpSlow();
    const ada = await signIn("Ada");
    const asking = Array.from({ length: PLACES + MOST_WAITING + 1 }, () => ada("GET", routes.cards));
    const first = await Promise.race(asking);
    expect([first.status, first.json.code, first.json.retry_after_seconds]).toEqual([429, "ERR_TOO_MANY_REQUESTS", 1]);
    expect(begun()).toBe(PLACES);
    answer();
    const statuses = (await Promise.all(asking)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(PLACES + MOST_WAITING);
    expect((await ada("GET", routes.me)).status).toBe(200);
  });

  it("has no more worked on by hanging up, and gets each place back", async () => {
    const { url, getToken, signIn, answer, begun } = await setUpSlow();
    const token = await getToken("Ada");
    const sockets = await send(
      url,
      PLACES,
      `GET ${routes.cards} HTTP/1.1`,
      "host: a",
      `authorization: Bearer ${token}`,
      "",
    );
    await expect.poll(begun).toBe(PLACES);
    for (const socket of sockets) socket.destroy();
    const later = ask(url + routes.cards, "GET", undefined, { authorization: `Bearer ${token}` });
    // Somebody else's request, which goes the same way and came later, has been answered.
    expect((await (await signIn("Bob"))("GET", routes.cards)).status).toBe(200);
    expect(begun()).toBe(PLACES);
    answer();
    expect((await later).status).toBe(200);
  });

  it("has nothing done for requests that hung up before their turn", async () => {
    const { url, solaris, getToken, signIn, answer, begun } = await setUpSlow();
    const lines = [`GET ${routes.cards} HTTP/1.1`, "host: a", `authorization: Bearer ${await getToken("Ada")}`, ""];
    const sockets = await send(url, PLACES + 3, ...lines);
    await expect.poll(begun).toBe(PLACES);
    expect((await (await signIn("Bob"))("GET", routes.cards)).status).toBe(200);
    for (const socket of sockets) socket.destroy();
    // They have gone by the time that this one, which came later, is answered.
    await ask(url + routes.health, "GET");
    const ada = await signIn("Ada");
    answer();
    expect((await ada("GET", routes.cards)).status).toBe(200);
    const first = solaris.asked("GET", cardsOfAda).filter(({ query }) => query.get("page[number]") === "1");
    expect(first).toHaveLength(PLACES + 1);
  });

  it("gets back the places of requests that were never sent to the end", async () => {
    const { url, getToken } = await setUp();
    const token = await getToken("Ada");
    const head = [`POST ${routes.devices} HTTP/1.1`, "host: a", `authorization: Bearer ${token}`];
    const body = ["content-type: application/json", "content-length: 100", "", "{"];
    const sockets = await send(url, PLACES + 1, ...head, ...body);
    // They have come by the time that this one, which came later, is answered.
    await ask(url + routes.health, "GET");
    for (const socket of sockets) socket.destroy();
    expect((await ask(url + routes.me, "GET", undefined, { authorization: `Bearer ${token}` })).status).toBe(200);
  });
});

/** Sends the same lines over several connections. */
function send(url: string, connections: number, ...lines: string[]): Promise<Socket[]> {
  const sockets = Array.from({ length: connections }, () => connect(Number(new URL(url).port), "127.0.0.1"));
  const sent = (socket: Socket) =>
    new Promise<Socket>((resolve) => socket.write(`${lines.join("\r\n")}\r\n`, () => resolve(socket)));
  return Promise.all(sockets.map(sent));
}
