import swagger from "@fastify/swagger";
import { jsonSchemaTransform, jsonSchemaTransformObject } from "fastify-type-provider-zod";
import { routes } from "../../src-contract/api/routes.ts";
import type { SignInConfig } from "../sign-in/sign-in-config.ts";
import type { App } from "./fastify-app.ts";
import { describeSignIn, securitySchemes } from "./openapi-sign-in.ts";

/**
 * Describes the routes added after it from the zod schemas in api/, and serves the description.
 * @param signIn absent: bearer tokens of the demonstration
 */
export async function addOpenApi(app: App, signIn: SignInConfig | undefined): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: "3.1.0",
      info: {
        title: "Cardbound partner backend",
        version: "1.0.0",
        description:
          "Between a cardholder's computer and Solaris. Every error is `application/problem+json` with a stable `code`.",
      },
      components: { securitySchemes: securitySchemes(signIn) },
    },
    transform: jsonSchemaTransform,
    transformObject: jsonSchemaTransformObject,
  });
  let description: string | undefined;
  app.get(
    routes.openapi,
    { schema: { operationId: "get_openapi", summary: "This description" } },
    async (_request, reply) => {
      const document = () => describeSignIn(app.swagger(), signIn);
      description ??= nameSchemasOnce(requireNoOptionalBody(JSON.stringify(document())));
      return reply.header("content-type", "application/json").send(description);
    },
  );
}

/** The transformer marks every body as required, but a settlement's is optional. */
function requireNoOptionalBody(description: string): string {
  const document = JSON.parse(description) as { paths: Record<string, { post?: { requestBody?: object } }> };
  const settlement = document.paths[routes.pinChangeSettlement.replace(/:(\w+)/g, "{$1}")]?.post;
  if (settlement?.requestBody !== undefined) Object.assign(settlement.requestBody, { required: false });
  return JSON.stringify(document);
}

/**
 * The transformer writes every schema twice, `Card` for answers and `CardInput` for requests. Keeps the one that a route
 * uses, under its own name.
 */
function nameSchemasOnce(description: string): string {
  const document = JSON.parse(description) as { components: { schemas: Record<string, unknown> } };
  let text = description;
  let schemas = Object.entries(document.components.schemas);
  // Repeats until nothing changes: a schema that only an unused one refers to is unused too.
  for (let count = -1; count !== schemas.length; ) {
    count = schemas.length;
    schemas = schemas.filter(([name]) => text.includes(`/schemas/${name}"`));
    document.components.schemas = Object.fromEntries(schemas);
    text = JSON.stringify(document);
  }
  for (const [name] of schemas) {
    const ownName = name.replace(/Input$/, "");
    if (schemas.some(([other]) => other === ownName)) continue;
    text = text.replaceAll(`/schemas/${name}"`, `/schemas/${ownName}"`).replace(`"${name}":{`, `"${ownName}":{`);
  }
  return text;
}
