import { generateKeyPair, UnsecuredJWT } from "jose";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { catchOutput } from "../../../security/quiet-stderr.ts";
import { json } from "../../backend/one-server.ts";
import { type SmallProvider, signWith, startSmallProvider } from "./small-provider.ts";
import { comeBack, SOON, startSignIn } from "./started-sign-in.ts";

const output = catchOutput();
let provider: SmallProvider;
beforeEach(async () => {
  provider = await startSmallProvider();
});
afterEach(() => provider.close());

/** Somebody has opened the provider's page. */
async function opened(given?: Parameters<typeof startSignIn>[1]) {
  const started = startSignIn(provider, given);
  const ended = started.handlers.signInWithBrowser("any").then(
    () => "signed in",
    ({ code }: { code: string }) => code,
  );
  const address = await started.openedAs(1);
  const redirectUri = provider.requestAt(address).redirect_uri ?? "";
  return { ...started, ended, address, redirectUri, good: provider.signIn(address) };
}

/** Still the sign-in of before: the good answer completes it. */
async function expectItGoesOn({ redirectUri, good, ended }: Awaited<ReturnType<typeof opened>>) {
  expect((await comeBack(redirectUri, good)).status).toBe(200);
  expect(await ended).toBe("signed in");
}

describe("an answer that is not this sign-in's", () => {
  it.each<[string, (good: Record<string, string>) => Record<string, string>]>([
    ["with another state", (good) => ({ ...good, state: "another" })],
    ["without a state", ({ state: _, ...good }) => good],
    ["of another issuer", (good) => ({ ...good, iss: "https://evil.example" })],
    ["without the issuer that this provider names", ({ iss: _, ...good }) => good],
    ["with neither code nor error", ({ code: _, ...good }) => good],
    ["that is an error with another state", () => ({ error: "access_denied", state: "another" })],
    ["that is an error without a state", () => ({ error: "access_denied" })],
    [
      "that is an error of another issuer",
      ({ state = "" }) => ({ error: "access_denied", state, iss: "https://e.example" }),
    ],
    ["that is an error without an issuer", ({ state = "" }) => ({ error: "access_denied", state })],
  ])("%s gets a page, and the sign-in goes on", async (_name, change) => {
    const sign = await opened();
    const page = await comeBack(sign.redirectUri, change(sign.good));
    expect(page).toMatchObject({ status: 404, html: expect.stringContaining("There is nothing here") });
    expect(provider.arrivalsAt("/token")).toEqual([]);
    await expectItGoesOn(sign);
  });
});

describe("an answer of the provider", () => {
  it.each([
    ["access_denied", "ERR_SIGN_IN_DENIED"],
    ["temporarily_unavailable", "ERR_SIGN_IN_UNAVAILABLE"],
    ["server_error", "ERR_SIGN_IN_UNAVAILABLE"],
    ["login_required", "ERR_SIGN_IN_FAILED"],
    ["<script>", "ERR_SIGN_IN_FAILED"],
  ])("that says %s ends the sign-in with %s", async (error, code) => {
    const { redirectUri, good, ended, handlers, fronts } = await opened();
    const { state = "", iss = "" } = good;
    const page = await comeBack(redirectUri, { error, error_description: "<b>words</b>", state, iss });
    expect(page).toMatchObject({ status: 200, html: expect.stringContaining("The sign-in did not work") });
    expect(page.html).not.toContain("words");
    expect([await ended, fronts]).toEqual([code, ["front"]]);
    const noted = error === "<script>" ? "other" : error;
    expect(output.text()).toContain(`"event":"provider_refused","error":"${noted}"`);
    expect(output.text()).not.toMatch(/script|words/);
    expect(await handlers.getOverview()).toMatchObject({ customer: null });
  });
});

describe("an ID token", () => {
  const now = () => Math.floor(Date.now() / 1000);
  const changed = (change: Record<string, unknown>) => () => {
    provider.said.claims = (claims) => ({ ...claims, ...change });
  };
  it.each<[string, () => unknown]>([
    ["for another sign-in (nonce)", changed({ nonce: "another" })],
    ["for none (no nonce)", changed({ nonce: undefined })],
    ["of another issuer", changed({ iss: "https://evil.example" })],
    ["for another client", changed({ aud: "another" })],
    ["for another client too, with nobody named as its party", changed({ aud: ["desktop", "another"] })],
    ["that another client asked for", changed({ aud: ["desktop", "another"], azp: "another" })],
    ["that another client asked for, for us alone", changed({ azp: "another" })],
    ["that has expired", changed({ iat: now() - 700, exp: now() - 600 })],
    ["that never expires", changed({ exp: undefined })],
    ["of nobody", changed({ sub: undefined })],
    [
      "that another key has signed",
      async () => {
        const other = await generateKeyPair("ES256");
        provider.said.sign = (claims) => signWith(other.privateKey, claims);
      },
    ],
    [
      "of a key that is not the provider's",
      async () => {
        const other = await generateKeyPair("ES256");
        provider.said.sign = (claims) => signWith(other.privateKey, claims, "another");
      },
    ],
    [
      "that nobody has signed",
      () => {
        provider.said.sign = async (claims) => new UnsecuredJWT(claims).encode();
        provider.said.metadata = { id_token_signing_alg_values_supported: ["ES256", "none"] };
      },
    ],
    ["that is none", () => void Object.assign(provider.said, { sign: async () => "a.b.c" })],
    ["of a sign-in yet to come, as of a wrong zone", changed({ auth_time: now() + 900 })],
    ["of a sign-in told in milliseconds", changed({ auth_time: Date.now() })],
  ])("%s signs nobody in", async (_name, prepare) => {
    await prepare();
    const { redirectUri, good, ended, handlers, asked } = await opened();
    expect((await comeBack(redirectUri, good)).html).toContain("The sign-in did not work");
    expect(await ended).toBe("ERR_SIGN_IN_FAILED");
    expect([await handlers.getOverview(), asked]).toMatchObject([{ customer: null }, []]);
    expect(output.text()).toContain('"event":"provider_answer_unusable"');
  });

  it.each([
    ["claim", { nonce: "another" }],
    ["azp", { azp: "another" }],
    ["auth_time", { auth_time: now() - 3600 }],
    ["time", { iat: now() - 700, exp: now() - 600 }],
    ["response", { sub: undefined }],
  ])("is refused with the reason %s in the log, and nothing of itself", async (reason, change) => {
    changed(change)();
    const { redirectUri, good, ended } = await opened();
    await comeBack(redirectUri, good);
    expect(await ended).toBe("ERR_SIGN_IN_FAILED");
    expect(output.text()).toContain(`"event":"provider_answer_unusable","reason":"${reason}"}`);
    expect(output.text()).not.toContain("another");
  });

  it("that we refuse ourselves has its access token given back", async () => {
    changed({ azp: "another" })();
    const { redirectUri, good, ended } = await opened();
    await comeBack(redirectUri, good);
    expect(await ended).toBe("ERR_SIGN_IN_FAILED");
    await expect.poll(() => provider.revoked, SOON).toEqual([provider.issued[0]]);
  });

  it.each([
    ["too old", 120],
    ["without its time", undefined],
  ])("of a sign-in at the provider that is %s renews nobody's", async (_name, age) => {
    const { handlers, openedAs, ...first } = await opened({ profile: { maxAgeSeconds: 60 } });
    await expectItGoesOn({ handlers, openedAs, ...first });
    provider.said.claims = (claims) => ({ ...claims, auth_time: age === undefined ? undefined : now() - age });
    const again = handlers.signInWithBrowser("any").catch(({ code }: { code: string }) => code);
    const address = await openedAs(2);
    const request = provider.requestAt(address);
    expect([request.prompt, request.max_age]).toEqual([undefined, "60"]);
    await comeBack(request.redirect_uri ?? "", provider.signIn(address));
    expect(await again).toBe("ERR_SIGN_IN_FAILED");
  });

  it.each([
    ["urn:two", []],
    ["urn:one", ["sign_in_weaker_than_asked"]],
  ])("of the kind %s is taken, and a weaker one than asked is noted", async (acr, noted) => {
    provider.said.claims = (claims) => ({ ...claims, acr });
    const { redirectUri, good, ended, address } = await opened({ profile: { acrValues: ["urn:two"] } });
    expect(provider.requestAt(address).acr_values).toBe("urn:two");
    await comeBack(redirectUri, good);
    expect(await ended).toBe("signed in");
    expect(output.text().match(/sign_in_weaker_than_asked/g) ?? []).toEqual(noted);
  });
});

describe("the exchange of the code", () => {
  it("happens once: the page may be reloaded while it runs, and afterwards", async () => {
    const { redirectUri, good, ended } = await opened();
    const pages = await Promise.all([1, 2, 3].map(() => comeBack(redirectUri, good)));
    pages.push(await comeBack(redirectUri, good));
    for (const { status, html } of pages)
      expect([status, html]).toEqual([200, expect.stringContaining("You are signed in")]);
    expect(await ended).toBe("signed in");
    expect(provider.arrivalsAt("/token")).toHaveLength(1);
  });

  it.each<[string, string, () => void]>([
    [
      "that was used already",
      "ERR_SIGN_IN_FAILED",
      () => provider.said.at.set("/token", json({ error: "invalid_grant" }, 400)),
    ],
    ["at a provider that is down", "ERR_SIGN_IN_UNAVAILABLE", () => provider.said.at.set("/token", json({}, 503))],
    [
      "whose answer is lost",
      "ERR_SIGN_IN_UNAVAILABLE",
      () => provider.said.at.set("/token", (request) => request.destroy()),
    ],
    [
      "whose answer is no JSON",
      "ERR_SIGN_IN_FAILED",
      () => provider.said.at.set("/token", json({}, 200, "text/plain")),
    ],
    [
      "whose answer comes from a portal",
      "ERR_NETWORK_SIGN_IN",
      () => provider.said.at.set("/token", json({}, 200, "text/html")),
    ],
    [
      "that leads elsewhere",
      "ERR_NETWORK_SIGN_IN",
      () => provider.said.at.set("/token", (_request, response) => response.writeHead(307, { location: "/x" }).end()),
    ],
    [
      "whose answer is huge",
      "ERR_SIGN_IN_UNAVAILABLE",
      () => provider.said.at.set("/token", json({ a: "a".repeat(70_000) })),
    ],
    [
      "without an ID token",
      "ERR_SIGN_IN_FAILED",
      () => provider.said.at.set("/token", json({ access_token: "t", token_type: "DPoP" })),
    ],
    [
      "for a kind of token that is not known",
      "ERR_SIGN_IN_FAILED",
      () => void Object.assign(provider.said, { tokenType: "mac" }),
    ],
  ])("of a code %s ends with %s, after one arrival", async (_name, code, prepare) => {
    prepare();
    const { redirectUri, good, ended } = await opened();
    await comeBack(redirectUri, good);
    expect(await ended).toBe(code);
    expect(provider.arrivalsAt("/token")).toHaveLength(1);
  });

  it.each([
    ["60", "Ada Single"],
    [60, "Ada Single"],
    [0, "Ada Single"],
    [1e300, "Ada Single"],
    [-1, "ERR_SIGN_IN_FAILED"],
    ["soon", "ERR_SIGN_IN_FAILED"],
  ])("of a token that lasts %s seconds leads to a PIN change, or ends", async (expiresIn, outcome) => {
    Object.assign(provider.said, { expiresIn });
    const { redirectUri, good, ended, handlers } = await opened();
    await comeBack(redirectUri, good);
    const entry = await handlers.beginPinEntry().catch(({ code }: { code: string }) => code);
    const who = (await handlers.getOverview()).customer?.name ?? (await ended);
    expect([who, entry]).toEqual([outcome, outcome === "Ada Single" ? null : "ERR_NOT_SIGNED_IN"]);
  });

  it("takes an unbound token of a provider that offers DPoP", async () => {
    provider.said.tokenType = "Bearer";
    const { redirectUri, good, ended, asked } = await opened();
    await comeBack(redirectUri, good);
    expect(await ended).toBe("signed in");
    expect(asked[0]?.get("authorization")).toMatch(/^Bearer /);
    expect(asked[0]?.has("dpop")).toBe(false);
  });
});

describe("the backend's word", () => {
  const problem = (code: string, status: number) =>
    Response.json({ type: `/problems/${code}` }, { status, headers: { "content-type": "application/problem+json" } });
  it.each([
    ["ERR_NO_CARDHOLDER", 403, "ERR_NO_CARDHOLDER"],
    ["ERR_SIGN_IN_UNAVAILABLE", 503, "ERR_SIGN_IN_UNAVAILABLE"],
    ["ERR_NOT_SIGNED_IN", 401, "ERR_SIGN_IN_FAILED"],
  ])("%s signs nobody in, and the token is given back", async (said, status, code) => {
    const { redirectUri, good, ended, said: backend, handlers } = await opened();
    backend.me = () => problem(said, status);
    expect((await comeBack(redirectUri, good)).html).toContain("The sign-in did not work");
    expect(await ended).toBe(code);
    expect(await handlers.getOverview()).toMatchObject({ customer: null });
    await expect.poll(() => provider.revoked, SOON).toEqual([provider.issued[0]]);
  });
});
