import { request } from "node:http";
import type { Socket } from "node:net";
import { ExchangeFailed } from "./exchange-failed.ts";

/** The HTTP proxy that leads out of the partner's network. */
export interface HttpProxy {
  readonly host: string;
  readonly port: number;
  /** Our `Proxy-Authorization` for it. A secret. */
  readonly authorization?: string;
}

/**
 * Opens a proxy tunnel to a port of a host (RFC 9110 §9.3.6). The proxy cannot read its content, because TLS runs inside.
 * @throws ExchangeFailed with `sent: false`: whatever the proxy answers instead, the request has not left
 */
export function openTunnel(proxy: HttpProxy, host: string, port: number, signal: AbortSignal): Promise<Socket> {
  const { host: proxyHost, port: proxyPort, authorization } = proxy;
  const authority = `${host}:${port}`;
  const headers = { host: authority, ...(authorization !== undefined && { "proxy-authorization": authorization }) };
  return new Promise((resolve, reject) => {
    const options = { host: proxyHost, port: proxyPort, method: "CONNECT", path: authority, headers, agent: false };
    const asking = request({ ...options, signal });
    const fail = () => reject(new ExchangeFailed(false, signal.aborted ? "timeout" : "proxy"));
    asking.once("connect", ({ statusCode = 0 }, socket, head) => {
      // A TLS server never speaks first, so data that comes with the 2xx is not from one.
      if (statusCode >= 200 && statusCode < 300 && head.length === 0) {
        resolve(socket);
        return;
      }
      socket.destroy();
      fail();
    });
    asking.on("error", fail);
    asking.end();
  });
}
