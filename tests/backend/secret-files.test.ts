// Secrets in files: what is taken from them at start, what is said of those that cannot be taken (docs/operations.md#secrets-from-files).
import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { readConfig, readDatabaseConfig } from "../../src-backend/config.ts";
import { ConfigError } from "../../src-backend/config-error.ts";
import { type SecretVariable, secretVariables } from "../../src-backend/secrets/secret-variables.ts";

const folder = mkdtempSync(join(tmpdir(), "secret-files-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let files = 0;
function fileWith(content: string | Buffer, mode = 0o600): string {
  files += 1;
  const file = join(folder, `marked-${files}`);
  writeFileSync(file, content);
  chmodSync(file, mode); // whatever the umask says
  return file;
}

/** An environment in which every secret stands, the two of CUSTOMER_ID among them. */
const secrets: Record<SecretVariable, string> = {
  SOLARIS_CLIENT_SECRET: "marked-client-secret",
  SOLARIS_PROXY_URL: "http://user:marked@proxy.example:3128",
  DATABASE_URL: "postgresql://user:marked@127.0.0.1/ledger",
  CUSTOMER_ID_SECRET: "marked-secret-of-the-ids-in-the-rows",
  CUSTOMER_ID_PREVIOUS_SECRET: "marked-secret-of-the-ids-before-that",
  PERSON_LOOKUP_TOKEN: "marked-token",
  OIDC_INTROSPECTION_CLIENT_SECRET: "marked-introspection-secret",
};
const others = {
  SOLARIS_API_URL: "https://api.solaris.example",
  SOLARIS_AUTH_URL: "https://auth.solaris.example/oauth2/token",
  SOLARIS_CLIENT_ID: "client",
  PERSON_LOOKUP_URL: "https://people.example",
  OIDC_ISSUER: "https://id.example",
  OIDC_AUDIENCE: "https://cards.example",
  OIDC_CLIENT_IDS: "app",
  OIDC_DPOP: "off",
  OIDC_TOKENS: "introspection",
  OIDC_INTROSPECTION_CLIENT_ID: "backend",
};

function faultsOf(variables: Record<string, string | undefined>): readonly string[] {
  try {
    readConfig({ ...others, ...secrets, ...variables });
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.faults;
    throw error;
  }
}

/** What a configuration says, without where it was read. */
const valuesOf = (config: object) => JSON.parse(JSON.stringify({ ...config, openSecrets: [] }, withoutSources));
const withoutSources = (name: string, value: unknown) => (name.endsWith("Source") ? undefined : value);

it("every secret can be in a file, with or without a line end after it, and is the same as in the environment", () => {
  const plain = valuesOf(readConfig({ ...others, ...secrets }));
  for (const end of ["", "\n", "\r\n"]) {
    const named = secretVariables.map((name) => [`${name}_FILE`, fileWith(secrets[name] + end)]);
    expect(valuesOf(readConfig({ ...others, ...Object.fromEntries(named) }))).toEqual(plain);
  }
});

it("the commands that need the database alone take its address from a file", () => {
  const read = readDatabaseConfig({ DATABASE_URL_FILE: fileWith(secrets.DATABASE_URL) });
  expect(read).toMatchObject({ kind: "postgres", server: { password: "marked" } });
});

const pipe = () => {
  execFileSync("mkfifo", [join(folder, "marked-pipe")]);
  return join(folder, "marked-pipe");
};
const subfolder = () => {
  mkdirSync(join(folder, "marked-folder"));
  return join(folder, "marked-folder");
};

describe.skipIf(process.platform === "win32")("a file that is no secret's", () => {
  it.each<[string, () => string, string]>([
    ["is not there", () => join(folder, "marked-missing"), "names a file that cannot be read; expected "],
    ["is a folder", subfolder, "names a file that is none; expected "],
    ["is a pipe that nobody writes to", pipe, "names a file that is none; expected "],
    ["is empty", () => fileWith(""), "names a file that is empty; expected "],
    ["has a line end alone", () => fileWith("\n"), "names a file that is empty; expected "],
    ["is too large", () => fileWith("m".repeat(16 * 1024 + 1)), "names a file that is too large; expected "],
    ["is no text", () => fileWith(Buffer.from([0x6d, 0xff])), "names a file that is no text; expected "],
    ["everybody may write", () => fileWith("marked", 0o602), "names a file that everybody may write; expected "],
  ])("because it %s, is named by its variable alone", (_name, make, words) => {
    const faults = faultsOf({ SOLARIS_CLIENT_SECRET: undefined, SOLARIS_CLIENT_SECRET_FILE: make() });
    expect(faults).toEqual([expect.stringMatching(new RegExp(`^SOLARIS_CLIENT_SECRET_FILE ${words}`))]);
    expect(faults.join()).not.toMatch(/marked|mmm/);
  });

  it("because the variable has one too, is refused", () => {
    expect(faultsOf({ PERSON_LOOKUP_TOKEN_FILE: fileWith("marked-other") })).toEqual([
      "PERSON_LOOKUP_TOKEN and PERSON_LOOKUP_TOKEN_FILE are both set; expected one of them",
    ]);
  });

  it("because what is in it is not the value of its variable, is refused in the words for that", () => {
    const faults = faultsOf({ SOLARIS_CLIENT_SECRET: undefined, SOLARIS_CLIENT_SECRET_FILE: fileWith("marked\n\n") });
    expect(faults).toEqual([expect.stringContaining("SOLARIS_CLIENT_SECRET is empty, too long or has white space")]);
  });
});

it.skipIf(process.platform === "win32")("one that all users may read is taken, and named", () => {
  const openOf = (mode: number) => {
    const read = { ...others, ...secrets, PERSON_LOOKUP_TOKEN: "", PERSON_LOOKUP_TOKEN_FILE: fileWith("marked", mode) };
    return readConfig(read).openSecrets;
  };
  expect([openOf(0o600), openOf(0o440), openOf(0o644)]).toEqual([[], [], ["PERSON_LOOKUP_TOKEN"]]);
});
