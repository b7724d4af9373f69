import fastify from "fastify";
import { serializerCompiler, validatorCompiler, type ZodTypeProvider } from "fastify-type-provider-zod";
import type { Log } from "../server-log.ts";
import { answerUnreadable, sendProblem } from "./answer-problems.ts";
import { drainUnreadBodies } from "./drain-unread-bodies.ts";
import { endConnectionsWithServer } from "./end-connections.ts";
import type { App } from "./fastify-app.ts";
import { createPipeliningLimit } from "./limit-pipelining.ts";

/** In bytes. The largest request, a signed PIN change with a fingerprint of the device, has less than half of it. */
const LARGEST_BODY = 64 * 1024;

/** How long a caller may take, in milliseconds. */
export interface Patience {
  /** From a connection's first moment, or the last answer, to the end of a request's head. */
  readonly headMs: number;
  /** To the end of its body. */
  readonly requestMs: number;
  /** How often Node looks for those who have taken longer: what they get on top, at most. */
  readonly checkMs: number;
  /** For what is left of a body that nobody wants, before its refusal is sent. */
  readonly unwantedBodyMs: number;
  /** For the rest of a request, once the server is to end. Whoever stops a server kills it after ten seconds. */
  readonly restMs: number;
}

// Node looks every 30 s and gives a head 60 s, if nobody says otherwise: 30 s were up to 60.
const ordinaryPatience: Patience = {
  headMs: 10_000,
  requestMs: 29_000,
  checkMs: 1000,
  unwantedBodyMs: 1000,
  restMs: 2000,
};

/** Creates the server: what it takes from whom for how long, before any of our routes has a say. */
export function createApp(log: Log, patience: Patience = ordinaryPatience): App {
  const { headMs: headersTimeout, requestMs: requestTimeout, checkMs: connectionsCheckingInterval } = patience;
  const isOneTooMany = createPipeliningLimit(log);
  const app = fastify({
    // Fastify's own log lines have addresses in them; ours are in server-log.ts.
    logger: false,
    bodyLimit: LARGEST_BODY,
    exposeHeadRoutes: false,
    // What had begun to arrive is answered like anything else (end-connections.ts), and not by a 503 that is none of ours.
    return503OnClosing: false,
    // Against callers that send their request a byte at a time.
    requestTimeout,
    http: { headersTimeout, requestTimeout, connectionsCheckingInterval },
    clientErrorHandler: answerUnreadable(log),
    // For these no hook runs.
    frameworkErrors: (_error, request, reply) => {
      if (isOneTooMany(request.raw, reply.raw)) return;
      reply.header("cache-control", "no-store");
      sendProblem(request, reply, "ERR_OPERATION_UNKNOWN");
    },
  }).withTypeProvider<ZodTypeProvider>();
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  app.decorateRequest("customer", null);
  // The first of all hooks, so that nobody has been looked up yet.
  app.addHook("onRequest", (request, reply, done) => {
    if (isOneTooMany(request.raw, reply.raw)) return;
    // When all that has come with it is counted: of a connection that sends too much at once, nothing is begun.
    setImmediate(() => {
      if (!request.raw.socket.destroyed) done();
    });
  });
  endConnectionsWithServer(app, patience.restMs);
  drainUnreadBodies(app, { withinMs: patience.unwantedBodyMs, withinBytes: LARGEST_BODY });
  return app;
}
