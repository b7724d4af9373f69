import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createCertificate } from "../../src-testing/certificate.ts";

// In processes of their own: Node reads both variables when it starts, and only then can they do what they do in life.
const folder = mkdtempSync(join(tmpdir(), "backend-tls-"));
const { key, cert } = createCertificate();
const arrived: string[] = [];
const server = createServer({ key, cert }, (request, response) => {
  arrived.push(`${request.method} ${request.headers.host} ${request.headers.authorization}`);
  response.writeHead(200, { "content-type": "application/json" }).end('{"ok":true}');
});
server.on("tlsClientError", () => {});

beforeAll(async () => {
  writeFileSync(join(folder, "ca.pem"), cert);
  await build({
    root: fileURLToPath(new URL("../..", import.meta.url)),
    configFile: false,
    logLevel: "error",
    build: {
      ssr: "src-backend/solaris/exchange.ts",
      outDir: folder,
      emptyOutDir: false,
      rolldownOptions: { output: { entryFileNames: "exchange.mjs" } },
    },
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
}, 60_000);
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

async function exchangeIn(environment: Record<string, string>, host = "localhost"): Promise<string> {
  const { port } = server.address() as AddressInfo;
  const program = `
    import { exchange } from ${JSON.stringify(join(folder, "exchange.mjs"))};
    const url = new URL("https://${host}:${port}/v1");
    const headers = { authorization: "Bearer secret" };
    exchange({ method: "POST", url, headers, body: "{}", maxBytes: 100 }, AbortSignal.timeout(5000)).then(
      (reply) => console.log("answered", reply.status, JSON.stringify(reply.json)),
      (error) => console.log(error.name, error.sent, error.reason),
    );`;
  const child = spawn(process.execPath, ["--no-warnings", "--input-type=module", "-e", program], {
    env: { PATH: process.env.PATH ?? "", ...environment },
  });
  let out = "";
  child.stdout.on("data", (chunk) => {
    out += chunk;
  });
  await once(child, "close");
  return out.trim();
}

describe("the connection to Solaris", () => {
  it("is made with a server whose certificate is trusted, for its name", async () => {
    arrived.length = 0;
    expect(await exchangeIn({ NODE_EXTRA_CA_CERTS: join(folder, "ca.pem") })).toBe('answered 200 {"ok":true}');
    expect(arrived).toEqual([expect.stringMatching(/^POST localhost:\d+ Bearer secret$/)]);
  });

  it.each([
    ["is not trusted", {}, "localhost"],
    ["is not trusted and Node was told not to mind", { NODE_TLS_REJECT_UNAUTHORIZED: "0" }, "localhost"],
    ["is for another name", { NODE_EXTRA_CA_CERTS: join(folder, "ca.pem") }, "127.0.0.1"],
  ])("sends nothing to a server whose certificate %s", async (_name, environment, host) => {
    arrived.length = 0;
    expect(await exchangeIn(environment, host)).toBe("ExchangeFailed false connect");
    expect(arrived).toEqual([]);
  });
});
