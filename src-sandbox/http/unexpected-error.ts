import process from "node:process";
import type { FastifyInstance, FastifyReply } from "fastify";
import type { Answer } from "./call.ts";
import { renderRefusal, shapeOf } from "./solaris-errors.ts";
import type { Family } from "./solaris-operations.ts";
import { unknownPath } from "./unknown-path.ts";

/** The 500 of docs/solaris-api.md §2 for a mistake of the sandbox's own, which is told on stderr by its place alone. */
export function answerMistake(cause: unknown, family: Family): Answer {
  // The message could repeat what was sent, and that could be a PIN.
  const frames = cause instanceof Error ? (cause.stack ?? "").split(/\n\s+at /).slice(1, 4) : [];
  process.stderr.write(`mistake in the sandbox: ${frames.join(" < ")}\n`);
  const shape = shapeOf(family, 500);
  const detail = "There was an error.";
  return { status: 500, body: renderRefusal({ status: 500, shape, code: "generic_error", detail }) };
}

/** Answers what fails outside of an endpoint: a body that is too large, a path that cannot be decoded, a mistake. */
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

/** Answers what cannot even be routed (a path that does not decode, an id without end) as a path that does not exist. */
export function answerUnroutable(url: string, reply: FastifyReply): FastifyReply {
  const answer = unknownPath(url.split("?")[0] ?? "");
  return reply.code(answer.status).send(answer.body);
}

function readStatus(cause: unknown): number | undefined {
  if (typeof cause !== "object" || cause === null || !("statusCode" in cause)) return undefined;
  const { statusCode } = cause;
  return typeof statusCode === "number" && statusCode >= 400 && statusCode < 500 ? statusCode : undefined;
}
