import { createServer } from "node:http";
import type { BackendMetrics } from "./backend-metrics.ts";

/** Where Prometheus asks. */
export interface MetricsConfig {
  readonly host: string;
  /** 0 takes a free port. */
  readonly port: number;
}

/** A listener of its own. */
export interface MetricsServer {
  readonly url: string;
  readonly close: () => void;
}

/** Serves `/metrics`, and nothing else, on a listener of its own: so no proxy in front of the API leads to it. */
export async function serveMetrics({ host, port }: MetricsConfig, metrics: BackendMetrics): Promise<MetricsServer> {
  const server = createServer(async (request, response) => {
    if (request.method !== "GET" || request.url !== "/metrics") {
      response.writeHead(404).end();
      return;
    }
    const text = await metrics.text().catch(() => null);
    if (text === null) response.writeHead(500).end();
    else response.writeHead(200, { "content-type": metrics.contentType, "cache-control": "no-store" }).end(text);
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, resolve);
  });
  const address = server.address();
  const taken = typeof address === "object" && address !== null ? address.port : port;
  const close = () => {
    server.close();
    server.closeAllConnections();
  };
  return { url: `http://${host.includes(":") ? `[${host}]` : host}:${taken}/metrics`, close };
}
