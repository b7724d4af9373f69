import { health } from "../../src-contract/api/health-schema.ts";
import { routes } from "../../src-contract/api/routes.ts";
import type { App } from "./fastify-app.ts";
import { problemAnswers } from "./problem-answers.ts";

/** Adds the route that says that this process runs. */
export function addHealthRoute(app: App): void {
  const response = { 200: health, ...problemAnswers() };
  const schema = { operationId: "get_health", summary: "Whether this backend runs; Solaris is not asked", response };
  app.get(routes.health, { schema }, async () => ({ status: "ok" as const }));
}
