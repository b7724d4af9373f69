// An identity provider that only describes itself, shows its keys and introspects, and says what a test tells it to.
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";
import { type Algorithm, type Json, type MadeKey, makeKey } from "./made-jws.ts";

type Handler = (request: IncomingMessage, response: ServerResponse, text: string) => void;
export const discoveryPath = "/.well-known/openid-configuration";

export type SmallProvider = Awaited<ReturnType<typeof startSmallProvider>>;

/** Starts it, with a key for each algorithm, for the running test only. */
export async function startSmallProvider(algorithms: readonly Algorithm[] = ["ES256"]) {
  const asked: { path: string; text: string; headers: IncomingMessage["headers"] }[] = [];
  const handlers = new Map<string, Handler>();
  const keys: (MadeKey & { kid: string })[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const text = Buffer.concat(chunks).toString("utf8");
    const path = request.url ?? "";
    asked.push({ path, text, headers: request.headers });
    handlers.get(path)?.(request, response, text);
  });
  const listen = (port: number) => new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  await listen(0);
  const { port } = server.address() as AddressInfo;
  const issuer = `http://127.0.0.1:${port}`;
  const say = (path: string, json: () => unknown, status = 200): void => {
    handlers.set(path, (_request, response) => {
      response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(json()));
    });
  };
  const show = (key: MadeKey) => keys.push({ ...key, kid: `key-${keys.length + 1}` });
  const jwks = () => ({
    keys: keys.map(({ kid, alg: of, publicJwk }) => ({ ...publicJwk, kid, alg: of, use: "sig" })),
  });
  for (const algorithm of algorithms) show(makeKey(algorithm));
  say(discoveryPath, () => ({
    issuer,
    jwks_uri: `${issuer}/keys`,
    introspection_endpoint: `${issuer}/introspect`,
    authorization_endpoint: `${issuer}/authorize`,
  }));
  say("/keys", jwks);
  onTestFinished(() => (server.listening ? close() : undefined));
  return {
    issuer,
    port,
    keys,
    jwks,
    /** Shows another key too, which is the newest from then on. */
    show,
    newest: () => keys.at(-1) as MadeKey & { kid: string },
    say,
    on: (path: string, handler: Handler) => void handlers.set(path, handler),
    introspects: (of: (token: string) => Json) => {
      handlers.set("/introspect", (_request, response, text) => {
        const token = new URLSearchParams(text).get("token") ?? "";
        response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(of(token)));
      });
    },
    /** What was asked, by path. */
    count: (path: string) => asked.filter((one) => one.path === path).length,
    asked,
    goAway: close,
    comeBack: () => listen(port),
  };
}
