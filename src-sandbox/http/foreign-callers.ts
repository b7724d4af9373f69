import type { FastifyInstance } from "fastify";

/**
 * Refuses requests that only a web page in a browser sends: with another site's Origin, or a host name that points at this
 * computer (DNS rebinding). Listening only on loopback does not stop those.
 */
export function refuseForeignCallers(app: FastifyInstance): void {
  app.addHook("onRequest", async (request, reply) => {
    const port = request.socket.localPort;
    const hosts = [`127.0.0.1:${port}`, `localhost:${port}`];
    const { host, origin } = request.headers;
    const known = host !== undefined && hosts.includes(host.toLowerCase());
    if (known && (origin === undefined || hosts.some((own) => origin === `http://${own}`))) return undefined;
    return reply.code(403).send({ error: "the sandbox answers only to this computer" });
  });
}
