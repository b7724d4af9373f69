// Attacker: somebody who sets a variable of the environment. Way: NODE_TLS_REJECT_UNAUTHORIZED, NODE_OPTIONS, SSLKEYLOGFILE
// and their like. Impact: TLS is not checked, its keys are logged, or foreign code runs in main.
// docs/threat-model.md#environment-cleaned
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { cleanEnvironment } from "../../src-main/shell/hardening.ts";

const index = readFileSync(new URL("../../src-main/index.ts", import.meta.url), "utf8");

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

  it("is cleaned by the first thing that the app does", () => {
    const statements = index.replace(/^import [\s\S]*?;$/gm, "").trim();
    expect(statements).toMatch(/^const environment = cleanEnvironment\(process\.env\);/);
  });
});
