import { once } from "node:events";
import { createServer } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { routes } from "../../src-contract/api/routes.ts";
import { ask, path, pinChange } from "./backend.ts";
import { at, type BuiltBackend, buildBackend, right } from "./built-backend.ts";
import { cardId, deviceId, startFakeSolaris } from "./fake-solaris.ts";

let built: BuiltBackend;
beforeAll(async () => {
  built = await buildBackend();
}, 60_000);
afterAll(() => built.remove());

describe("the backend as a process", () => {
  it.each(["SIGINT", "SIGTERM"] as const)("says one line on stdout, serves, and ends with 0 at %s", async (signal) => {
    const { child, output, closed, url } = await built.serve(right);
    expect((await ask(url + routes.openapi, "GET")).status).toBe(200);
    child.kill(signal);
    expect((await closed)[0]).toBe(0);
    expect(output.out.trim().split("\n")).toHaveLength(1);
    const events = output.err
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line).event);
    // The first start makes the tables.
    expect(events.filter((event) => event !== "database_migrating")).toEqual([
      "backend_started",
      "request_done",
      "backend_stopped",
    ]);
  });

  it("knows after kill -9 what it had asked of Solaris, and never asks it again", async () => {
    const solaris = await startFakeSolaris();
    onTestFinished(solaris.close);
    const environment = { ...at(solaris, built), DATABASE_FILE: join(built.folder, "killed.db") };
    const first = await built.serve(environment);
    const ada = await first.signIn("Ada");
    const body = pinChange(deviceId);
    const reached = new Promise<void>((resolve) => {
      solaris.on("POST", "/v1/cards/*/pin_update_requests", () => {
        resolve();
        return "silent";
      });
    });
    const lost = ada("POST", path.pinChanges(cardId), body).catch(() => "lost");
    await reached;
    await first.kill();
    expect(await lost).toBe("lost");

    const again = await (await built.serve(environment)).signIn("Ada");
    expect((await again("POST", path.settlement(body.request_id))).json.state).toBe("unknown");
    expect((await again("POST", path.pinChanges(cardId), body)).json.code).toBe("ERR_PIN_CHANGE_OUTCOME_UNKNOWN");
    expect(solaris.asked("POST", "/pin_update_requests")).toHaveLength(1);
  });

  it("does not start with a wrong environment, and lists all that is wrong without a value", async () => {
    const { output, closed } = built.start({
      ...right,
      PORT: "marked",
      SOLARIS_API_URL: "http://marked",
      LOG_LEVEL: "marked",
    });
    expect((await closed)[0]).toBe(1);
    expect(output.out).toBe("");
    for (const name of ["PORT", "SOLARIS_API_URL", "LOG_LEVEL"]) expect(output.err).toContain(`  ${name} is not`);
    expect(output.err).not.toContain("marked");
  });

  it("does not start with the verification of certificates turned off", async () => {
    const { output, closed } = built.start({ ...right, NODE_TLS_REJECT_UNAUTHORIZED: "0" });
    expect((await closed)[0]).toBe(1);
    expect(output.err).toContain("NODE_TLS_REJECT_UNAUTHORIZED is 0");
  });

  it.each(["PORT", "METRICS_PORT"])("says which port is taken: %s", async (variable) => {
    const other = createServer().listen(0, "127.0.0.1");
    await once(other, "listening");
    const address = other.address();
    const taken = typeof address === "object" && address !== null ? String(address.port) : "";
    const { output, closed } = built.start({ ...right, [variable]: taken });
    expect((await closed)[0]).toBe(1);
    expect(output.err).toContain(`another program listens on port ${taken}.`);
    other.close();
  });
});
