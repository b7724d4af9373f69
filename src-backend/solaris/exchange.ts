import { request as httpRequest, type IncomingMessage } from "node:http";
import type { Socket } from "node:net";
import { traceHeader } from "../tracing/request-context.ts";
import { openConnection } from "./connection.ts";
import { ExchangeFailed } from "./exchange-failed.ts";
import type { HttpProxy } from "./proxy-tunnel.ts";
import { type ReplyBody, readBody } from "./reply-body.ts";

export interface HttpRequest {
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Larger answers are cut off and count as unreadable. */
  readonly maxBytes: number;
}

export interface HttpReply extends ReplyBody {
  readonly status: number;
  readonly headers: IncomingMessage["headers"];
}

/**
 * Makes one HTTP exchange on its own connection, and writes the request once.
 *
 * Not fetch: a PIN change must arrive once, but the Fetch standard resends by itself after a 421 (§4.5,
 * HTTP-network-or-cache fetch), and does not say whether a failed request was sent. A pooled connection that the server is
 * just closing is ambiguous too. Here the connection is established, with its certificate verified, before the request is
 * written, so "sent" and "not sent" are distinct.
 * @param proxy that https calls go through
 * @throws ExchangeFailed
 */
export async function exchange(request: HttpRequest, signal: AbortSignal, proxy?: HttpProxy): Promise<HttpReply> {
  const socket = await openConnection(request.url, signal, proxy);
  // Stops waiting for an answer, and reading one.
  const giveUp = () => socket.destroy();
  signal.addEventListener("abort", giveUp);
  try {
    if (signal.aborted) throw new ExchangeFailed(false, "timeout");
    const response = await send(request, socket, signal);
    const { statusCode: status = 0, headers } = response;
    return { status, headers, ...(await readBody(response, request.maxBytes)) };
  } finally {
    signal.removeEventListener("abort", giveUp);
    socket.destroy();
  }
}

function send(request: HttpRequest, socket: Socket, signal: AbortSignal): Promise<IncomingMessage> {
  const { url, body } = request;
  return new Promise((resolve, reject) => {
    const outgoing = httpRequest({
      method: request.method,
      path: `${url.pathname}${url.search}`,
      headers: {
        accept: "application/json",
        ...request.headers,
        ...traceHeader(),
        host: url.host,
        connection: "close",
        ...(body !== undefined && { "content-length": String(Buffer.byteLength(body)) }),
      },
      createConnection: () => socket,
    });
    let isAnswered = false;
    const fail = () => {
      // Every exchange closes in the end, and to make an error costs more than to ask whether anybody wants it.
      if (!isAnswered) reject(new ExchangeFailed(true, signal.aborted ? "timeout" : "connection_lost"));
    };
    outgoing.once("response", (response) => {
      isAnswered = true;
      resolve(response);
    });
    outgoing.on("error", fail);
    outgoing.once("close", fail);
    outgoing.end(body);
  });
}
