// The backend built as it ships, as processes of its own.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";
import { onTestFinished } from "vitest";
import { demoRoutes } from "../../src-contract/api/routes.ts";
import { type Ask, ask, demoCustomers } from "./backend.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

export type BuiltBackend = Awaited<ReturnType<typeof buildBackend>>;

/**
 * Builds it into a folder of its own, where its environment has its database too when it names none.
 * @param from another version's files, within the project
 */
export async function buildBackend(from = root) {
  // Within the project: the packages stay outside the bundle, as in out/backend.
  mkdirSync(join(root, "out"), { recursive: true });
  const folder = mkdtempSync(join(root, "out", "backend-process-"));
  await build({
    root,
    configFile: false,
    logLevel: "error",
    build: {
      ssr: join(from, "src-backend/index.ts"),
      outDir: folder,
      emptyOutDir: false,
      rolldownOptions: { output: { entryFileNames: "index.mjs" } },
    },
  });
  const customers = join(folder, "customers.json");
  writeFileSync(customers, JSON.stringify(demoCustomers));

  const children: ChildProcess[] = [];
  /** Runs it with this environment alone. @param as the user and group */
  const start = (environment: Record<string, string>, command: readonly string[] = [], as: number | null = null) => {
    const child: ChildProcess = spawn(process.execPath, [join(folder, "index.mjs"), ...command], {
      env: { PATH: process.env.PATH ?? "", DATABASE_FILE: join(folder, "backend.db"), ...environment },
      ...(as !== null && { uid: as, gid: as }),
    });
    children.push(child);
    const output = { out: "", err: "" };
    child.stdout?.on("data", (chunk) => {
      output.out += chunk;
    });
    child.stderr?.on("data", (chunk) => {
      output.err += chunk;
    });
    return { child, output, closed: once(child, "close") as Promise<[number | null]> };
  };

  /** Starts a server that is ended with the test. */
  const serve = async (environment: Record<string, string>) => {
    const started = start(environment);
    if (started.child.stdout === null) throw new Error("no stdout");
    await Promise.race([once(started.child.stdout, "data"), started.closed]);
    const url = /^Partner backend listening at (http:\/\/127\.0\.0\.1:\d+)\n$/.exec(started.output.out)?.[1];
    if (url === undefined) throw new Error(`did not start: ${started.output.err}`);
    const kill = async () => {
      started.child.kill("SIGKILL");
      await started.closed;
    };
    onTestFinished(kill);
    const signIn = async (name: string): Promise<Ask> => {
      const { token } = (await ask(url + demoRoutes.signIn, "POST", { name })).json;
      return (method, path, body) => ask(url + path, method, body, { authorization: `Bearer ${token}` });
    };
    return { ...started, url, kill, signIn };
  };

  /** Ends what a failed test has left running, and removes the folder. */
  const remove = () => {
    for (const child of children) child.kill("SIGKILL");
    rmSync(folder, { recursive: true, force: true });
  };
  return { folder, customers, start, serve, remove };
}

/** An environment that is right. */
export const right = {
  PORT: "0",
  SOLARIS_API_URL: "http://127.0.0.1:1",
  SOLARIS_AUTH_URL: "http://127.0.0.1:1/oauth2/token",
  SOLARIS_CLIENT_ID: "client",
  SOLARIS_CLIENT_SECRET: "marked-secret",
  DRAIN_SECONDS: "0",
};

/** An environment with demonstration sign-in and this Solaris. */
export function at(solaris: { url: string }, built: { customers: string }) {
  return {
    ...right,
    SOLARIS_API_URL: solaris.url,
    SOLARIS_AUTH_URL: `${solaris.url}/oauth2/token`,
    SOLARIS_TIMEOUT_MS: "2000",
    DEMO_CUSTOMERS: built.customers,
  };
}
