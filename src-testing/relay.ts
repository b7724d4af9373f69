import { connect, createServer, type Server, type Socket } from "node:net";
import { pipeline } from "node:stream";
import { createServer as createTlsServer } from "node:tls";

/** Where a relay listens or connects: a file's path (which leads out of a network namespace) or a port of this computer. */
type Place = { readonly path: string } | { readonly host: "127.0.0.1"; readonly port: number };

/**
 * Passes every connection on, both ways.
 * @param tls PEM texts: then TLS ends here, as at the proxy in front of a backend
 * @returns the server, listening
 */
export function startRelay(from: Place, to: Place, tls?: { key: string; cert: string }): Promise<Server> {
  const passOn = (arriving: Socket) => {
    const leaving = connect(to);
    const whenEnded = () => undefined; // each end learns by its own connection that the other is gone
    pipeline(arriving, leaving, whenEnded);
    pipeline(leaving, arriving, whenEnded);
  };
  const server = tls ? createTlsServer(tls, passOn) : createServer(passOn);
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(from, () => resolve(server));
  });
}
