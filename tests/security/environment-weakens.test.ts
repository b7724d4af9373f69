// Attacker: somebody who sets a variable of the environment. Way: NODE_TLS_REJECT_UNAUTHORIZED, NODE_OPTIONS, SSLKEYLOGFILE
// and their like. Impact: TLS is not checked, its keys are logged, or foreign code runs in main.
// docs/threat-model.md#environment-cleaned, #start-variables
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, it, vi } from "vitest";
import { cleanEnvironment, refusedVariable } from "../../src-main/shell/start-environment.ts";
import { expectStart, story } from "./recorded-electron.ts";

vi.mock("electron", async () => (await import("./recorded-electron.ts")).electronModule);

/** With these a release does not start. */
const refused = [
  "NODE_OPTIONS",
  "NODE_TLS_REJECT_UNAUTHORIZED",
  "NODE_DEBUG",
  "NODE_DEBUG_NATIVE",
  "NODE_V8_COVERAGE",
  "NODE_REPL_EXTERNAL_MODULE",
  "SSLKEYLOGFILE",
  "ELECTRON_RUN_AS_NODE",
  "ELECTRON_ENABLE_LOGGING",
  "ELECTRON_FORCE_IS_PACKAGED",
  "ELECTRON_OVERRIDE_DIST_PATH",
  "ELECTRON_SOMETHING_NEW",
  "CHROME_LOG_FILE",
  "CHROME_DEVEL_SANDBOX",
  "LD_PRELOAD",
  "LD_AUDIT",
  "DYLD_INSERT_LIBRARIES",
  // Windows reads them like this too.
  "node_tls_reject_unauthorized",
  "Electron_Run_As_Node",
  "sslKeyLogFile",
];

/** Companies and developers set these for every program; a release starts, and does not see them. */
const removed = [
  "NODE_EXTRA_CA_CERTS",
  "NODE_USE_ENV_PROXY",
  "NODE_USE_SYSTEM_CA",
  "GOOGLE_API_KEY",
  "ELECTRON_OZONE_PLATFORM_HINT",
  "ELECTRON_NO_ATTACH_CONSOLE",
  "ELECTRON_BUILDER_BINARIES_MIRROR",
  "ELECTRON_FORCE_WINDOW_MENU_BAR",
  "ELECTRON_GET_USE_PROXY",
  "electron_config_cache",
];

describe("the environment", () => {
  it.each([...refused, ...removed])("loses %s", (name) => {
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

describe("a release", () => {
  it.each(refused)("is not started with %s, whatever its value", (name) => {
    expect(refusedVariable({ HOME: "/home/ada", [name]: "0" })).toBe(name);
    expect(refusedVariable({ HOME: "/home/ada", [name]: "" })).toBe(null); // as if it were not set
  });

  it.each([...removed, ...["PATH", "LD_LIBRARY_PATH", "GTK_MODULES", "CHROME_DESKTOP", "http_proxy", "NODE_ENV"]])(
    "is started with %s",
    (name) => {
      expect(refusedVariable({ [name]: "1" })).toBe(null);
    },
  );
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
