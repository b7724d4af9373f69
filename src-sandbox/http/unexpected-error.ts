import process from "node:process";
import type { FastifyInstance, FastifyReply } from "fastify";
import type { Answer } from "./call.ts";
import { renderRefusal, shapeOf } from "./solaris-errors.ts";
import type { Family } from "./solaris-operations.ts";
import { unknownPath } from "./unknown-path.ts";

/** The 500 of docs/solaris-api.md §2 for a bug of the sandbox; stderr gets only its location. */
export function answerMistake(cause: unknown, family: Family): Answer {
  // The message could repeat the request, which could hold a PIN.
  const frames = cause instanceof Error ? (cause.stack ?? "").split(/\n\s+at /).slice(1, 4) : [];
  process.stderr.write(`bug in the sandbox: ${frames.join(" < ")}\n`);
  const shape = shapeOf(family, 500);
  const detail = "There was an error.";
  return { status: 500, body: renderRefusal({ status: 500, shape, code: "generic_error", detail }) };
}

/** Answers failures outside the endpoints: an oversized body, an undecodable path, a bug. */
export function answerUnexpectedErrors(app: FastifyInstance): void {
  app.setErrorHandler((cause, _request, reply) => {
    const status = readStatus(cause);
    if (status === undefined) {
      const mistake = answerMistake(cause, "general");
      return reply.code(mistake.status).send(mistake.body);
    }
    const detail = "The request cannot be read.";
    return reply.code(status).send(renderRefusal({ status, shape: "A", code: "validation_error", detail }));
  });
}

/** Answers unroutable requests (an undecodable path, an endless id) like a path that does not exist. */
export function answerUnroutable(url: string, reply: FastifyReply): FastifyReply {
  const answer = unknownPath(url.split("?")[0] ?? "");
  return reply.code(answer.status).send(answer.body);
}

function readStatus(cause: unknown): number | undefined {
  if (typeof cause !== "object" || cause === null || !("statusCode" in cause)) return undefined;
  const { statusCode } = cause;
  return typeof statusCode === "number" && statusCode >= 400 && statusCode < 500 ? statusCode : undefined;
}
