import { type Agent, request as httpRequest, type IncomingMessage } from "node:http";
import { traceHeader } from "../tracing/request-context.ts";
import { exchange, type HttpReply, type HttpRequest } from "./exchange.ts";
import { ExchangeFailed } from "./exchange-failed.ts";
import type { KeptConnections } from "./kept-connections.ts";
import type { HttpProxy } from "./proxy-tunnel.ts";
import { readBody } from "./reply-body.ts";

/** A request that changes nothing, so it may arrive twice. */
export interface ReadRequest extends HttpRequest {
  readonly method: "GET";
  readonly body?: never;
}

/** A connection that was kept ended before its answer began: as the server closed it, or on the way. */
class WasStale extends Error {
  override readonly name = "WasStale";
}

/**
 * Reads on a connection that is kept afterwards. If a kept one turns out to have ended, the request is sent once more, on a
 * connection of its own. Never for what must not arrive twice: exchange.ts is for that (docs/decisions/0006-sent-once.md).
 * @param kept connections to the server of this request (kept-connections.ts)
 * @throws ExchangeFailed
 */
export async function readKept(
  request: ReadRequest,
  signal: AbortSignal,
  kept: KeptConnections,
  proxy?: HttpProxy,
): Promise<HttpReply> {
  const agent = kept.take();
  try {
    const response = await ask(request, signal, agent);
    const { statusCode: status = 0, headers } = response;
    const body = await readBody(response, request.maxBytes);
    // What was not read to its end would be taken for the next answer.
    if (response.complete) kept.keep(agent);
    else agent.destroy();
    return { status, headers, ...body };
  } catch (error) {
    agent.destroy();
    if (!(error instanceof WasStale)) throw error;
    return exchange(request, signal, proxy);
  }
}

function ask({ url, headers, method }: ReadRequest, signal: AbortSignal, agent: Agent): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) throw new ExchangeFailed(false, "timeout");
    const outgoing = httpRequest({
      method,
      path: `${url.pathname}${url.search}`,
      headers: { accept: "application/json", ...headers, ...traceHeader(), host: url.host },
      agent,
      signal,
    });
    let isAnswered = false;
    const fail = (error?: Error) => {
      // Every exchange closes in the end, and to make an error costs more than to ask whether anybody wants it.
      if (isAnswered) return;
      if (error instanceof ExchangeFailed) reject(error);
      else if (signal.aborted) reject(new ExchangeFailed(outgoing.socket !== null, "timeout"));
      else reject(outgoing.reusedSocket ? new WasStale() : new ExchangeFailed(true, "connection_lost"));
    };
    outgoing.once("response", (response) => {
      isAnswered = true;
      resolve(response);
    });
    outgoing.on("error", fail);
    outgoing.once("close", fail);
    outgoing.end();
  });
}
