import { createHash } from "node:crypto";
import { calculateJwkThumbprint, decodeJwt, decodeProtectedHeader, EmbeddedJWK, jwtVerify } from "jose";
import { afterEach, describe, expect, it } from "vitest";
import { catchOutput } from "../../../security/quiet-stderr.ts";
import { sessionOf } from "../../core-options.ts";
import { type SmallProvider, startSmallProvider } from "./small-provider.ts";
import { comeBack, SOON, startSignIn } from "./started-sign-in.ts";

catchOutput();
let provider: SmallProvider;
afterEach(() => provider.close());

describe.each([
  { dpop: true, par: true },
  { dpop: true, par: false },
  { dpop: false, par: true },
  { dpop: false, par: false },
])("at a provider with $dpop DPoP and $par PAR", (offers) => {
  it.each(["query", "form_post"] as const)("somebody signs in, by %s", async (responseMode) => {
    provider = await startSmallProvider(offers);
    const { handlers, opened, openedAs, fronts, asked } = startSignIn(provider, { profile: { responseMode } });
    expect(await handlers.getOverview()).toMatchObject({ customer: null, demoCustomers: null });

    const signedIn = handlers.signInWithBrowser("any");
    const address = await openedAs(1);
    const request = provider.requestAt(address);
    expect(request).toMatchObject({
      client_id: "desktop",
      response_type: "code",
      scope: "openid",
      resource: "https://cards.partner.example",
      code_challenge_method: "S256",
      redirect_uri: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/callback$/),
      ui_locales: "en",
    });
    expect([request.prompt, request.max_age]).toEqual(["login", "0"]); // at a start
    expect(request.response_mode).toBe(responseMode === "query" ? undefined : "form_post");
    if (offers.par) expect([...new URL(address).searchParams.keys()].sort()).toEqual(["client_id", "request_uri"]);

    const how = responseMode === "query" ? "GET" : "POST";
    const page = await comeBack(request.redirect_uri ?? "", provider.signIn(address), how);
    expect(page).toMatchObject({ status: 200, html: expect.stringContaining("You are signed in") });
    expect(await signedIn).toMatchObject({ customer: { name: "Ada Single" }, demoCustomers: null });
    expect([opened.length, fronts]).toEqual([1, ["front"]]);

    const [token] = provider.issued;
    const headers = asked[0] ?? expect.fail("the backend was not asked");
    expect(headers.get("authorization")).toBe(`${offers.dpop ? "DPoP" : "Bearer"} ${token}`);
    expect(headers.has("dpop")).toBe(offers.dpop);
    if (!offers.dpop) return;
    const proof = headers.get("dpop") ?? "";
    const { payload } = await jwtVerify(proof, EmbeddedJWK, { typ: "dpop+jwt", maxTokenAge: 60 });
    expect(payload).toMatchObject({
      htm: "GET",
      htu: "https://cards.partner.example/v1/me",
      ath: createHash("sha256").update(String(token)).digest("base64url"),
    });
    const thumbprint = await calculateJwkThumbprint(decodeProtectedHeader(proof).jwk ?? expect.fail("no key"));
    expect(request.dpop_jkt).toBe(thumbprint);
    expect(provider.arrivalsAt("/token")[0]?.headers.dpop).toBeDefined();
  });
});

it("each call to the backend has a proof of its own, made for it", async () => {
  provider = await startSmallProvider();
  const { handlers, openedAs, asked } = startSignIn(provider);
  const signedIn = handlers.signInWithBrowser("any");
  const address = await openedAs(1);
  await comeBack(provider.requestAt(address).redirect_uri ?? "", provider.signIn(address));
  await signedIn;
  await handlers.listCards();
  const proofs = await Promise.all(asked.map(async (headers) => jwtVerify(headers.get("dpop") ?? "", EmbeddedJWK)));
  expect(proofs.length).toBeGreaterThan(3);
  expect(new Set(proofs.map(({ payload }) => payload.jti)).size).toBe(proofs.length);
  expect(proofs.map(({ payload }) => payload.htu)).toContain("https://cards.partner.example/v1/cards");
  expect(proofs.map(({ payload }) => payload.htu)).toContain("https://cards.partner.example/v1/waits");
});

it("the provider's calls carry no cookie and the app's own name, and each POST arrives once", async () => {
  provider = await startSmallProvider();
  const { handlers, openedAs } = startSignIn(provider);
  const signedIn = handlers.signInWithBrowser("any");
  const address = await openedAs(1);
  await comeBack(provider.requestAt(address).redirect_uri ?? "", provider.signIn(address));
  await signedIn;
  for (const { headers } of provider.arrivals) {
    expect(headers.cookie).toBeUndefined();
    expect(headers["user-agent"]).toMatch(/^Cardbound\/\S+$/);
  }
  expect([provider.arrivalsAt("/par").length, provider.arrivalsAt("/token").length]).toEqual([1, 1]);
});

it("every call to the provider goes through the sign-in's own session, on a connection of its own", async () => {
  provider = await startSmallProvider();
  const story: string[] = [];
  const signInSession = {
    ...sessionOf((url, init) => {
      story.push(`${init.method} ${new URL(url).pathname}`);
      return fetch(url, init);
    }),
    closeAllConnections: async () => void story.push("close"),
  };
  const { handlers, openedAs } = startSignIn(provider, { signInSession });
  const signedIn = handlers.signInWithBrowser("any");
  const address = await openedAs(1);
  await comeBack(provider.requestAt(address).redirect_uri ?? "", provider.signIn(address));
  await signedIn;
  await handlers.signOut();
  await expect.poll(() => provider.revoked, SOON).toHaveLength(1);
  const expected = ["GET /.well-known/openid-configuration", "POST /par", "POST /token", "GET /jwks", "POST /revoke"];
  expect(story).toEqual(expected.flatMap((call) => ["close", call]));
  expect(provider.arrivals.map(({ method, url }) => `${method} ${url}`)).toEqual(expected);
});

it("a nonce that the provider wants in its proofs is given", async () => {
  provider = await startSmallProvider();
  const seen = new Set<string>();
  for (const pathname of ["/par", "/token"])
    provider.said.before.set(pathname, ({ headers }, response) => {
      if (decodeJwt(String(headers.dpop)).nonce === "a-nonce") return false;
      seen.add(pathname);
      response.writeHead(400, { "content-type": "application/json", "dpop-nonce": "a-nonce" });
      response.end(JSON.stringify({ error: "use_dpop_nonce" }));
      return true;
    });
  const { handlers, openedAs } = startSignIn(provider);
  const signedIn = handlers.signInWithBrowser("any");
  const address = await openedAs(1);
  await comeBack(provider.requestAt(address).redirect_uri ?? "", provider.signIn(address));
  expect(await signedIn).toMatchObject({ customer: { name: "Ada Single" } });
  expect([...seen]).toEqual(["/par"]); // remembered per origin
});

describe("where the computer's clock is wrong", () => {
  it.each([-600, -10, 10, 600])("by %i seconds, sign-in and proofs go by the servers' time", async (seconds) => {
    provider = await startSmallProvider();
    provider.said.ahead = seconds;
    const { handlers, openedAs, asked } = startSignIn(provider, { profile: { maxAgeSeconds: 60 } });
    const signedIn = handlers.signInWithBrowser("any");
    const address = await openedAs(1);
    await comeBack(provider.requestAt(address).redirect_uri ?? "", provider.signIn(address));
    expect(await signedIn).toMatchObject({ customer: { name: "Ada Single" } });
    const currentDate = new Date(Date.now() + seconds * 1000);
    await jwtVerify(asked[0]?.get("dpop") ?? "", EmbeddedJWK, { maxTokenAge: 5, currentDate, clockTolerance: 0 });
  });
});
