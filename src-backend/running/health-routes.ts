import { health } from "../../src-contract/api/health-schema.ts";
import { routes } from "../../src-contract/api/routes.ts";
import type { App } from "../http/fastify-app.ts";
import { problemAnswers } from "../http/problem-answers.ts";
import { ProblemError } from "../http/problem-error.ts";
import type { Readiness } from "./readiness.ts";

/** Adds the two routes that a process manager and a balancer ask, without a token (docs/operations.md#health-and-readiness). */
export function addHealthRoutes(app: App, readiness: Readiness): void {
  const alive = { 200: health, ...problemAnswers() };
  const healthSchema = {
    operationId: "get_health",
    summary: "Whether this process runs; nothing else is asked",
    response: alive,
  };
  app.get(routes.health, { schema: healthSchema }, async () => ({ status: "ok" as const }));

  const readySchema = {
    operationId: "get_ready",
    summary: "Whether this instance takes requests: its database answers, and it is not about to stop",
    description: "Neither Solaris nor the identity provider is asked: without them every instance would be taken out.",
    response: { 200: health, ...problemAnswers("ERR_NOT_READY") },
  };
  app.get(routes.ready, { schema: readySchema }, async () => {
    if (!(await readiness.isReady())) throw new ProblemError("ERR_NOT_READY");
    return { status: "ok" as const };
  });
}
