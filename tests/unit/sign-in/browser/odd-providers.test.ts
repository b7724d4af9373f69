import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { catchOutput } from "../../../security/quiet-stderr.ts";
import { json } from "../../backend/one-server.ts";
import { type SmallProvider, startSmallProvider } from "./small-provider.ts";
import { comeBack, startSignIn } from "./started-sign-in.ts";

catchOutput();
let provider: SmallProvider;
beforeEach(async () => {
  provider = await startSmallProvider();
});
afterEach(() => provider.close());

/** Somebody signs in. @returns how it ended, and what the app had asked for */
async function signIn() {
  const { handlers, openedAs } = startSignIn(provider);
  const ended = handlers.signInWithBrowser("any").then(
    () => "signed in",
    ({ code }: { code: string }) => code,
  );
  const address = await openedAs(1);
  const request = provider.requestAt(address);
  await comeBack(request.redirect_uri ?? "", provider.signIn(address));
  return { ended: await ended, request };
}

describe("where a cache has kept the provider's metadata and keys for an hour, Date and all", () => {
  const anHourAgo = () => Math.floor(Date.now() / 1000) - 3600;
  beforeEach(() => {
    for (const path of ["/.well-known/openid-configuration", "/jwks"])
      provider.said.before.set(path, (_request, response) => {
        response.setHeader("date", new Date(anHourAgo() * 1000).toUTCString()).setHeader("age", "3600");
        return false;
      });
  });

  it("a good sign-in is good, by the time that it is", async () => {
    provider.said.claims = (claims) => ({ ...claims, ...(claims.iat !== undefined && { nbf: claims.iat }) });
    expect(await signIn()).toMatchObject({ ended: "signed in" });
  });

  it("one of half an hour ago is not taken for a new one", async () => {
    provider.said.before.delete("/jwks"); // what comes last tells the right time
    provider.said.authTime = anHourAgo() + 1800;
    expect(await signIn()).toMatchObject({ ended: "ERR_SIGN_IN_FAILED" });
  });
});

it.each([5, {}, null, "ES256"])(
  "a provider whose list of DPoP algorithms is %o is taken to offer none",
  async (list) => {
    provider.said.metadata = { dpop_signing_alg_values_supported: list };
    provider.said.tokenType = "Bearer";
    const { ended, request } = await signIn();
    expect([ended, request.dpop_jkt]).toEqual(["signed in", undefined]);
  },
);

describe("a provider that cannot be used", () => {
  it.each<[string, string, () => unknown]>([
    ["is away", "ERR_SIGN_IN_UNAVAILABLE", () => provider.close()],
    [
      "is down",
      "ERR_SIGN_IN_UNAVAILABLE",
      () => provider.said.at.set("/.well-known/openid-configuration", json({}, 500)),
    ],
    [
      "says it is another",
      "ERR_SIGN_IN_FAILED",
      () => void Object.assign(provider.said, { metadata: { issuer: "https://evil.example" } }),
    ],
    [
      "has its page elsewhere",
      "ERR_SIGN_IN_FAILED",
      () => void Object.assign(provider.said, { metadata: { authorization_endpoint: "https://evil.example/" } }),
    ],
    [
      "has no page",
      "ERR_SIGN_IN_FAILED",
      () => void Object.assign(provider.said, { metadata: { authorization_endpoint: undefined } }),
    ],
    [
      "has for its pushed requests no address",
      "ERR_SIGN_IN_FAILED",
      () => void Object.assign(provider.said, { metadata: { pushed_authorization_request_endpoint: "/par" } }),
    ],
    [
      "refuses the request",
      "ERR_SIGN_IN_FAILED",
      () => provider.said.at.set("/par", json({ error: "invalid_client" }, 401)),
    ],
    [
      "does not take the request",
      "ERR_SIGN_IN_UNAVAILABLE",
      () => provider.said.at.set("/par", json({ error: "temporarily_unavailable" }, 400)),
    ],
  ])("because it %s: nothing is opened, and the step says %s", async (_name, code, prepare) => {
    await prepare();
    const { handlers, opened: pages } = startSignIn(provider);
    await expect(handlers.signInWithBrowser("any")).rejects.toMatchObject({ code });
    expect(pages).toEqual([]);
  });
});
