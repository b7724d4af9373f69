import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { demoRoutes, routes } from "../../src-backend/api/routes.ts";
import { ask, demoCustomers, path, pinChange } from "./backend.ts";
import { cardId, deviceId, startFakeSolaris } from "./fake-solaris.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
let folder: string;

beforeAll(async () => {
  // Within the project: the packages stay outside the bundle, as in out/backend.
  await mkdir(join(root, "out"), { recursive: true });
  folder = await mkdtemp(join(root, "out", "backend-process-"));
  await build({
    root,
    configFile: false,
    logLevel: "error",
    build: {
      ssr: "src-backend/index.ts",
      outDir: folder,
      emptyOutDir: false,
      rolldownOptions: { output: { entryFileNames: "index.mjs" } },
    },
  });
}, 60_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

const right = {
  PORT: "0",
  SOLARIS_API_URL: "http://127.0.0.1:1",
  SOLARIS_AUTH_URL: "http://127.0.0.1:1/oauth2/token",
  SOLARIS_CLIENT_ID: "client",
  SOLARIS_CLIENT_SECRET: "marked-secret",
};

function start(environment: Record<string, string>) {
  const child: ChildProcess = spawn(process.execPath, [join(folder, "index.mjs")], {
    env: { PATH: process.env.PATH ?? "", DATABASE_FILE: join(folder, "backend.db"), ...environment },
  });
  const output = { out: "", err: "" };
  child.stdout?.on("data", (chunk) => {
    output.out += chunk;
  });
  child.stderr?.on("data", (chunk) => {
    output.err += chunk;
  });
  return { child, output, closed: once(child, "close") as Promise<[number | null]> };
}

async function startListening(environment: Record<string, string>) {
  const started = start(environment);
  if (started.child.stdout === null) throw new Error("no stdout");
  await Promise.race([once(started.child.stdout, "data"), started.closed]);
  const url = /^Partner backend listening at (http:\/\/127\.0\.0\.1:\d+)\n$/.exec(started.output.out)?.[1];
  if (url === undefined) throw new Error("did not start");
  return { ...started, url };
}

describe("the backend as a process", () => {
  it.each(["SIGINT", "SIGTERM"] as const)("says one line on stdout, serves, and ends with 0 at %s", async (signal) => {
    const { child, output, closed, url } = await startListening(right);
    expect((await ask(url + routes.health, "GET")).json).toEqual({ status: "ok" });
    child.kill(signal);
    expect((await closed)[0]).toBe(0);
    expect(output.out.trim().split("\n")).toHaveLength(1);
    const events = output.err
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line).event);
    expect(events).toEqual(["backend_started", "request_done", "backend_stopped"]);
  });

  it("knows after kill -9 what it had asked of Solaris, and never asks it again", async () => {
    const solaris = await startFakeSolaris();
    onTestFinished(solaris.close);
    const customers = join(folder, "customers.json");
    await writeFile(customers, JSON.stringify(demoCustomers));
    const environment = {
      ...right,
      SOLARIS_API_URL: solaris.url,
      SOLARIS_AUTH_URL: `${solaris.url}/oauth2/token`,
      SOLARIS_TIMEOUT_MS: "2000",
      DEMO_CUSTOMERS: customers,
      DATABASE_FILE: join(folder, "killed.db"),
    };
    const first = await startListening(environment);
    const { token } = (await ask(first.url + demoRoutes.signIn, "POST", { name: "Ada" })).json;
    const body = pinChange(deviceId);
    const post = (url: string, to: string, json?: object) =>
      ask(url + to, "POST", json, { authorization: `Bearer ${token}` });
    const reached = new Promise<void>((resolve) => {
      solaris.on("POST", "/v1/cards/*/pin_update_requests", () => {
        resolve();
        return "silent";
      });
    });
    const lost = post(first.url, path.pinChanges(cardId), body).catch(() => "lost");
    await reached;
    first.child.kill("SIGKILL");
    expect(await lost).toBe("lost");
    await first.closed;

    const second = await startListening(environment);
    onTestFinished(() => void second.child.kill("SIGKILL"));
    expect((await post(second.url, path.settlement(body.request_id))).json.state).toBe("unknown");
    const again = await post(second.url, path.pinChanges(cardId), body);
    expect(again.json.code).toBe("pin_change_outcome_unknown");
    expect(solaris.asked("POST", "/pin_update_requests")).toHaveLength(1);
  });

  it("does not start with a wrong environment, and lists all that is wrong without a value", async () => {
    const { output, closed } = start({
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
    const { output, closed } = start({ ...right, NODE_TLS_REJECT_UNAUTHORIZED: "0" });
    expect((await closed)[0]).toBe(1);
    expect(output.err).toContain("NODE_TLS_REJECT_UNAUTHORIZED is 0");
  });

  it("says when its database cannot be written", async () => {
    const { output, closed } = start({ ...right, DATABASE_FILE: folder });
    expect((await closed)[0]).toBe(1);
    expect(output.err).toContain("DATABASE_FILE cannot be opened and written; expected ");
    expect(output.err).not.toContain(folder);
  });

  it("says when its port is taken", async () => {
    const other = createServer().listen(0, "127.0.0.1");
    await once(other, "listening");
    const address = other.address();
    const taken = typeof address === "object" && address !== null ? String(address.port) : "";
    const { output, closed } = start({ ...right, PORT: taken });
    expect((await closed)[0]).toBe(1);
    expect(output.err).toContain("another program listens on this PORT");
    other.close();
  });
});
