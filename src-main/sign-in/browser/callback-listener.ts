import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { AppError } from "../../app-error.ts";

/** What the browser is shown. `stranger`: this request is none of the sign-in's; `early`: a prefetch (Sec-Purpose). */
export type PageKind = "done" | "already" | "stranger" | "stopped" | "early";

/** A finished page: headers that are particular to it, and its text. */
export interface Page {
  readonly html: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** The listener for the browser's return (RFC 8252 §7.3). */
export interface Listener {
  /** Where the provider sends the browser. */
  readonly redirectUri: string;
  /** Stops listening, and cuts what is still connected: `close` alone waits for silent connections (measured). */
  close(): void;
}

interface Answers {
  /**
   * Takes the parameters of a return, and says which page the browser gets. Never rejects.
   * @param parameters each name once
   */
  readonly take: (parameters: ReadonlyMap<string, string>) => PageKind | Promise<PageKind>;
  readonly page: (kind: PageKind) => Page;
}

const CALLBACK_PATH = "/callback";
/** A code, a state and an issuer are far smaller. */
const LARGEST_HEAD_BYTES = 8 * 1024;
const LARGEST_BODY_BYTES = 16 * 1024;
/** A browser opens a few at once, some of which stay silent (measured). Above that the oldest has to go, not the newest. */
const MOST_SILENT = 16;
/** A browser on the same computer needs milliseconds. */
const SENT_WITHIN_MS = 2_000;

const statuses: Readonly<Record<PageKind, number>> = {
  done: 200,
  already: 200,
  stopped: 200,
  stranger: 404,
  early: 503,
};

/**
 * Listens for the browser on `127.0.0.1`, at a port that the system chooses (docs/threat-model.md#callback-listener). Any
 * program and any page on this computer can send it requests, so it believes nothing: it answers with fixed pages, and
 * leaves the judgement of a return to `take`.
 * @throws AppError ERR_SIGN_IN_PORT
 */
export function listenForBrowser({ take, page }: Answers): Promise<Listener> {
  /** Connections whose request has not arrived, the oldest first. */
  const silent = new Set<Socket>();
  const answered = new WeakSet<Socket>();
  const server = createServer({
    maxHeaderSize: LARGEST_HEAD_BYTES,
    headersTimeout: SENT_WITHIN_MS,
    requestTimeout: SENT_WITHIN_MS,
    connectionsCheckingInterval: 500,
  });
  const show = (response: ServerResponse, kind: PageKind) => {
    const { html, headers } = page(kind);
    response.writeHead(statuses[kind], { ...commonHeaders, ...headers, "content-length": Buffer.byteLength(html) });
    response.end(response.req.method === "HEAD" ? undefined : html);
  };

  server.on("request", async (request, response) => {
    // Thousands in one write would keep the whole program from everything else. No browser sends a second one here.
    if (answered.has(request.socket)) return void request.socket.destroy();
    answered.add(request.socket);
    const address = server.address() as AddressInfo | null;
    if (address === null) return void request.destroy();
    const parameters = isPrefetch(request) ? "early" : await readReturn(request, `127.0.0.1:${address.port}`);
    silent.delete(request.socket);
    show(response, typeof parameters === "string" ? parameters : await take(parameters));
  });
  // Without these listeners Node would send a 100 (Continue), switch protocols, or answer with a page of its own.
  server.on("checkContinue", (_request, response) => show(response, "stranger"));
  server.on("upgrade", (_request, socket) => socket.destroy());
  server.on("clientError", (_error, socket) => socket.destroy());
  server.on("connection", (socket) => {
    silent.add(socket);
    socket.once("close", () => silent.delete(socket));
    const [oldest] = silent;
    if (silent.size > MOST_SILENT) oldest?.destroy();
  });

  return new Promise((resolve, reject) => {
    server.once("error", (cause) => reject(new AppError("ERR_SIGN_IN_PORT", { cause })));
    server.listen({ host: "127.0.0.1", port: 0, exclusive: true }, () => {
      server.on("error", () => undefined); // a single connection's: the browser asks again
      const { port } = server.address() as AddressInfo;
      resolve({
        redirectUri: `http://127.0.0.1:${port}${CALLBACK_PATH}`,
        close: () => {
          server.close();
          server.closeAllConnections();
        },
      });
    });
  });
}

/** Nothing stays in the browser, nothing is loaded, nothing may read or frame the page, and its address goes nowhere. */
const commonHeaders = {
  "content-type": "text/html; charset=utf-8",
  "cache-control": "no-store",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  connection: "close",
};

/** Chromium fetches links in advance, code and all (measured): such a request is not the person's return. */
function isPrefetch({ headers }: IncomingMessage): boolean {
  return headers["sec-purpose"] !== undefined || headers.purpose !== undefined || headers["x-moz"] !== undefined;
}

/** The parameters of a return; `stranger` where the request can be none. */
async function readReturn(request: IncomingMessage, host: string): Promise<ReadonlyMap<string, string> | "stranger"> {
  const { method, url = "", rawHeaders } = request;
  const hosts = rawHeaders.filter((_, at) => at % 2 === 1 && rawHeaders[at - 1]?.toLowerCase() === "host");
  const [path, query = "", ...rest] = url.split("?");
  // The name must be the literal: a page of a host that was rebound to 127.0.0.1 names its own.
  if (hosts.length !== 1 || hosts[0] !== host || path !== CALLBACK_PATH || rest.length > 0) return "stranger";
  if (method === "GET") return onceEach(query);
  if (method !== "POST" || query !== "" || !isForm(request)) return "stranger";
  const body = await readBody(request);
  return body === null ? "stranger" : onceEach(body);
}

function isForm({ headers }: IncomingMessage): boolean {
  return /^application\/x-www-form-urlencoded\s*(?:;|$)/i.test(headers["content-type"] ?? "");
}

/** @returns null if it is larger than allowed, or does not arrive */
async function readBody(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of request as AsyncIterable<Buffer>) {
      size += chunk.byteLength;
      if (size > LARGEST_BODY_BYTES) return null;
      chunks.push(chunk);
    }
  } catch {
    return null; // the connection was cut
  }
  return Buffer.concat(chunks).toString("utf8");
}

/** A parameter that comes twice could mean one thing here and another elsewhere (RFC 6749 §3.1). */
function onceEach(text: string): ReadonlyMap<string, string> | "stranger" {
  const all = [...new URLSearchParams(text)];
  const parameters = new Map(all);
  return parameters.size === all.length ? parameters : "stranger";
}
