import { createServer, type IncomingMessage, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";

export interface Arrival {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingMessage["headers"];
  readonly body: string;
}

export interface OneServer {
  readonly origin: string;
  /** What has arrived in full, in order. */
  readonly arrivals: readonly Arrival[];
  close(): Promise<void>;
}

/** A real HTTP server on a free port of this computer. */
export async function startOneServer(answer: RequestListener): Promise<OneServer> {
  const arrivals: Arrival[] = [];
  const server: Server = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request) body += String(chunk);
    const { method = "", url = "", headers } = request;
    arrivals.push({ method, url, headers, body });
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    arrivals,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** An answer of JSON. */
export function json(value: unknown, status = 200, type = "application/json"): RequestListener {
  return (_request, response) => {
    response.writeHead(status, { "content-type": type }).end(JSON.stringify(value));
  };
}
