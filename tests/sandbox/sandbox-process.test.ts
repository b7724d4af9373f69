import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readEnvironment } from "../../src-sandbox/environment.ts";
import { startSandbox } from "../../src-sandbox/start-sandbox.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
let folder: string;
let entry: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "sandbox-"));
  entry = join(folder, "index.mjs");
  await build({
    root,
    configFile: false,
    logLevel: "error",
    ssr: { noExternal: true },
    build: {
      ssr: "src-sandbox/index.ts",
      outDir: folder,
      emptyOutDir: false,
      rolldownOptions: { output: { entryFileNames: "index.mjs" } },
    },
  });
}, 60_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

type Started = { child: ChildProcess; output: { out: string; err: string }; exit: Promise<unknown[]> };

function start(environment: Record<string, string>): Started {
  const child = spawn(process.execPath, [entry], { env: { PATH: process.env.PATH ?? "", ...environment } });
  const output = { out: "", err: "" };
  child.stdout?.on("data", (chunk) => {
    output.out += chunk;
  });
  child.stderr?.on("data", (chunk) => {
    output.err += chunk;
  });
  return { child, output, exit: once(child, "close") };
}

async function readUrl({ child, output, exit }: Started): Promise<string> {
  while (!output.out.includes("\n")) {
    const ended = child.stdout === null ? exit : Promise.race([once(child.stdout, "data"), exit]);
    await ended;
    if (child.exitCode !== null) throw new Error(output.err);
  }
  return output.out.trim().split(" ").at(-1) ?? "";
}

describe("the sandbox as a process", () => {
  it.each(["SIGINT", "SIGTERM"] as const)(
    "says where it listens, and ends with 0 at %s while a request is held",
    async (signal) => {
      const customersFile = join(folder, `${signal}.json`);
      const started = start({ SANDBOX_CUSTOMERS_FILE: customersFile });
      const url = await readUrl(started);
      const customers = JSON.parse(await readFile(customersFile, "utf8"));
      expect(customers).toEqual(await (await fetch(`${url}/sandbox/customers`)).json());

      const plan = JSON.stringify({ operation: "card", kind: "hold" });
      const { id } = await (
        await fetch(`${url}/sandbox/faults`, {
          method: "POST",
          headers: { "content-type": "application/json" },
          body: plan,
        })
      ).json();
      const held = expect(fetch(`${url}/v1/cards/x`)).rejects.toThrow();
      await fetch(`${url}/sandbox/faults/${id}/reached`);
      started.child.kill(signal);
      expect(await started.exit).toEqual([0, null]);
      await held;
      expect(started.output).toEqual({ out: `Solaris sandbox listening at ${url}\n`, err: "" });
    },
  );

  it("takes its port, its credentials and the life of a code from the environment", async () => {
    const started = start({ SANDBOX_CLIENT_ID: "me", SANDBOX_CLIENT_SECRET: "mine", SANDBOX_CHALLENGE_SECONDS: "7" });
    const url = await readUrl(started);
    const reply = await fetch(`${url}/oauth2/token`, {
      method: "POST",
      headers: { authorization: `Basic ${btoa("me:mine")}` },
      body: new URLSearchParams({ grant_type: "client_credentials" }),
    });
    expect(reply.status).toBe(200);
    expect(await (await fetch(`${url}/sandbox/settings`)).json()).toMatchObject({ challenge_seconds: 7 });
    const second = start({ PORT: new URL(url).port });
    expect(await second.exit).toEqual([1, null]);
    expect(second.output.err).toContain("The Solaris sandbox cannot run: listen EADDRINUSE");
    started.child.kill("SIGTERM");
    await started.exit;
  });

  it("says which setting is wrong, without repeating it", async () => {
    const started = start({ PORT: "70000", SANDBOX_CLIENT_SECRET: "", SANDBOX_CHALLENGE_SECONDS: "soon" });
    expect(await started.exit).toEqual([1, null]);
    expect(started.output.out).toBe("");
    expect(started.output.err).toMatch(/PORT must be a whole number from 0 to 65535/);
    expect(started.output.err).toMatch(/SANDBOX_CLIENT_SECRET must not be empty/);
    expect(started.output.err).toMatch(/SANDBOX_CHALLENGE_SECONDS must be a whole number/);
    expect(started.output.err).not.toContain("soon");
  });
});

describe("its settings", () => {
  it("are all optional", () => {
    expect(readEnvironment({})).toEqual({});
    expect(readEnvironment({ PORT: "8080" })).toEqual({ port: 8080 });
    expect(() => readEnvironment({ SANDBOX_CLIENT_ID: "a:b" })).toThrow(/SANDBOX_CLIENT_ID must not/);
  });

  it("end the start when the customers file cannot be written", async () => {
    const customersFile = join(folder, "missing", "customers.json");
    await expect(startSandbox({ customersFile })).rejects.toThrow("the customers file cannot be written");
  });
});
