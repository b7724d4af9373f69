// A partner's service that knows who is who, and says what a test tells it to.
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";

export type Handler = (url: URL, request: IncomingMessage, response: ServerResponse) => void;
export const sayJson = (response: ServerResponse, json: unknown, status = 200) =>
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(json));

/** A partner's look-up that knows these, and answers as the test says. */
export async function startLookup(known: Record<string, object> = {}) {
  const asked: { url: string; authorization: string | undefined }[] = [];
  let handler: Handler = (url, _request, response) => {
    const sub = url.searchParams.get("sub") ?? decodeURIComponent(url.pathname.split("/").at(-1) ?? "");
    const person = Object.hasOwn(known, sub) ? known[sub] : undefined;
    sayJson(response, { sub, ...person }, person === undefined ? 404 : 200);
  };
  const server = createServer((request, response) => {
    asked.push({ url: request.url ?? "", authorization: request.headers.authorization });
    handler(new URL(request.url ?? "/", "http://lookup"), request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const lookup = (path = "/people/{sub}", timeoutMs = 2000) => ({
    url: origin + path,
    token: "lookup-token",
    timeoutMs,
  });
  const answer = (next: Handler) => {
    handler = next;
  };
  return { origin, asked, answer, lookup, known, close: () => server.close() };
}
