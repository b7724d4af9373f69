import { connect as connectTcp, isIP, type Socket } from "node:net";
import { connect as connectTls } from "node:tls";
import type { FailureReason } from "../log.ts";
import { ExchangeFailed } from "./exchange-failed.ts";

/**
 * Opens a connection to a server; to an https one it is complete, its certificate verified, when it is answered.
 * @throws ExchangeFailed with `sent: false`
 */
export function openConnection(url: URL, signal: AbortSignal): Promise<Socket> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) {
      reject(new ExchangeFailed(false, "timeout"));
      return;
    }
    const secure = url.protocol === "https:";
    const host = url.hostname.replace(/^\[(.*)\]$/, "$1");
    const port = url.port === "" ? (secure ? 443 : 80) : Number(url.port);
    const socket = secure
      ? connectTls({
          host,
          port,
          // Explicit, so that NODE_TLS_REJECT_UNAUTHORIZED cannot turn it off.
          rejectUnauthorized: true,
          minVersion: "TLSv1.2",
          ALPNProtocols: ["http/1.1"],
          // RFC 6066 §3: an address is not a server name.
          ...(isIP(host) === 0 && { servername: host }),
        })
      : connectTcp({ host, port });
    const giveUp = (reason: FailureReason) => {
      socket.destroy();
      reject(new ExchangeFailed(false, reason));
    };
    const onAbort = () => giveUp("timeout");
    signal.addEventListener("abort", onAbort, { once: true });
    socket.once("error", () => giveUp("connect"));
    socket.once("close", () => giveUp("connect"));
    socket.once(secure ? "secureConnect" : "connect", () => {
      signal.removeEventListener("abort", onAbort);
      socket.removeAllListeners("error");
      socket.removeAllListeners("close");
      // Until the request takes over, and after it has let go: a late error is nobody's.
      socket.on("error", () => {});
      resolve(socket);
    });
  });
}
