// The settings that say whom a token stands for, and that key the ids in rows: each wrong one has its sentence.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { readConfig } from "../../src-backend/config.ts";
import { ConfigError } from "../../src-backend/config-error.ts";

const folder = mkdtempSync(join(tmpdir(), "person-settings-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
function file(content: string | object): string {
  const path = join(folder, `${Math.random()}.json`);
  writeFileSync(path, typeof content === "string" ? content : JSON.stringify(content));
  return path;
}

const secret = "a-secret-that-is-long-enough-for-this";
const signIn = {
  SOLARIS_API_URL: "https://api.solaris.example",
  SOLARIS_AUTH_URL: "https://auth.solaris.example/oauth2/token",
  SOLARIS_CLIENT_ID: "client",
  SOLARIS_CLIENT_SECRET: "marked-secret",
  OIDC_ISSUER: "https://login.partner.example",
  OIDC_AUDIENCE: "https://cards.partner.example/api",
  OIDC_CLIENT_IDS: "cardbound-desktop",
  PUBLIC_ORIGIN: "https://cards.partner.example",
};
const right = { ...signIn, CUSTOMER_ID_SECRET: secret, PERSON_CLAIM: "person_id" };
type Variables = Record<string, string | undefined>;

function faultsOf(variables: Variables): readonly string[] {
  try {
    readConfig(variables);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.faults;
    throw error;
  }
}

describe("the person of a token", () => {
  it("is found by a claim, by a look-up or in a table", () => {
    const PERSON_TABLE = file([
      { sub: "s1", person_id: "p1cper", name: "Ada" },
      { sub: "s2", person_id: "p1cper" },
    ]);
    const PERSON_LOOKUP_URL = "https://people.partner.example/{sub}";
    const all = {
      ...right,
      NAME_CLAIM: "nickname",
      PERSON_LOOKUP_URL,
      PERSON_LOOKUP_TOKEN: "lookup-token",
      PERSON_TABLE,
    };
    expect(readConfig(all).signIn?.persons).toEqual({
      claim: "person_id",
      nameClaim: "nickname",
      lookup: { url: PERSON_LOOKUP_URL, token: "lookup-token", timeoutMs: 2000 },
      table: new Map([
        ["s1", { personId: "p1cper", name: "Ada" }],
        ["s2", { personId: "p1cper" }],
      ]),
    });
    expect(readConfig(right).signIn?.persons).toEqual({ claim: "person_id", nameClaim: "name" });
  });

  it.each([
    "https://people.partner.example",
    "https://people.partner.example/v1/people/{sub}",
    "https://people.partner.example/v1/people?login={sub}&kind=oidc",
    "http://127.0.0.1:8090/{sub}",
  ])("may be looked up at %s", (PERSON_LOOKUP_URL) => {
    expect(faultsOf({ ...right, PERSON_LOOKUP_URL, PERSON_LOOKUP_TOKEN: "lookup-token" })).toEqual([]);
  });

  it.each<[string, string]>([
    ["people", "is not a URL"],
    ["http://people.partner.example/{sub}", "is not https"],
    ["http://127.0.0.1.evil.example/{sub}", "is not https"],
    ["file:///etc/{sub}", "is not https"],
    ["https://marked:marked@people.partner.example/{sub}", "has a user name or password"],
    ["https://{sub}@people.partner.example/", "has a user name or password"],
    ["https://people.partner.example/#{sub}", "has a fragment"],
    ["https://{sub}.partner.example/", "has {sub} in its host"],
    ["https://people.partner.example:{sub}/", "has {sub} in its host"],
    ["https://10.0.0.{sub}99/", "has {sub} in its host"],
    ["https://people.partner.example/../{sub}", "has . or .. in its path"],
    ["https://people.partner.example/{subject}", "has braces that are not those of {sub}"],
    ["https://people.partner.example/{SUB}", "has braces that are not those of {sub}"],
    ["https://people.partner.example/%7Bsub%7D", "has braces that are not those of {sub}"],
    [" https://people.partner.example/{sub}", "is not a URL"],
    ["https://people.partner.example/of {sub}", "is not a URL"],
  ])("is not looked up at %s", (PERSON_LOOKUP_URL, message) => {
    const faults = faultsOf({ ...right, PERSON_LOOKUP_URL, PERSON_LOOKUP_TOKEN: "lookup-token" });
    expect(faults).toEqual([expect.stringContaining(`PERSON_LOOKUP_URL ${message}`)]);
    expect(faults[0]).toContain("; expected https://…");
    expect(faults[0]).not.toContain("marked");
  });

  const entry = { sub: "marked-sub", person_id: "markedcper" };
  it.each<[string, string, string | object]>([
    ["is not JSON", "that is not JSON", "[{"],
    ["is no list", "with something wrong in it", entry],
    ["is empty", "with something wrong in it", []],
    ["has a subject twice", "with something wrong in it at 1.sub", [entry, { ...entry, person_id: "other" }]],
    ["has a subject twice for one person", "with something wrong in it at 1.sub", [entry, entry]],
    [
      "has an object that says two things",
      "with an object that has a name twice",
      '[{"sub":"marked-sub","person_id":"p1","person_id":"p2"}]',
    ],
    [
      "has a person that is no id",
      "with something wrong in it at 0.person_id",
      [{ ...entry, person_id: "marked:cper" }],
    ],
    ["has NUL in a person", "with something wrong in it at 0.person_id", [{ ...entry, person_id: "marked\0" }]],
    ["has no person", "with something wrong in it at 0.person_id", [{ sub: "marked-sub" }]],
    ["has a subject that is no ASCII", "with something wrong in it at 0.sub", [{ ...entry, sub: "marked-sübject" }]],
    ["has an empty subject", "with something wrong in it at 0.sub", [{ ...entry, sub: "" }]],
    ["has a number for a subject", "with something wrong in it at 0.sub", [{ ...entry, sub: 7 }]],
    ["has a name that is none", "with something wrong in it at 0.name", [{ ...entry, name: "" }]],
    ["has a misspelt name", "with something wrong in it at 0", [{ ...entry, nmae: "Ada" }]],
    [
      "has a prototype for a name",
      "with something wrong in it at 0",
      '[{"sub":"s","person_id":"p","__proto__":{"name":"x"}}]',
    ],
  ])("is in no table that %s", (_name, message, content) => {
    const faults = faultsOf({ ...right, PERSON_TABLE: file(content) });
    expect(faults).toEqual([expect.stringContaining(`PERSON_TABLE names a file ${message}; expected the path`)]);
    expect(faults[0]).not.toContain("marked");
  });

  it("is in no table that cannot be read", () => {
    expect(faultsOf({ ...right, PERSON_TABLE: "/does/not/exist" })).toEqual([
      expect.stringContaining("PERSON_TABLE names a file that cannot be read; expected "),
    ]);
  });

  it.each<[Variables, string]>([
    [{ PERSON_CLAIM: undefined }, "PERSON_CLAIM is missing; expected it, PERSON_LOOKUP_URL or PERSON_TABLE"],
    [{ PERSON_CLAIM: "person id" }, "PERSON_CLAIM is empty, too long or has white space"],
    [{ NAME_CLAIM: "person_id" }, "NAME_CLAIM is PERSON_CLAIM, and would show Solaris' id to people"],
    [{ PERSON_CLAIM: "name" }, "NAME_CLAIM is PERSON_CLAIM"],
    [{ NAME_CLAIM: "n".repeat(513) }, "NAME_CLAIM is empty, too long or has white space"],
    [{ PERSON_LOOKUP_URL: "https://people.partner.example" }, "PERSON_LOOKUP_TOKEN is missing"],
    [{ PERSON_LOOKUP_TOKEN: "marked" }, "PERSON_LOOKUP_URL is missing"],
    [
      { PERSON_LOOKUP_URL: "https://people.partner.example", PERSON_LOOKUP_TOKEN: "marked\r\nx: y" },
      "PERSON_LOOKUP_TOKEN is empty, too long or has white space",
    ],
    [{ CUSTOMER_ID_SECRET: undefined }, "CUSTOMER_ID_SECRET is missing"],
    [{ CUSTOMER_ID_SECRET: "marked" }, "CUSTOMER_ID_SECRET is too short for a secret"],
    [{ CUSTOMER_ID_SECRET: `marked ${secret}` }, "CUSTOMER_ID_SECRET is empty, too long or has white space"],
    [{ CUSTOMER_ID_PREVIOUS_SECRET: "marked" }, "CUSTOMER_ID_PREVIOUS_SECRET is too short for a secret"],
    [{ CUSTOMER_ID_PREVIOUS_SECRET: secret }, "CUSTOMER_ID_PREVIOUS_SECRET is CUSTOMER_ID_SECRET"],
  ])("with %j is refused by name, by what is wrong and by what is expected", (variables, message) => {
    const faults = faultsOf({ ...right, ...variables });
    expect(faults).toEqual([expect.stringContaining(message)]);
    expect(faults[0]).toContain("; expected ");
    expect(faults[0]).not.toMatch(/marked|a-secret/);
  });
});

it("wrong settings are named with all that are wrong beside them, at once", () => {
  const faults = faultsOf({ ...signIn, PORT: "marked", OIDC_TOKENS: "marked", PERSON_CLAIM: "a b", NAME_CLAIM: "c d" });
  expect(faults.map((fault) => fault.split(" ")[0])).toEqual([
    "PORT",
    "OIDC_TOKENS",
    "PERSON_CLAIM",
    "NAME_CLAIM",
    "CUSTOMER_ID_SECRET",
  ]);
});

describe("without an identity provider", () => {
  const { OIDC_ISSUER: _1, OIDC_AUDIENCE: _2, OIDC_CLIENT_IDS: _3, PUBLIC_ORIGIN: _4, ...none } = signIn;
  const DEMO_CUSTOMERS = () => file([{ name: "Ada", person_id: "p1cper", accounts: [] }]);

  it("none of them is needed", () => {
    expect(faultsOf(none)).toEqual([]);
    expect(faultsOf({ ...none, DEMO_CUSTOMERS: DEMO_CUSTOMERS() })).toEqual([]);
  });

  it("the secrets work for the demonstration", () => {
    const secrets = { CUSTOMER_ID_SECRET: secret, CUSTOMER_ID_PREVIOUS_SECRET: `${secret}-before` };
    const { rowSecrets } = readConfig({ ...none, ...secrets, DEMO_CUSTOMERS: DEMO_CUSTOMERS() });
    expect(rowSecrets).toEqual({ current: secret, previous: `${secret}-before` });
    expect(faultsOf({ ...none, CUSTOMER_ID_PREVIOUS_SECRET: secret })).toEqual([
      expect.stringContaining("CUSTOMER_ID_SECRET is missing; expected the secret that follows"),
    ]);
  });

  it.each<Variables>([
    { PERSON_CLAIM: "person_id" },
    { NAME_CLAIM: "nickname" },
    { PERSON_TABLE: file([{ sub: "s1", person_id: "p1cper" }]) },
    { PERSON_LOOKUP_URL: "https://people.partner.example", PERSON_LOOKUP_TOKEN: "token" },
  ])("%o is said to be for nothing", (variables) => {
    const name = Object.keys(variables)[0];
    expect(faultsOf({ ...none, ...variables })).toEqual([`${name} is set for nothing; expected OIDC_ISSUER with it`]);
  });
});
