import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { readConfig } from "../../src-backend/config.ts";
import { ConfigError } from "../../src-backend/config-error.ts";
import { createCertificate } from "../../src-testing/certificate.ts";

const folder = mkdtempSync(join(tmpdir(), "backend-config-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const right = {
  SOLARIS_API_URL: "https://api.solaris.example/",
  SOLARIS_AUTH_URL: "https://auth.solaris.example/oauth2/token",
  SOLARIS_CLIENT_ID: "client",
  SOLARIS_CLIENT_SECRET: "marked-secret",
};

const onLoopback = "postgresql://user:marked@127.0.0.1/ledger";

function customersFile(text: string): string {
  const file = join(folder, `${Math.random()}.json`);
  writeFileSync(file, text);
  return file;
}
const customers = () => customersFile('[{"name":"Ada","person_id":"p1cper","accounts":["a1cacc"]}]');

function faultsOf(variables: Record<string, string | undefined>): readonly string[] {
  try {
    readConfig({ ...right, ...variables });
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.faults;
    throw error;
  }
}

describe("the environment", () => {
  it("has defaults that keep the backend on this computer and its time limit below the app's", () => {
    expect(readConfig(right)).toEqual({
      host: "127.0.0.1",
      port: 8080,
      logLevel: "info",
      drainSeconds: 5,
      solaris: {
        apiUrl: "https://api.solaris.example",
        authUrl: "https://auth.solaris.example/oauth2/token",
        clientId: "client",
        clientSecret: "marked-secret",
        timeoutMs: 7000,
      },
      database: { kind: "sqlite", file: resolve("cardbound.db") },
      migratesAtStart: true,
      openSecrets: [],
      retention: { pinChangesMs: 90 * 86_400_000, auditMs: 1827 * 86_400_000 },
      policy: {
        pinChangeRoutes: ["signed", "device_signing", "sms"],
        acceptedProtectionLevels: ["keychain_passcode", "hardware_passcode"],
        activationLetters: false,
        deviceData: "off",
      },
      limits: {
        pinChanges: { count: 10, seconds: 3600 },
        bindings: { count: 5, seconds: 3600 },
        codes: { count: 10, seconds: 3600 },
        codeChecks: { count: 30, seconds: 3600 },
        consents: { count: 10, seconds: 3600 },
        letters: { count: 3, seconds: 604_800 },
        settlements: { count: 60, seconds: 3600 },
        requests: { count: 600, seconds: 60 },
      },
      changeRequestSeconds: 300,
    });
  });

  it.each([
    [{ PORT: "80a" }, "PORT is not a whole number"],
    [{ PORT: "65536" }, "PORT is out of range"],
    [{ HOST: "a b" }, "HOST is not an address"],
    [{ SOLARIS_API_URL: undefined }, "SOLARIS_API_URL is missing"],
    [{ SOLARIS_API_URL: "" }, "SOLARIS_API_URL is missing"],
    [{ SOLARIS_API_URL: "solaris" }, "SOLARIS_API_URL is not a URL"],
    [{ SOLARIS_API_URL: "http://api.solaris.example" }, "SOLARIS_API_URL is not https"],
    [{ SOLARIS_API_URL: "http://127.0.0.1.evil.example" }, "SOLARIS_API_URL is not https"],
    [{ SOLARIS_API_URL: "file:///etc" }, "SOLARIS_API_URL is not https"],
    [{ SOLARIS_API_URL: "https://user:marked-secret@solaris.example" }, "SOLARIS_API_URL has a user name or password"],
    [{ SOLARIS_AUTH_URL: "https://solaris.example/?a=1" }, "SOLARIS_AUTH_URL has a query"],
    [{ SOLARIS_AUTH_URL: undefined }, "SOLARIS_AUTH_URL is missing"],
    [{ SOLARIS_CLIENT_ID: "marked:secret" }, "SOLARIS_CLIENT_ID has a colon"],
    [{ SOLARIS_CLIENT_ID: undefined }, "SOLARIS_CLIENT_ID is missing"],
    [{ SOLARIS_CLIENT_SECRET: "marked secret" }, "SOLARIS_CLIENT_SECRET is empty, too long or has white space"],
    [{ SOLARIS_CLIENT_SECRET: undefined }, "SOLARIS_CLIENT_SECRET is missing"],
    [{ SOLARIS_TIMEOUT_MS: "99" }, "SOLARIS_TIMEOUT_MS is out of range"],
    [{ SOLARIS_PROXY_URL: "proxy.example:3128" }, "SOLARIS_PROXY_URL is not the address of an HTTP proxy"],
    [{ SOLARIS_PROXY_URL: "https://proxy.example:3128" }, "SOLARIS_PROXY_URL is not the address of an HTTP proxy"],
    [{ SOLARIS_PROXY_URL: "socks5://proxy.example" }, "SOLARIS_PROXY_URL is not the address of an HTTP proxy"],
    [{ SOLARIS_PROXY_URL: "http://proxy.example/marked" }, "SOLARIS_PROXY_URL is not the address of an HTTP proxy"],
    [{ SOLARIS_PROXY_URL: "http://a%3Ab:c@proxy.example" }, "SOLARIS_PROXY_URL is not the address of an HTTP proxy"],
    [{ SOLARIS_PROXY_URL: "http://a:b%0Ac@proxy.example" }, "SOLARIS_PROXY_URL is not the address of an HTTP proxy"],
    [{ SOLARIS_PROXY_URL: "http://a:%FF@proxy.example" }, "SOLARIS_PROXY_URL is not the address of an HTTP proxy"],
    [{ LOG_LEVEL: "loud" }, "LOG_LEVEL is not a log level"],
    [{ MIGRATE_AT_START: "false" }, "MIGRATE_AT_START is neither; expected yes or no"],
    [{ RETENTION_DAYS: "29" }, "RETENTION_DAYS is out of range; expected days from 30"],
    [{ AUDIT_RETENTION_DAYS: "89" }, "AUDIT_RETENTION_DAYS is shorter than RETENTION_DAYS"],
    [{ DATABASE_FILE: "/does/not/exist.db" }, "DATABASE_FILE names a file in a folder that does not exist"],
    [{ DATABASE_FILE: "https://db.example/a" }, "DATABASE_FILE names a file in a folder that does not exist"],
    [{ DATABASE_URL: "mysql://user:marked@127.0.0.1/ledger" }, "DATABASE_URL is not the address of one database"],
    [{ DATABASE_URL: "postgresql://127.0.0.1/ledger" }, "DATABASE_URL names no user, host or database"],
    [{ DATABASE_URL: "postgresql://user:marked@127.0.0.1/" }, "DATABASE_URL names no user, host or database"],
    [
      { DATABASE_URL: "postgresql://user:marked@a.example,b.example/ledger?sslmode=verify-full" },
      "DATABASE_URL names several hosts",
    ],
    [{ DATABASE_URL: "postgresql://user:mark%ed@127.0.0.1/ledger" }, "DATABASE_URL has a % that escapes nothing"],
    [{ DATABASE_URL: "postgresql://user:marked@db.example/ledger" }, "DATABASE_URL does not say how the server proves"],
    [
      { DATABASE_URL: "postgresql://user:marked@db.example/ledger?sslmode=require" },
      "DATABASE_URL does not say how the server proves",
    ],
    [
      { DATABASE_URL: "postgresql://user:marked@127.0.0.1.evil.example/ledger?sslmode=disable" },
      "DATABASE_URL does not say how the server proves",
    ],
    [
      { DATABASE_URL: "postgresql://user:marked@db.example/ledger?sslmode=verify-full&sslrootcert=/marked" },
      "DATABASE_URL names a file in sslrootcert that cannot be read",
    ],
    [
      { DATABASE_URL: "postgresql://user:marked@127.0.0.1/ledger?options=-c%20synchronous_commit%3Doff" },
      "DATABASE_URL has parameters that the backend does not know",
    ],
    [
      { DATABASE_URL: "postgresql://user:marked@127.0.0.1/ledger?host=db.example" },
      "DATABASE_URL has a parameter host that is no folder",
    ],
    [{ DATABASE_URL: onLoopback, DATABASE_FILE: "a.db" }, "DATABASE_FILE and DATABASE_URL are both set"],
    [{ DATABASE_URL: onLoopback, DATABASE_POOL_SIZE: "1" }, "DATABASE_POOL_SIZE is out of range"],
    [{ DATABASE_URL: onLoopback, PGOPTIONS: "-c marked=1" }, "PGOPTIONS is set"],
    [{ DATABASE_URL: onLoopback, PGREPLICATION: "marked" }, "PGREPLICATION is set"],
    [{ DATABASE_URL: onLoopback, PGBINARY: "marked" }, "PGBINARY is set"],
    [{ DATABASE_URL: onLoopback, PGSSLNEGOTIATION: "marked" }, "PGSSLNEGOTIATION is set"],
    [
      { DATABASE_URL: "postgresql://marked:marked@127.0.0.1:0/marked" },
      "DATABASE_URL is not the address of one database",
    ],
    [
      { DATABASE_URL: "postgresql://marked%00options:marked@127.0.0.1/marked" },
      "DATABASE_URL names no user, host or database",
    ],
    [{ DATABASE_POOL_SIZE: "8" }, "DATABASE_POOL_SIZE is set"],
    [{ PIN_CHANGE_ROUTES: "signed,letter" }, "PIN_CHANGE_ROUTES is not a list of different known words"],
    [{ PIN_CHANGE_ROUTES: "sms,sms" }, "PIN_CHANGE_ROUTES is not a list of different known words"],
    [{ ACCEPTED_PROTECTION_LEVELS: "none" }, "ACCEPTED_PROTECTION_LEVELS is not a list of different known words"],
    [{ LIMIT_PIN_CHANGES: "10" }, "LIMIT_PIN_CHANGES is not a limit"],
    [{ LIMIT_BINDINGS: "0/60" }, "LIMIT_BINDINGS is not a limit"],
    [{ LIMIT_CODES: "5/h" }, "LIMIT_CODES is not a limit"],
    [{ LIMIT_CODE_CHECKS: "-1/60" }, "LIMIT_CODE_CHECKS is not a limit"],
    [{ ACTIVATION_LETTERS: "perhaps" }, "ACTIVATION_LETTERS is neither"],
    [{ LIMIT_LETTERS: "3/604800s" }, "LIMIT_LETTERS is not a limit"],
    [{ LIMIT_SETTLEMENTS: "60 an hour" }, "LIMIT_SETTLEMENTS is not a limit"],
    [{ LIMIT_REQUESTS: "600/" }, "LIMIT_REQUESTS is not a limit"],
    [{ CHANGE_REQUEST_SECONDS: "5" }, "CHANGE_REQUEST_SECONDS is out of range"],
    [{ DEMO_CUSTOMERS: "/does/not/exist" }, "DEMO_CUSTOMERS names a file that cannot be read"],
    [{ DEMO_CUSTOMERS: customersFile("{") }, "DEMO_CUSTOMERS names a file that is not JSON"],
    [{ DEMO_CUSTOMERS: customersFile('[{"name":"Ada"}]') }, "DEMO_CUSTOMERS names a file with something wrong in it"],
    [{ NODE_TLS_REJECT_UNAUTHORIZED: "0" }, "NODE_TLS_REJECT_UNAUTHORIZED is 0"],
  ])("with %j is refused by name, by what is wrong and by what is expected", (variables, message) => {
    const faults = faultsOf(variables);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain(message);
    expect(faults[0]).toContain("; expected ");
    expect(faults[0]).not.toContain("marked");
  });

  it("lists everything that is wrong at once, and no value of it", () => {
    const faults = faultsOf({
      PORT: "marked",
      SOLARIS_API_URL: "http://marked.example",
      SOLARIS_CLIENT_SECRET: "marked secret",
      SOLARIS_PROXY_URL: "https://marked:marked@marked.example",
      DEMO_CUSTOMERS: "/marked",
    });
    expect(faults.map((fault) => fault.split(" ")[0])).toEqual([
      "PORT",
      "SOLARIS_API_URL",
      "SOLARIS_CLIENT_SECRET",
      "SOLARIS_PROXY_URL",
      "DEMO_CUSTOMERS",
    ]);
    expect(new ConfigError(faults).message).not.toContain("marked");
  });

  it.each(["0.0.0.0", "::", "192.168.1.5", "127.0.0.1.evil.example", "backend.example"])(
    "with demonstration customers is refused on %s",
    (HOST) => {
      expect(faultsOf({ HOST })).toEqual([]);
      expect(faultsOf({ HOST, DEMO_CUSTOMERS: customers() })).toEqual([
        expect.stringContaining("HOST is not loopback"),
      ]);
    },
  );

  it.each(["127.0.0.1", "127.1.2.3", "::1", "localhost"])("with demonstration customers is taken on %s", (HOST) => {
    expect(readConfig({ ...right, HOST, DEMO_CUSTOMERS: customers() }).demoCustomers).toEqual([
      { name: "Ada", person_id: "p1cper", accounts: ["a1cacc"] },
    ]);
  });

  it("sets the policy and the limits", () => {
    const { policy, limits, database } = readConfig({
      ...right,
      PIN_CHANGE_ROUTES: "sms, signed",
      ACCEPTED_PROTECTION_LEVELS: "hardware_passcode",
      ACTIVATION_LETTERS: "yes",
      DEVICE_DATA: "required",
      LIMIT_CODES: "3/60",
      LIMIT_LETTERS: "1/86400",
      LIMIT_CONSENTS: "2/60",
      DATABASE_FILE: join(folder, "a.db"),
    });
    expect(policy).toEqual({
      pinChangeRoutes: ["sms", "signed"],
      acceptedProtectionLevels: ["hardware_passcode"],
      activationLetters: true,
      deviceData: "required",
    });
    expect(limits.codes).toEqual({ count: 3, seconds: 60 });
    expect(limits.letters).toEqual({ count: 1, seconds: 86_400 });
    expect(limits.consents).toEqual({ count: 2, seconds: 60 });
    expect(database).toEqual({ kind: "sqlite", file: join(folder, "a.db") });
  });

  it.each<[string, object]>([
    ["http://proxy.example:3128", { host: "proxy.example", port: 3128 }],
    ["http://proxy.example/", { host: "proxy.example", port: 80 }],
    ["http://[2001:db8::1]:8080", { host: "2001:db8::1", port: 8080 }],
    [
      "http://us%20er:p%3Ass%40word%C3%BC@10.0.0.1:3128",
      { host: "10.0.0.1", port: 3128, authorization: `Basic ${Buffer.from("us er:p:ss@wordü").toString("base64")}` },
    ],
  ])("sets the proxy on the way to Solaris: %s", (SOLARIS_PROXY_URL, proxy) => {
    expect(readConfig({ ...right, SOLARIS_PROXY_URL }).solaris.proxy).toEqual(proxy);
  });

  const certificate = createCertificate().cert;
  const authorities = join(folder, "authorities.pem");
  writeFileSync(authorities, certificate);

  it.each<[string, object]>([
    [onLoopback, { host: "127.0.0.1", password: "marked" }],
    ["postgres://user@[::1]:6432/ledger?sslmode=disable", { host: "::1", port: 6432, password: undefined }],
    ["postgresql://us%40er:p%3A%2Fw@localhost/ledger", { host: "localhost", user: "us@er", password: "p:/w" }],
    ["postgresql://user@/ledger?host=/run/postgresql", { host: "/run/postgresql", password: undefined }],
    ["postgresql://user@%2Frun%2Fpostgresql:5433/ledger", { host: "/run/postgresql", port: 5433, password: undefined }],
    [
      "postgresql://user:marked@db.example/ledger?sslmode=verify-full",
      { host: "db.example", password: "marked", tls: { ca: undefined } },
    ],
    [
      `postgresql://user:marked@10.0.0.1/ledger?sslmode=verify-full&sslrootcert=${authorities}`,
      { host: "10.0.0.1", password: "marked", tls: { ca: certificate } },
    ],
  ])("sets the database on a server: %s", (DATABASE_URL, server) => {
    expect(readConfig({ ...right, DATABASE_URL, DATABASE_POOL_SIZE: "5" }).database).toEqual({
      kind: "postgres",
      server: { user: "user", port: 5432, database: "ledger", tls: null, ...server },
      poolSize: 5,
    });
  });

  it("takes http for a Solaris on loopback", () => {
    expect(faultsOf({ SOLARIS_API_URL: "http://127.0.0.1:9000", SOLARIS_AUTH_URL: "http://[::1]:9000/t" })).toEqual([]);
  });
});
