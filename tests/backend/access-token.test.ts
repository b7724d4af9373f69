import type { IncomingHttpHeaders } from "node:http";
import { PassThrough } from "node:stream";
import { expect, it } from "vitest";
import { createLog } from "../../src-backend/server-log.ts";
import { createAccessTokens } from "../../src-backend/solaris/access-token.ts";
import { routes } from "../../src-contract/api/routes.ts";
import { setUp, setUpAda } from "./backend.ts";
import { accountId, refusal, type Said } from "./fake-solaris.ts";

const cardsPath = `/v1/accounts/${accountId}/cards`;

it("the client's credentials are sent as the documents say, and only to the token endpoint", async () => {
  const { ada, solaris } = await setUpAda();
  await ada("GET", routes.cards);
  const [token] = solaris.asked("POST", "/oauth2/token");
  expect(token?.text).toBe("grant_type=client_credentials&scope=partners");
  expect(token?.headers.authorization).toBe(`Basic ${btoa("client:client-secret")}`);
  expect(token?.headers["content-type"]).toBe("application/x-www-form-urlencoded");
  const [cards] = solaris.asked("GET", cardsPath);
  expect(cards?.headers.authorization).toBe("Bearer token-1");
  expect(cards?.query.toString()).not.toContain("token");
});

it("the token is used until shortly before it ends", async () => {
  const { ada, solaris, advance } = await setUpAda();
  await ada("GET", routes.cards);
  advance(3599 - 61);
  await ada("GET", routes.cards);
  expect(solaris.asked("POST", "/oauth2/token")).toHaveLength(1);
  advance(1);
  await ada("GET", routes.cards);
  expect(solaris.asked("POST", "/oauth2/token")).toHaveLength(2);
  expect(solaris.asked("GET", cardsPath).at(-1)?.headers.authorization).toBe("Bearer token-2");
});

it("requests at the same time share one token", async () => {
  const { ada, solaris } = await setUpAda();
  await Promise.all([ada("GET", routes.cards), ada("GET", routes.devices), ada("GET", routes.cards)]);
  expect(solaris.asked("POST", "/oauth2/token")).toHaveLength(1);
});

it("a refused token is replaced once", async () => {
  const { ada, solaris } = await setUpAda();
  solaris.on("GET", cardsPath, ({ headers }) =>
    headers.authorization === "Bearer token-1"
      ? { status: 401, json: refusal({ code: "invalid_token" }) }
      : { json: [] },
  );
  expect((await ada("GET", routes.cards)).status).toBe(200);
  expect((await ada("GET", routes.cards)).status).toBe(200);
  expect(solaris.asked("POST", "/oauth2/token")).toHaveLength(2);
  expect(solaris.asked("GET", cardsPath)).toHaveLength(3);
});

it("a refused token takes away none that has replaced it meanwhile", async () => {
  const { ada, solaris } = await setUpAda();
  const refused: Said = { status: 401, json: refusal({ code: "invalid_token" }) };
  const isOld = ({ headers }: { headers: IncomingHttpHeaders }) => headers.authorization === "Bearer token-1";
  let refuse = () => {};
  const late = new Promise<Said>((resolve) => {
    refuse = () => resolve(refused);
  });
  const reached = new Promise<void>((resolve) => {
    solaris.on("GET", cardsPath, (asked) => {
      resolve();
      return isOld(asked) ? late : { json: [] };
    });
  });
  solaris.on("GET", "/v1/mfa/devices", (asked) => (isOld(asked) ? refused : { json: [] }));
  const cards = ada("GET", routes.cards);
  await reached;
  expect((await ada("GET", routes.devices)).status).toBe(200);
  refuse();
  expect((await cards).status).toBe(200);
  expect(solaris.asked("POST", "/oauth2/token")).toHaveLength(2);
});

it("a token is waited for no longer than there is time for what needs it", async () => {
  const { solaris } = await setUp();
  solaris.on("POST", "/oauth2/token", () => "silent");
  const config = { apiUrl: solaris.url, authUrl: `${solaris.url}/oauth2/token`, clientId: "a", clientSecret: "b" };
  const tokens = createAccessTokens({ ...config, timeoutMs: 600_000 }, createLog("silent", new PassThrough()), () => 0);
  const time = new AbortController();
  const token = tokens.get(time.signal);
  time.abort();
  await expect(token).rejects.toMatchObject({ sent: false, reason: "timeout" });
});

it("a token that is refused twice is no sign-in of the cardholder's, and is asked for no third time", async () => {
  const { ada, solaris } = await setUpAda();
  solaris.on("GET", cardsPath, { status: 401, json: { errors: [{ id: "e1", code: "invalid_token" }] } });
  const { status, json } = await ada("GET", routes.cards);
  expect([status, json.code]).toEqual([503, "ERR_SOLARIS_UNAVAILABLE"]);
  expect(solaris.asked("GET", cardsPath)).toHaveLength(2);
  expect(solaris.asked("POST", "/oauth2/token")).toHaveLength(2);
  solaris.on("GET", cardsPath, { json: [] });
  expect((await ada("GET", routes.cards)).status).toBe(200);
  expect(solaris.asked("GET", cardsPath).at(-1)?.headers.authorization).toBe("Bearer token-3");
});

it.each([
  ["a refusal", { status: 401, json: { error: "invalid_client" } }],
  ["HTML", { text: "<h1>busy</h1>", headers: { "content-type": "text/html" } }],
  ["no token", { json: { token_type: "bearer", expires_in: 60 } }],
  ["another kind of token", { json: { access_token: "t", token_type: "mac", expires_in: 60 } }],
  ["a token with a line break", { json: { access_token: "t\r\nx: y", token_type: "bearer", expires_in: 60 } }],
  ["a redirect", { status: 302, headers: { location: "http://127.0.0.1:1/" } }],
])("%s from the token endpoint is Solaris being unavailable, and nothing is asked of it", async (_name, said) => {
  const { ada, solaris } = await setUpAda();
  solaris.on("POST", "/oauth2/token", said);
  expect((await ada("GET", routes.cards)).json.code).toBe("ERR_SOLARIS_UNAVAILABLE");
  expect(solaris.asked("GET", cardsPath)).toEqual([]);
});

// [what the token endpoint says, for how many seconds the token is used; a tenth of its life, or a minute, is left]
it.each<[string, object, number]>([
  ["a number", { token_type: "bearer", expires_in: 3599 }, 3539],
  ["a text", { token_type: "bearer", expires_in: "3599" }, 3539],
  ["nothing", { token_type: "bearer" }, 270],
  ["null", { token_type: "bearer", expires_in: null }, 270],
  ["no number", { token_type: "bearer", expires_in: "1 hour" }, 270],
  ["an object", { token_type: "bearer", expires_in: {} }, 270],
  ["zero", { token_type: "bearer", expires_in: 0 }, 270],
  ["less than nothing", { token_type: "bearer", expires_in: -1 }, 270],
  ["less than nothing as a text", { token_type: "bearer", expires_in: "-3599" }, 270],
  ["a fraction", { token_type: "bearer", expires_in: 100.5 }, 91],
  ["more than a day", { token_type: "bearer", expires_in: 86_401 }, 86_340],
  ["milliseconds, it seems", { token_type: "bearer", expires_in: 3_599_000 }, 86_340],
  ["more than a number can hold", { token_type: "bearer", expires_in: "9".repeat(400) }, 86_340],
  ["a number, and its kind in capitals", { token_type: "BEARER", expires_in: 3599 }, 3539],
  ["a number, and no kind", { expires_in: 3599 }, 3539],
  ["a number, and null for a kind", { token_type: null, expires_in: 3599 }, 3539],
])("a token whose lifetime is %s is used, and replaced in time", async (_name, said, seconds) => {
  const { signIn, solaris, advance } = await setUp();
  // Ada's own sign-in ends earlier than some of these.
  const ask = async () => (await signIn("Ada"))("GET", routes.cards);
  solaris.on("POST", "/oauth2/token", { json: { access_token: "t", ...said } });
  expect((await ask()).status).toBe(200);
  expect(solaris.asked("GET", cardsPath).at(-1)?.headers.authorization).toBe("Bearer t");
  advance(seconds - 1);
  await ask();
  expect(solaris.asked("POST", "/oauth2/token")).toHaveLength(1);
  advance(1);
  await ask();
  expect(solaris.asked("POST", "/oauth2/token")).toHaveLength(2);
});
