import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { routes } from "../../src-backend/api/routes.ts";
import { ask } from "./backend.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "backend-"));
  await build({
    root,
    configFile: false,
    logLevel: "error",
    // The packages inside, because there is no node_modules beside the folder.
    ssr: { noExternal: true },
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
    env: { PATH: process.env.PATH ?? "", ...environment },
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

describe("the backend as a process", () => {
  it.each(["SIGINT", "SIGTERM"] as const)("says one line on stdout, serves, and ends with 0 at %s", async (signal) => {
    const { child, output, closed } = start(right);
    if (child.stdout === null) throw new Error("no stdout");
    await Promise.race([once(child.stdout, "data"), closed]);
    expect(output.err).not.toContain("cannot");
    const url = /^Partner backend listening at (http:\/\/127\.0\.0\.1:\d+)\n$/.exec(output.out)?.[1];
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
