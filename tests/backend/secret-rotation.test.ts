// Secrets that are exchanged while the backend runs: the file is read again once the earlier secret is refused, and the new one
// is tried once (docs/operations.md#secrets-from-files). PostgreSQL's password: tests/postgres/connection.test.ts.
import { rmSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { createRotatedSecret, type SecretSource } from "../../src-backend/secrets/rotated-secret.ts";
import { routes } from "../../src-contract/api/routes.ts";
import { setUp } from "./backend.ts";
import type { Asked, FakeSolaris } from "./fake-solaris.ts";
import { ada, setUpIdentify, token } from "./identify-by-hand.ts";
import { mountSecret } from "./mounted-secret.ts";
import { setUpSignIn } from "./signed-in-backend.ts";
import { sayJson, startLookup } from "./small-lookup.ts";

const sourceAt = (path: string, variable: SecretSource["variable"]): SecretSource => {
  return { variable, path, parse: (text) => text };
};
const secretIn = (authorization = "") => Buffer.from(authorization.slice("Basic ".length), "base64").toString();

describe("Solaris' client secret", () => {
  /** A Solaris that takes one secret, of a backend whose token has ended. */
  async function setUpRotation() {
    const mounted = mountSecret("first-secret");
    const clientSecretSource = sourceAt(mounted.path, "SOLARIS_CLIENT_SECRET");
    const all = await setUp({ solaris: { clientSecret: "first-secret", clientSecretSource } });
    const { solaris } = all;
    const takes = (secret: string, refusal: object = { status: 401, json: { error: "invalid_client" } }) =>
      solaris.on("POST", "/oauth2/token", ({ headers }) =>
        secretIn(headers.authorization) === `client:${secret}`
          ? { json: { access_token: "t", token_type: "bearer", expires_in: 60 } }
          : refusal,
      );
    const usedAt = ({ asked }: FakeSolaris) =>
      asked("POST", "/oauth2/token").map(({ headers }: Asked) =>
        secretIn(headers.authorization).slice("client:".length),
      );
    const readCards = async () => {
      all.advance(3600);
      return (await (await all.signIn("Ada"))("GET", routes.cards)).status;
    };
    return { ...all, ...mounted, takes, used: () => usedAt(solaris), readCards };
  }

  it.each([
    ["401", { status: 401, json: { error: "invalid_client" } }],
    ["400 invalid_client", { status: 400, json: { error: "invalid_client" } }],
  ])("is read again when it is refused with %s, and used from then on", async (_name, refusal) => {
    const { takes, rotate, readCards, used, logged } = await setUpRotation();
    takes("first-secret", refusal);
    expect(await readCards()).toBe(200);
    rotate("second-secret");
    expect(await readCards()).toBe(200); // the earlier one still counts
    takes("second-secret", refusal);
    expect([await readCards(), await readCards()]).toEqual([200, 200]);
    expect(used()).toEqual(["first-secret", "first-secret", "first-secret", "second-secret", "second-secret"]);
    expect(logged()).toContain('"event":"secret_read_again","variable":"SOLARIS_CLIENT_SECRET","found":"another"');
    expect(logged()).not.toContain('-secret"');
  });

  it("that is refused, and is the same in its file, is tried no second time", async () => {
    const { takes, readCards, used, logged } = await setUpRotation();
    takes("another-secret");
    expect(await readCards()).toBe(503);
    expect(used()).toEqual(["first-secret"]);
    expect(logged()).toContain('"found":"same"');
  });

  it.each([
    ["client_refused", { status: 401, json: { error: "invalid_client" } }],
    ["answer_unreadable", { status: 500, json: {} }],
  ])("is named in the log as what refuses the token alone: %s", async (event, refusal) => {
    const { takes, readCards, logged } = await setUpRotation();
    takes("another-secret", refusal);
    expect(await readCards()).toBe(503);
    expect(logged().match(/solaris_(client_refused|answer_unreadable)/g)).toEqual([`solaris_${event}`]);
    expect(logged()).toMatch(new RegExp(`"solaris_${event}",("operation":"token",)?"status":${refusal.status},`));
  });

  it("that is refused again, as it is in its file now, is tried no third time", async () => {
    const { takes, rotate, readCards, used } = await setUpRotation();
    takes("third-secret");
    rotate("second-secret");
    expect(await readCards()).toBe(503);
    expect(used()).toEqual(["first-secret", "second-secret"]);
  });

  it("whose file is gone stays the one before", async () => {
    const { path, takes, readCards, used, logged } = await setUpRotation();
    rmSync(path);
    takes("second-secret");
    expect(await readCards()).toBe(503);
    takes("first-secret");
    expect(await readCards()).toBe(200);
    expect(used()).toEqual(["first-secret", "first-secret"]);
    expect(logged()).toContain('"found":"unusable"');
  });

  it("is not read again for any other refusal", async () => {
    const { takes, rotate, readCards, used } = await setUpRotation();
    takes("second-secret", { status: 400, json: { error: "invalid_scope" } });
    rotate("second-secret");
    expect(await readCards()).toBe(503);
    expect(used()).toEqual(["first-secret"]);
  });
});

it("the look-up's token is read again on 401, once, and used from then on", async () => {
  const mounted = mountSecret("lookup-token");
  const service = await startLookup();
  let right = "lookup-token";
  service.answer((url, { headers }, response) => {
    const sub = url.pathname.split("/").at(-1);
    if (headers.authorization === `Bearer ${right}`) sayJson(response, { sub, person_id: ada });
    else sayJson(response, {}, 401);
  });
  const tokenSource = sourceAt(mounted.path, "PERSON_LOOKUP_TOKEN");
  const { identify, who, events } = setUpIdentify({ lookup: { ...service.lookup(), tokenSource } });
  await identify(token("s1"));
  right = "second-token";
  expect(await who("s2")).toBe("ERR_SIGN_IN_UNAVAILABLE");
  mounted.rotate("second-token");
  // Of several that are refused at once each may go on with what one of them has read.
  expect(await Promise.all(["s3", "s4", "s5"].map((subject) => who(subject)))).toEqual([ada, ada, ada]);
  expect(await who("s6")).toBe(ada);
  expect(service.asked.filter(({ url }) => url.endsWith("s2"))).toHaveLength(1);
  expect(service.asked.filter(({ url }) => url.endsWith("s6"))).toHaveLength(1);
  expect(events.filter(({ event }) => event === "secret_read_again")).toEqual([
    { event: "secret_read_again", variable: "PERSON_LOOKUP_TOKEN", found: "same" },
    { event: "secret_read_again", variable: "PERSON_LOOKUP_TOKEN", found: "another" },
  ]);
});

it("the introspection's secret is read again on 401, once, and used from then on", async () => {
  const mounted = mountSecret("first secret");
  const secretSource = sourceAt(mounted.path, "OIDC_INTROSPECTION_CLIENT_SECRET");
  const introspection = { id: "backend", secret: "first secret", secretSource };
  const { provider, rightClaims, withBearer } = await setUpSignIn({
    tokens: "introspection",
    signIn: { introspection },
  });
  const used: string[] = [];
  let right = "backend:first+secret";
  provider.on("/introspect", ({ headers }, response) => {
    used.push(secretIn(headers.authorization));
    const isRight = used.at(-1) === right;
    const json = isRight ? { active: true, token_type: "Bearer", ...rightClaims() } : { error: "invalid_client" };
    response.writeHead(isRight ? 200 : 401, { "content-type": "application/json" }).end(JSON.stringify(json));
  });
  expect((await withBearer("one")).status).toBe(200);
  right = "backend:second+secret";
  expect((await withBearer("two")).status).toBe(503);
  mounted.rotate("second secret");
  expect((await withBearer("three")).status).toBe(200);
  expect((await withBearer("four")).status).toBe(200);
  const [first, second] = ["backend:first+secret", "backend:second+secret"];
  expect(used).toEqual([first, first, first, second, second]);
});

it("a secret without a file is tried once, and never another", () => {
  const secret = createRotatedSecret("from the environment", undefined, () => {});
  expect([secret.isAnotherAfter("from the environment"), secret.get()]).toEqual([false, "from the environment"]);
});
