import type { Socket } from "node:net";
import type { FastifyError, FastifyReply, FastifyRequest } from "fastify";
import { hasZodFastifySchemaValidationErrors } from "fastify-type-provider-zod";
import type { ProblemCode } from "../../src-contract/errors/error-codes.ts";
import { DatabaseFailed, failureFields } from "../database/database-failed.ts";
import { errorName, type Log } from "../server-log.ts";
import { contextOf } from "../tracing/follow-requests.ts";
import { onBehalfOf } from "../tracing/request-context.ts";
import { newRequestId } from "../tracing/request-id.ts";
import { watchMethods } from "./allowed-methods.ts";
import { type App, operationOf } from "./fastify-app.ts";
import { describeProblem, ProblemError, type ProblemFields } from "./problem-error.ts";

/** A database that restarts, or whose place another one takes, is there again after this long (docs/postgresql.md#what-failures-do). */
const NOT_RECORDED_RETRY_SECONDS = 3;

const codeOf = new WeakMap<FastifyRequest, ProblemCode>();

/** Turns every failure into one of our problems, and logs each request by its operation. */
export function answerProblems(app: App, log: Log): void {
  const methodsOf = watchMethods(app);
  app.setErrorHandler((error, request, reply) =>
    // A body that cannot be read fails outside of its request.
    onBehalfOf(contextOf(request), () => sendProblem(request, reply, ...problemFor(error, log))),
  );
  // Not `ERR_NOT_FOUND`, which means a card or a device: a gateway that rewrites paths must not make one disappear.
  app.setNotFoundHandler((request, reply) => {
    const allowed = methodsOf(request.url.split("?")[0] ?? "");
    if (allowed.length === 0) return sendProblem(request, reply, "ERR_OPERATION_UNKNOWN");
    return sendProblem(request, reply.header("allow", allowed.join(", ")), "ERR_METHOD_NOT_ALLOWED");
  });
  app.addHook("onSend", async (_request, reply) => {
    // Nothing between here and the app may cache cards, devices or tokens.
    reply.header("cache-control", "no-store");
  });
  app.addHook("onResponse", async (request, reply) => {
    const code = codeOf.get(request);
    onBehalfOf(contextOf(request), () =>
      log({
        event: "request_done",
        operation: operationOf(request),
        status: reply.statusCode,
        ...(code !== undefined && { code }),
        ms: Math.round(reply.elapsedTime),
      }),
    );
  });
}

/**
 * Answers data that is not HTTP or did not end in time, without the parser's message, which may repeat it. Then destroys the
 * connection: if only our side closed it, the caller could keep it open. A connection that the caller resets has nothing to
 * read: HAProxy ends each like that once it has the answer.
 */
export function answerUnreadable(log: Log): (error: NodeJS.ErrnoException, socket: Socket) => void {
  return (error, socket) => {
    if (error.code === "ECONNRESET") {
      socket.destroy();
      return;
    }
    const requestId = newRequestId();
    onBehalfOf({ requestId, trace: null }, () => log({ event: "request_unreadable" }));
    if (!socket.writable) {
      socket.destroy();
      return;
    }
    const body = JSON.stringify(describeProblem("ERR_INVALID_REQUEST", requestId));
    const head = ["content-type: application/problem+json", "cache-control: no-store", "connection: close"];
    head.push(`x-request-id: ${requestId}`);
    const text = `HTTP/1.1 400 Bad Request\r\n${head.join("\r\n")}\r\ncontent-length: ${body.length}\r\n\r\n${body}`;
    socket.end(text, () => socket.destroy());
  };
}

/** Sends a problem. If a retry makes sense it says when, also in the header (RFC 9110 §10.2.3). */
export function sendProblem(
  request: FastifyRequest,
  reply: FastifyReply,
  code: ProblemCode,
  fields: ProblemFields = {},
): FastifyReply {
  codeOf.set(request, code);
  const problem = describeProblem(code, request.id, fields);
  if (fields.challenge !== undefined) reply.header("www-authenticate", fields.challenge);
  const retryAfter = fields.retryAfterSeconds ?? (code === "ERR_NOT_RECORDED" ? NOT_RECORDED_RETRY_SECONDS : undefined);
  if (retryAfter !== undefined) reply.header("retry-after", String(retryAfter));
  return reply
    .code(problem.status)
    .header("content-type", "application/problem+json")
    .serializer((payload: unknown) => JSON.stringify(payload))
    .send(problem);
}

function problemFor(error: unknown, log: Log): [ProblemCode, ProblemFields?] {
  if (error instanceof ProblemError) return [error.code, error.fields];
  if (error instanceof DatabaseFailed) {
    log({ event: "database_failed", use: "request", ...failureFields(error) });
    return ["ERR_NOT_RECORDED"];
  }
  if (hasZodFastifySchemaValidationErrors(error)) {
    // Names the field, never its value; zod's own messages can quote it.
    const fields = error.validation.map((issue) => issue.instancePath.replace(/^\//, "").replaceAll("/", "."));
    // An impossible id in the path names nothing: nobody has looked whether something is missing.
    if (error.validationContext === "params") return ["ERR_OPERATION_UNKNOWN"];
    const named = [...new Set(fields)].filter((field) => /^[A-Za-z0-9_.]{1,64}$/.test(field)).slice(0, 5);
    // A body that is no object at all, or none, has no field to name.
    if (error.validationContext === "body" && fields.every((field) => field === "")) named.push("the body");
    return ["ERR_INVALID_REQUEST", { detail: named.length > 0 ? `Wrong or missing: ${named.join(", ")}` : undefined }];
  }
  // Fastify's own refusals: not JSON, too large, another media type.
  const status = (error as Partial<FastifyError> | null)?.statusCode ?? 500;
  if (status >= 400 && status < 500) return ["ERR_INVALID_REQUEST"];
  log({ event: "unexpected_error", error: errorName(error) });
  return ["ERR_BACKEND_INTERNAL"];
}
