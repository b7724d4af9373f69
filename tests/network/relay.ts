import { connect, createServer, type Server } from "node:net";
import { pipeline } from "node:stream";

/** Where a relay listens or connects: a file's path (which leads out of a network namespace) or a port of this computer. */
type Place = { readonly path: string } | { readonly host: "127.0.0.1"; readonly port: number };

/** Passes every connection on, both ways. @returns the server, listening */
export function startRelay(from: Place, to: Place): Promise<Server> {
  const server = createServer((arriving) => {
    const leaving = connect(to);
    const whenEnded = () => undefined; // each end learns by its own connection that the other is gone
    pipeline(arriving, leaving, whenEnded);
    pipeline(leaving, arriving, whenEnded);
  });
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(from, () => resolve(server));
  });
}
