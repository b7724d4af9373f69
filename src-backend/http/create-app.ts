import fastify from "fastify";
import { serializerCompiler, validatorCompiler, type ZodTypeProvider } from "fastify-type-provider-zod";
import type { Log } from "../server-log.ts";
import { followRequests, nameRequest } from "../tracing/follow-requests.ts";
import { newRequestId } from "../tracing/request-id.ts";
import { acceptFirst } from "./accept-first.ts";
import { answerUnreadable, sendProblem } from "./answer-problems.ts";
import { drainUnreadBodies } from "./drain-unread-bodies.ts";
import { type EndOfConnections, endConnectionsWithServer } from "./end-connections.ts";
import type { App } from "./fastify-app.ts";
import { createPipeliningLimit } from "./limit-pipelining.ts";

/** In bytes. The largest request, a signed PIN change with a device fingerprint, needs less than half. */
const LARGEST_BODY = 64 * 1024;

/** How long a caller may take, in milliseconds. */
export interface Patience {
  /** From the connection's start, or the last answer, to the end of a request's head. */
  readonly headMs: number;
  /** From there to the end of its body. */
  readonly requestMs: number;
  /** How often Node checks for slow callers, which is the most they get in addition. */
  readonly checkMs: number;
  /** For draining the rest of an unwanted body before its refusal is sent. */
  readonly unwantedBodyMs: number;
  /** For the rest of a request once the server takes no connections any more (docs/operations.md#stopping). */
  readonly restMs: number;
}

// By default Node checks every 30 s and gives a head 60 s, so a limit of 30 s could become 60.
export const ordinaryPatience: Patience = {
  headMs: 10_000,
  requestMs: 29_000,
  checkMs: 1000,
  unwantedBodyMs: 1000,
  restMs: 2000,
};

/** Creates the server with its limits on size and time, which apply before any route. */
export function createApp(log: Log, patience: Patience): { readonly app: App } & EndOfConnections {
  const { headMs: headersTimeout, requestMs: requestTimeout, checkMs: connectionsCheckingInterval } = patience;
  const isOneTooMany = createPipeliningLimit(log);
  const app = fastify({
    genReqId: newRequestId,
    // Fastify's own log lines contain addresses; ours are in server-log.ts.
    logger: false,
    bodyLimit: LARGEST_BODY,
    exposeHeadRoutes: false,
    // Requests that had begun to arrive are answered normally (end-connections.ts), not with Fastify's own 503.
    return503OnClosing: false,
    // Against callers that send their request a byte at a time.
    requestTimeout,
    http: { headersTimeout, requestTimeout, connectionsCheckingInterval },
    clientErrorHandler: answerUnreadable(log),
    // No hooks run for these.
    frameworkErrors: (_error, request, reply) => {
      if (isOneTooMany(request.raw, reply.raw)) return;
      reply.header("cache-control", "no-store");
      nameRequest(request, reply);
      sendProblem(request, reply, "ERR_OPERATION_UNKNOWN");
    },
  }).withTypeProvider<ZodTypeProvider>();
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  app.decorateRequest("customer", null);
  const gate = acceptFirst(app.server);
  // The first hook, before any database look-up.
  app.addHook("onRequest", (request, reply, done) => {
    if (isOneTooMany(request.raw, reply.raw)) return;
    // Once everything that arrived together is counted: nothing starts for a connection that sends too much at once.
    gate(() => {
      if (!request.raw.socket.destroyed) done();
    });
  });
  followRequests(app);
  const { announce } = endConnectionsWithServer(app, patience.restMs);
  drainUnreadBodies(app, { withinMs: patience.unwantedBodyMs, withinBytes: LARGEST_BODY });
  return { app, announce };
}
