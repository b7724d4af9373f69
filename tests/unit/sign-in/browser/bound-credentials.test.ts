import { createHash } from "node:crypto";
import { EmbeddedJWK, exportJWK, generateKeyPair, jwtVerify } from "jose";
import { describe, expect, it } from "vitest";
import { boundCredentials } from "../../../../src-main/sign-in/browser/bound-credentials.ts";

const token = "a-token";
const now = Date.UTC(2031, 0, 1);

async function setUp() {
  const keys = await generateKeyPair("ES256"); // not extractable, as the app's
  return { keys, credentials: await boundCredentials(token, keys, () => now) };
}

describe("a proof (RFC 9449)", () => {
  it.each([
    ["GET", "https://cards.example/v1/waits?device_id=a"],
    ["POST", "https://cards.example/v1/waits#a"],
    ["DELETE", "https://cards.example/v1/waits"],
  ])("is about the method and the address without query and fragment: %s %s", async (method, url) => {
    const { credentials } = await setUp();
    const { authorization, dpop = "" } = await credentials.headersFor(method, url);
    expect(authorization).toBe("DPoP a-token");
    const { payload, protectedHeader } = await jwtVerify(dpop, EmbeddedJWK, { currentDate: new Date(now) });
    expect(payload).toEqual({
      htm: method,
      htu: "https://cards.example/v1/waits",
      ath: createHash("sha256").update(token).digest("base64url"),
      iat: now / 1000,
      jti: expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
    expect(protectedHeader).toEqual({ typ: "dpop+jwt", alg: "ES256", jwk: expect.any(Object) });
  });

  it("shows the public half of the key, and nothing else of it", async () => {
    const { keys, credentials } = await setUp();
    const { dpop = "" } = await credentials.headersFor("GET", "https://cards.example/");
    const { protectedHeader } = await jwtVerify(dpop, EmbeddedJWK, { currentDate: new Date(now) });
    expect(Object.keys(protectedHeader.jwk ?? {}).sort()).toEqual(["crv", "kty", "x", "y"]);
    await expect(exportJWK(keys.privateKey)).rejects.toThrow();
  });

  it("is another one for each call", async () => {
    const { credentials } = await setUp();
    const url = "https://cards.example/";
    const made = await Promise.all([1, 2, 3].map(() => credentials.headersFor("GET", url)));
    expect(new Set(made.map(({ dpop }) => dpop)).size).toBe(3);
  });
});

it("credentials that are written out by mistake show no token", async () => {
  const { credentials } = await setUp();
  expect(JSON.stringify(credentials)).not.toContain(token);
});
