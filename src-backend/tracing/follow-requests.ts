import type { FastifyReply, FastifyRequest } from "fastify";
import type { App } from "../http/fastify-app.ts";
import { onBehalfOf, type RequestContext } from "./request-context.ts";
import { readTraceParent } from "./trace-parent.ts";

const contexts = new WeakMap<FastifyRequest, RequestContext>();

/** Gives each answer the id of its request, and lets all that is done for a request know it (docs/operations.md#one-request). */
export function followRequests(app: App): void {
  app.addHook("onRequest", (request, reply, done) => {
    nameRequest(request, reply);
    // Also what follows a body: Fastify goes on after it on behalf of whoever began to read it.
    onBehalfOf(contextOf(request), done);
  });
}

/** Puts the request's id into its answer. */
export function nameRequest(request: FastifyRequest, reply: FastifyReply): void {
  reply.header("x-request-id", request.id);
}

/** What is known of a request, before and after its hooks too. */
export function contextOf(request: FastifyRequest): RequestContext {
  const known = contexts.get(request);
  if (known !== undefined) return known;
  const trace = readTraceParent(request.raw.headersDistinct.traceparent ?? []);
  const context = { requestId: request.id, trace };
  contexts.set(request, context);
  return context;
}
