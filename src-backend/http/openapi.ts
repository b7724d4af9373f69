import swagger from "@fastify/swagger";
import { jsonSchemaTransform, jsonSchemaTransformObject } from "fastify-type-provider-zod";
import { routes } from "../api/routes.ts";
import type { App } from "./app.ts";

/** Describes the routes that are added after it, and serves the description. The zod schemas in api/ are its source. */
export async function addOpenApi(app: App): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: "3.1.0",
      info: {
        title: "Cardbound partner backend",
        version: "1.0.0",
        description:
          "Between a cardholder's computer and Solaris. Every error is `application/problem+json` with a stable `code`.",
      },
      components: { securitySchemes: { customer: { type: "http", scheme: "bearer" } } },
    },
    transform: jsonSchemaTransform,
    transformObject: jsonSchemaTransformObject,
  });
  app.get(
    routes.openapi,
    { schema: { operationId: "get_openapi", summary: "This description" } },
    async (_request, reply) => reply.header("content-type", "application/json").send(JSON.stringify(app.swagger())),
  );
}
