// Attacker: somebody who sets a variable of the environment. Way: NODE_TLS_REJECT_UNAUTHORIZED, NODE_OPTIONS, SSLKEYLOGFILE
// and their like. Impact: TLS is not checked, its keys are logged, or foreign code runs in main.
// docs/threat-model.md#environment-cleaned
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, it, vi } from "vitest";
import { cleanEnvironment } from "../../src-main/shell/hardening.ts";
import { expectStart, story } from "./recorded-electron.ts";

vi.mock("electron", async () => (await import("./recorded-electron.ts")).electronModule);

describe("the environment", () => {
  it.each([
    "NODE_TLS_REJECT_UNAUTHORIZED",
    "NODE_EXTRA_CA_CERTS",
    "NODE_USE_ENV_PROXY",
    "NODE_OPTIONS",
    "SSLKEYLOGFILE",
    "ELECTRON_RUN_AS_NODE",
    "ELECTRON_ENABLE_LOGGING",
    "ELECTRON_OVERRIDE_DIST_PATH",
    "ELECTRON_SOMETHING_NEW",
    // Windows reads them like this too.
    "node_tls_reject_unauthorized",
    "Electron_Run_As_Node",
    "sslKeyLogFile",
  ])("loses %s", (name) => {
    const env: NodeJS.ProcessEnv = { [name]: "0", HOME: "/home/ada" };
    cleanEnvironment(env);
    expect(env).toEqual({ HOME: "/home/ada" });
  });

  it("keeps what the system needs", () => {
    const env = {
      HOME: "/home/ada",
      DISPLAY: ":1",
      DBUS_SESSION_BUS_ADDRESS: "unix:",
      LANG: "de_DE",
      NODE_ENV: "production",
    };
    const before = { ...env };
    cleanEnvironment(env);
    expect(env).toEqual(before);
  });
});

describe("the start of the app", () => {
  const folder = mkdtempSync(path.join(tmpdir(), "cardbound-start-"));
  afterAll(() => {
    rmSync(folder, { recursive: true });
    vi.restoreAllMocks();
    vi.unstubAllEnvs();
  });

  it("cleans it before anything is asked of Electron or of the process", async () => {
    vi.stubEnv("NODE_OPTIONS", "--require /tmp/evil.cjs");
    vi.stubEnv("ELECTRON_ENABLE_LOGGING", "1");
    const heard: string[] = [];
    vi.spyOn(process, "on").mockImplementation((event) => {
      heard.push(`${String(event)} ${process.env.NODE_OPTIONS}`);
      return process;
    });
    expectStart(folder, false);
    await import("../../src-main/index.ts");
    expect(heard).toEqual(["uncaughtException undefined", "unhandledRejection undefined"]);
    expect(story.length).toBeGreaterThan(5);
    for (const { environment } of story) {
      expect(environment).not.toHaveProperty("NODE_OPTIONS");
      expect(environment).not.toHaveProperty("ELECTRON_ENABLE_LOGGING");
    }
  });
});
