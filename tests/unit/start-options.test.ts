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
        callTimeoutMs: 10_000,
        lockTimes: { quietMs: 240_000, warningMs: 60_000 },
        codeCoolDownMs: 30_000,
        keychainPatienceMs: 90_000,
        passcodeCost: { N: 131_072, r: 8, p: 1 },
        systemLanguages: null,
        weakPins: "warn",
      });
    },
  );

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
    ["half a millisecond", ["--backend=https://a.example", "--call-timeout-ms=0.5"]],
  ])("refuses %s and says why", (_name, argv) => {
    expect(() => readConfig(argv)).toThrow();
    expect(said).toHaveLength(1);
    expect(said[0]).toMatch(/^--\S+ .+\n$/);
  });
});
