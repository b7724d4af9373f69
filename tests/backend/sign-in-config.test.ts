// How the backend knows who calls, as the environment says: each wrong, missing or idle variable has its own sentence.
import { describe, expect, it } from "vitest";
import { readSignIn } from "../../src-backend/sign-in/sign-in-config.ts";

const right = {
  OIDC_ISSUER: "https://login.partner.example/realm/",
  OIDC_AUDIENCE: "https://cards.partner.example/api",
  OIDC_CLIENT_IDS: "cardbound-desktop, cardbound-mobile",
  PUBLIC_ORIGIN: "https://cards.partner.example",
};
const introspection = {
  OIDC_TOKENS: "introspection",
  OIDC_INTROSPECTION_CLIENT_ID: "backend",
  OIDC_INTROSPECTION_CLIENT_SECRET: "marked-secret",
};

function faultsOf(variables: Record<string, string | undefined>): readonly string[] {
  const read = readSignIn({ ...right, ...variables });
  return read.ok ? [] : read.faults;
}

describe("sign-in", () => {
  it("is read with its defaults: JWT access tokens, DPoP where a token is bound, no step-up", () => {
    expect(readSignIn(right)).toEqual({
      ok: true,
      signIn: {
        issuer: "https://login.partner.example/realm/",
        audience: "https://cards.partner.example/api",
        clientIds: ["cardbound-desktop", "cardbound-mobile"],
        scope: [],
        jwt: "rfc9068",
        introspection: null,
        dpop: { use: "accepted", publicOrigin: "https://cards.partner.example" },
        stepUp: { acrValues: [], maxAge: null },
        timeoutMs: 3000,
      },
    });
  });

  it("is read with everything that can be said", () => {
    const all = {
      ...introspection,
      OIDC_SCOPE: "cards pin",
      OIDC_DPOP: "required",
      STEP_UP_ACR: "urn:partner:2fa,urn:partner:card",
      STEP_UP_MAX_AGE_SECONDS: "300",
    };
    expect(readSignIn({ ...right, ...all })).toMatchObject({
      signIn: {
        scope: ["cards", "pin"],
        introspection: { id: "backend", secret: "marked-secret" },
        dpop: { use: "required", publicOrigin: "https://cards.partner.example" },
        stepUp: { acrValues: ["urn:partner:2fa", "urn:partner:card"], maxAge: 300 },
      },
    });
    const off = readSignIn({ ...right, OIDC_DPOP: "off", PUBLIC_ORIGIN: undefined });
    expect(off).toMatchObject({ signIn: { dpop: { use: "off" } } });
    expect(faultsOf({ OIDC_ISSUER: "http://127.0.0.1:9001", PUBLIC_ORIGIN: "http://127.0.0.1:8080" })).toEqual([]);
  });

  it("leaves alone what Kubernetes says of services with such names", () => {
    const ofKubernetes = {
      OIDC_SERVICE_HOST: "10.0.0.1",
      OIDC_PORT_443_TCP_ADDR: "10.0.0.1",
      OIDC_PORT: "tcp://10.0.0.1",
    };
    expect(faultsOf(ofKubernetes)).toEqual([]);
    expect(readSignIn(ofKubernetes)).toEqual({ ok: true, signIn: undefined });
  });

  it("is not taken for none where its only setting is misspelt", () => {
    expect(readSignIn({ OIDC_ISUER: "https://login.partner.example" })).toEqual({
      ok: false,
      faults: [expect.stringContaining("OIDC_ISUER is no setting of this backend; expected one of OIDC_ISSUER")],
    });
  });

  it("is none where nothing is said", () => {
    expect(readSignIn({ DEMO_CUSTOMERS: "/a", PERSON_CLAIM: "sub" })).toEqual({ ok: true, signIn: undefined });
  });

  it.each<[Record<string, string | undefined>, string]>([
    [{ OIDC_ISSUER: undefined }, "OIDC_ISSUER is missing"],
    [{ OIDC_ISSUER: "login.partner.example" }, "OIDC_ISSUER is not a URL"],
    [{ OIDC_ISSUER: "http://login.partner.example" }, "OIDC_ISSUER is not https"],
    [{ OIDC_ISSUER: "https://marked:marked@login.partner.example" }, "OIDC_ISSUER has a user name or password"],
    [{ OIDC_ISSUER: "https://login.partner.example?a=marked" }, "OIDC_ISSUER has a query"],
    [{ OIDC_ISSUER: "https://login.partner.example/?" }, "OIDC_ISSUER has a query"],
    [{ OIDC_ISSUER: "https://login.partner.example/#" }, "OIDC_ISSUER has a query or fragment"],
    [{ OIDC_ISSUER: " https://marked.partner.example" }, "OIDC_ISSUER is not a URL"],
    [{ OIDC_ISSUER: "https://login.mark\ned.example" }, "OIDC_ISSUER is not a URL"],
    [{ OIDC_ISSUER: "https:\\\\login.partner.example" }, "OIDC_ISSUER is not a URL"],
    [
      { OIDC_ISSUER: "https://login.partner.example/.well-known/openid-configuration" },
      "OIDC_ISSUER is the address of the provider's metadata",
    ],
    [{ OIDC_SCOPES: "marked" }, "OIDC_SCOPES is no setting of this backend; expected one of OIDC_ISSUER, "],
    [{ STEP_UP_MAX_AGE: "300" }, "expected one of STEP_UP_ACR, STEP_UP_MAX_AGE_SECONDS"],
    [
      { ...introspection, OIDC_INTROSPECTION_CLIENT_ID: "cardbound-mobile" },
      "OIDC_INTROSPECTION_CLIENT_ID is an app's client id",
    ],
    [{ OIDC_AUDIENCE: undefined }, "OIDC_AUDIENCE is missing"],
    [{ OIDC_AUDIENCE: "marked marked" }, "OIDC_AUDIENCE is empty, too long or has white space"],
    [{ OIDC_CLIENT_IDS: undefined }, "OIDC_CLIENT_IDS is missing"],
    [{ OIDC_CLIENT_IDS: "marked,marked" }, "OIDC_CLIENT_IDS is not a list of different words"],
    [{ OIDC_CLIENT_IDS: "marked,,other" }, "OIDC_CLIENT_IDS is not a list of different words"],
    [{ OIDC_SCOPE: 'cards "marked"' }, "OIDC_SCOPE is not a list of different words"],
    [{ OIDC_SCOPE: "cards  pin" }, "OIDC_SCOPE is not a list of different words"],
    [{ OIDC_TOKENS: "marked" }, "OIDC_TOKENS is not a word for this"],
    [{ OIDC_AUDIENCE: "an-app", OIDC_CLIENT_IDS: "other, an-app" }, "OIDC_AUDIENCE is an app's client id"],
    [{ ...introspection, OIDC_INTROSPECTION_CLIENT_ID: undefined }, "OIDC_INTROSPECTION_CLIENT_ID is missing"],
    [{ ...introspection, OIDC_INTROSPECTION_CLIENT_ID: "a b" }, "OIDC_INTROSPECTION_CLIENT_ID is empty, too long"],
    [{ ...introspection, OIDC_INTROSPECTION_CLIENT_SECRET: undefined }, "OIDC_INTROSPECTION_CLIENT_SECRET is missing"],
    [
      { ...introspection, OIDC_INTROSPECTION_CLIENT_SECRET: "marked marked" },
      "OIDC_INTROSPECTION_CLIENT_SECRET is empty",
    ],
    [{ OIDC_INTROSPECTION_CLIENT_ID: "marked" }, "OIDC_INTROSPECTION_CLIENT_ID is set for nothing"],
    [{ OIDC_INTROSPECTION_CLIENT_SECRET: "marked" }, "OIDC_INTROSPECTION_CLIENT_SECRET is set for nothing"],
    [{ OIDC_DPOP: "marked" }, "OIDC_DPOP is not a word for this"],
    [{ PUBLIC_ORIGIN: undefined }, "PUBLIC_ORIGIN is missing"],
    [{ PUBLIC_ORIGIN: undefined, OIDC_DPOP: "required" }, "PUBLIC_ORIGIN is missing"],
    [{ PUBLIC_ORIGIN: "https://cards.partner.example/marked" }, "PUBLIC_ORIGIN is not an origin"],
    [{ PUBLIC_ORIGIN: "https://cards.partner.example/" }, "PUBLIC_ORIGIN is not an origin"],
    [{ PUBLIC_ORIGIN: "https://Cards.Partner.example" }, "PUBLIC_ORIGIN is not an origin"],
    [{ PUBLIC_ORIGIN: "http://cards.partner.example" }, "PUBLIC_ORIGIN is not an origin"],
    [{ PUBLIC_ORIGIN: "cards.partner.example" }, "PUBLIC_ORIGIN is not an origin"],
    [{ STEP_UP_ACR: "urn:a,urn:a" }, "STEP_UP_ACR is not a list of different words"],
    [{ STEP_UP_ACR: 'urn:"marked"' }, "STEP_UP_ACR is not a list of different words"],
    [{ STEP_UP_ACR: "urn:a urn:b" }, "STEP_UP_ACR is not a list of different words"],
    [{ STEP_UP_MAX_AGE_SECONDS: "59" }, "STEP_UP_MAX_AGE_SECONDS is out of range"],
    [{ STEP_UP_MAX_AGE_SECONDS: "86401" }, "STEP_UP_MAX_AGE_SECONDS is out of range"],
    [{ STEP_UP_MAX_AGE_SECONDS: "5m" }, "STEP_UP_MAX_AGE_SECONDS is not a whole number"],
    [{ DEMO_CUSTOMERS: "/marked" }, "DEMO_CUSTOMERS lets anybody sign in"],
  ])("with %j is refused by name, by what is wrong and by what is expected", (variables, message) => {
    const faults = faultsOf(variables);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain(message);
    expect(faults[0]).toContain("; expected ");
    expect(faults[0]).not.toContain("marked");
  });

  it.each([
    "OIDC_AUDIENCE",
    "OIDC_CLIENT_IDS",
    "OIDC_SCOPE",
    "OIDC_TOKENS",
    "OIDC_INTROSPECTION_CLIENT_ID",
    "OIDC_INTROSPECTION_CLIENT_SECRET",
    "OIDC_DPOP",
    "PUBLIC_ORIGIN",
    "STEP_UP_ACR",
    "STEP_UP_MAX_AGE_SECONDS",
  ])("is asked for by %s alone, which does nothing without a provider", (name) => {
    const value = {
      OIDC_TOKENS: "jwt",
      OIDC_DPOP: "off",
      STEP_UP_MAX_AGE_SECONDS: "300",
      PUBLIC_ORIGIN: right.PUBLIC_ORIGIN,
    };
    const read = readSignIn({ [name]: (value as Record<string, string>)[name] ?? "a" });
    expect(read).toEqual({
      ok: false,
      faults: [expect.stringContaining(`OIDC_ISSUER is missing, and ${name} is set`)],
    });
  });
});
