import { connect as connectTcp, isIP, type Socket } from "node:net";
import { connect as connectTls } from "node:tls";
import { isLoopback } from "../loopback.ts";
import { ExchangeFailed, type FailureReason } from "./exchange-failed.ts";
import { type HttpProxy, openTunnel } from "./proxy-tunnel.ts";

/**
 * Opens a connection to a server. To an https server it returns after the handshake, with the certificate verified, through
 * the proxy if there is one and the server is not on this computer. Servers without https always are (config.ts).
 * @throws ExchangeFailed with `sent: false`
 */
export async function openConnection(url: URL, signal: AbortSignal, proxy?: HttpProxy): Promise<Socket> {
  const secure = url.protocol === "https:";
  const host = url.hostname.replace(/^\[(.*)\]$/, "$1");
  const port = url.port === "" ? (secure ? 443 : 80) : Number(url.port);
  if (signal.aborted) throw new ExchangeFailed(false, "timeout");
  if (!secure) return completed(connectTcp({ host, port }), "connect", signal);
  const isAway = proxy !== undefined && !isLoopback(url.hostname);
  const tunnel = isAway ? await openTunnel(proxy, url.hostname, port, signal) : undefined;
  const socket = connectTls({
    ...(tunnel !== undefined && { socket: tunnel }),
    // The certificate must be this host's, through a tunnel too.
    host,
    port,
    // Explicit, so NODE_TLS_REJECT_UNAUTHORIZED cannot turn it off.
    rejectUnauthorized: true,
    minVersion: "TLSv1.2",
    ALPNProtocols: ["http/1.1"],
    // RFC 6066 §3: an address is not a server name.
    ...(isIP(host) === 0 && { servername: host }),
  });
  return completed(socket, "secureConnect", signal);
}

function completed(socket: Socket, event: "connect" | "secureConnect", signal: AbortSignal): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const giveUp = (reason: FailureReason) => {
      socket.destroy();
      reject(new ExchangeFailed(false, reason));
    };
    const onAbort = () => giveUp("timeout");
    const onEnd = () => giveUp("connect");
    signal.addEventListener("abort", onAbort, { once: true });
    socket.once("error", onEnd).once("close", onEnd);
    socket.once(event, () => {
      signal.removeEventListener("abort", onAbort);
      // Removes only these: others may be Node's own.
      socket.off("error", onEnd).off("close", onEnd);
      // Ignores errors before the request takes over and after it is done.
      socket.on("error", () => {});
      resolve(socket);
    });
  });
}
