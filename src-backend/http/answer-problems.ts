import type { Socket } from "node:net";
import type { FastifyError, FastifyReply, FastifyRequest } from "fastify";
import { hasZodFastifySchemaValidationErrors } from "fastify-type-provider-zod";
import type { ProblemCode } from "../../src-contract/errors/error-codes.ts";
import { DatabaseFailed } from "../database/database-failed.ts";
import { errorName, type Log } from "../server-log.ts";
import { type App, operationOf } from "./fastify-app.ts";
import { describeProblem, ProblemError, type ProblemFields } from "./problem-error.ts";

const codeOf = new WeakMap<FastifyRequest, ProblemCode>();

/** Makes every answer that is not a success a problem of ours, and logs each request by its operation's name. */
export function answerProblems(app: App, log: Log): void {
  app.setErrorHandler((error, request, reply) => sendProblem(request, reply, ...problemFor(error, log)));
  // Not `ERR_NOT_FOUND`, which is said of a card or a device: what rewrites an address must not make one disappear.
  app.setNotFoundHandler((request, reply) => sendProblem(request, reply, "ERR_OPERATION_UNKNOWN"));
  app.addHook("onSend", async (_request, reply) => {
    // Cards, devices and tokens are nobody else's business: nothing between here and the app may keep them.
    reply.header("cache-control", "no-store");
  });
  app.addHook("onResponse", async (request, reply) => {
    const code = codeOf.get(request);
    log({
      event: "request_done",
      operation: operationOf(request),
      status: reply.statusCode,
      ...(code !== undefined && { code }),
      ms: Math.round(reply.elapsedTime),
    });
  });
}

/**
 * Answers what is not HTTP, or has not come to its end in time, before there is a request (the parser's message may repeat
 * what was sent). Then the connection has gone: closed on our side alone, it would stay for as long as the caller likes.
 */
export function answerUnreadable(log: Log): (error: Error, socket: Socket) => void {
  return (_error, socket) => {
    log({ event: "request_unreadable" });
    if (!socket.writable) {
      socket.destroy();
      return;
    }
    const body = JSON.stringify(describeProblem("ERR_INVALID_REQUEST"));
    const head = ["content-type: application/problem+json", "cache-control: no-store", "connection: close"];
    const text = `HTTP/1.1 400 Bad Request\r\n${head.join("\r\n")}\r\ncontent-length: ${body.length}\r\n\r\n${body}`;
    socket.end(text, () => socket.destroy());
  };
}

/** Sends a problem. What can be sent again later says when, in the header too (RFC 9110 §10.2.3). */
export function sendProblem(
  request: FastifyRequest,
  reply: FastifyReply,
  code: ProblemCode,
  fields: ProblemFields = {},
): FastifyReply {
  codeOf.set(request, code);
  const problem = describeProblem(code, fields);
  // RFC 9110 §11.6.1: a 401 names the scheme.
  if (problem.status === 401) reply.header("www-authenticate", "Bearer");
  if (fields.retryAfterSeconds !== undefined) reply.header("retry-after", String(fields.retryAfterSeconds));
  return reply
    .code(problem.status)
    .header("content-type", "application/problem+json")
    .serializer((payload: unknown) => JSON.stringify(payload))
    .send(problem);
}

function problemFor(error: unknown, log: Log): [ProblemCode, ProblemFields?] {
  if (error instanceof ProblemError) return [error.code, error.fields];
  if (error instanceof DatabaseFailed) {
    log({ event: "database_failed", use: "request", reason: error.reason });
    return ["ERR_NOT_RECORDED"];
  }
  if (hasZodFastifySchemaValidationErrors(error)) {
    // Names the field, never its value; zod's own messages can quote it.
    const fields = error.validation.map((issue) => issue.instancePath.replace(/^\//, "").replaceAll("/", "."));
    // In an address, what cannot be an id names nothing; that something is not there, nobody has looked for.
    if (error.validationContext === "params") return ["ERR_OPERATION_UNKNOWN"];
    const named = [...new Set(fields)].filter((field) => /^[A-Za-z0-9_.]{1,64}$/.test(field)).slice(0, 5);
    return ["ERR_INVALID_REQUEST", { detail: named.length > 0 ? `Wrong or missing: ${named.join(", ")}` : undefined }];
  }
  // Fastify's own refusals: no JSON, too large, another media type.
  const status = (error as Partial<FastifyError> | null)?.statusCode ?? 500;
  if (status >= 400 && status < 500) return ["ERR_INVALID_REQUEST"];
  log({ event: "unexpected_error", error: errorName(error) });
  return ["ERR_BACKEND_INTERNAL"];
}
