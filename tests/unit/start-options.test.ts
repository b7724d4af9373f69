import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { readConfig } from "../../src-main/start-options.ts";

describe("the configuration of a development build", () => {
  const said: string[] = [];
  beforeEach(() => {
    said.length = 0;
    vi.spyOn(process.stderr, "write").mockImplementation((text) => said.push(String(text)) > 0);
  });
  afterEach(() => {
    vi.restoreAllMocks();
  });

  it.each([["http://127.0.0.1:8080"], ["https://cards.partner.example"], ["https://cards.partner.example:8443"]])(
    "takes %s",
    (origin) => {
      expect(readConfig(["app", `--backend=${origin}`])).toEqual({
        backendOrigin: origin,
        backendPins: [],
        callTimeoutMs: 10_000,
        lockTimes: { quietMs: 240_000, warningMs: 60_000 },
        codeCoolDownMs: 30_000,
        keychainPatienceMs: 90_000,
        deviceData: null,
        passcodeCost: { N: 131_072, r: 8, p: 1 },
        signIn: null,
        signInPatienceMs: 300_000,
        systemLanguages: null,
        tokenModules: [],
        updates: null,
        weakPins: "warn",
      });
    },
  );

  describe("of a sign-in in the browser", () => {
    const read = (signIn: string) => readConfig(["app", "--backend=http://127.0.0.1:8080", `--sign-in=${signIn}`]);

    it("takes the profile's fields, and a provider on this computer", () => {
      const given = { issuer: "http://127.0.0.1:4300", client_id: "desktop", max_age_seconds: 600 };
      expect(read(JSON.stringify(given)).signIn).toMatchObject({
        issuer: "http://127.0.0.1:4300",
        clientId: "desktop",
        maxAgeSeconds: 600,
        otherAccountPrompt: null,
        authorizationOrigin: "http://127.0.0.1:4300",
      });
      expect(read('{"issuer":"https://login.example","client_id":"a"}').signIn).not.toBeNull();
    });

    it.each([
      ["no JSON", "--sign-in takes JSON"],
      ['{"issuer":"http://login.example","client_id":"a"}', "--sign-in: issuer is not an https address"],
      ['{"issuer":"http://localhost:1","client_id":"a"}', "--sign-in: issuer is not an https address"],
      ['{"issuer":"http://127.0.0.1:1"}', "--sign-in: client_id is not a text"],
      ['{"issuer":"http://127.0.0.1:1","client_id":"a","secret":"b"}', "--sign-in: it "],
    ])("refuses %s with a sentence", (signIn, sentence) => {
      expect(() => read(signIn)).toThrow(sentence);
      expect(said.join("")).toContain(sentence);
    });

    it("takes how long it waits", () => {
      const argv = ["app", "--backend=http://127.0.0.1:8080", "--sign-in-patience-ms=1500"];
      expect(readConfig(argv)).toMatchObject({ signIn: null, signInPatienceMs: 1500 });
    });
  });

  it("takes pinned keys", () => {
    expect(readConfig(["--backend=https://a.example", "--backend-pins=sha256/a=,sha256/b="]).backendPins).toEqual([
      "sha256/a=",
      "sha256/b=",
    ]);
  });

  it("takes an update server, on this computer too", () => {
    const updates = { address: "http://127.0.0.1:4400/app", root: "{}" };
    expect(readConfig(["--backend=https://a.example", `--updates=${JSON.stringify(updates)}`]).updates).toEqual(
      updates,
    );
  });

  it("takes a time limit", () => {
    expect(readConfig(["--backend=https://a.example", "--call-timeout-ms=500"]).callTimeoutMs).toBe(500);
  });

  it("takes a language for the system's", () => {
    expect(readConfig(["--backend=https://a.example", "--language=fr-CH"]).systemLanguages).toEqual(["fr-CH"]);
  });

  it("takes the times of the lock", () => {
    const argv = ["--backend=https://a.example", "--lock-quiet-ms=300", "--lock-warning-ms=200"];
    expect(readConfig(argv).lockTimes).toEqual({ quietMs: 300, warningMs: 200 });
  });

  it("takes a lower cost for the passcode", () => {
    const argv = ["--backend=https://a.example", "--passcode-cost=16"];
    expect(readConfig(argv).passcodeCost).toEqual({ N: 16, r: 8, p: 1 });
  });

  it.each([
    ["nothing", []],
    ["no address", ["--backend="]],
    ["http to another computer", ["--backend=http://192.168.0.2:8080"]],
    ["http to a name that somebody may resolve elsewhere", ["--backend=http://localhost:8080"]],
    ["a name that begins like loopback", ["--backend=http://127.0.0.1.evil.example"]],
    ["a path", ["--backend=https://a.example/path"]],
    ["a slash", ["--backend=https://a.example/"]],
    ["a user", ["--backend=https://user@a.example"]],
    ["a query", ["--backend=https://a.example?x"]],
    ["another scheme", ["--backend=file:///etc"]],
    ["script", ["--backend=javascript:alert(1)"]],
    ["no time at all", ["--backend=https://a.example", "--call-timeout-ms=0"]],
    ["a time that is none", ["--backend=https://a.example", "--call-timeout-ms=soon"]],
    ["a cost that scrypt cannot have", ["--backend=https://a.example", "--passcode-cost=15"]],
    ["a cost above a cardholder's", ["--backend=https://a.example", "--passcode-cost=262144"]],
    ["no folder of a script", ["--backend=https://a.example", '--device-data={"domains":["a.example"]}']],
    [
      "a script that may reach an address",
      ["--backend=https://a.example", '--device-data={"folder":"/a","domains":["127.0.0.1"]}'],
    ],
    ["no update server", ["--backend=https://a.example", "--updates=none"]],
    ["an update server by http", ["--backend=https://a.example", '--updates={"address":"http://a.example","root":""}']],
    ["half a millisecond", ["--backend=https://a.example", "--call-timeout-ms=0.5"]],
  ])("refuses %s and says why", (_name, argv) => {
    expect(() => readConfig(argv)).toThrow();
    expect(said).toHaveLength(1);
    expect(said[0]).toMatch(/^--\S+ .+\n$/);
  });
});
