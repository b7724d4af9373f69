import swagger from "@fastify/swagger";
import { jsonSchemaTransform, jsonSchemaTransformObject } from "fastify-type-provider-zod";
import { z } from "zod";
import { routes } from "../../src-contract/api/routes.ts";
import type { SignInConfig } from "../sign-in/sign-in-config.ts";
import { apiDescription } from "./api-description.ts";
import type { App } from "./fastify-app.ts";
import { describeAnswers, type OpenApiDocument } from "./openapi-answers.ts";
import { describeSignIn, securitySchemes } from "./openapi-sign-in.ts";
import { problemAnswers } from "./problem-answers.ts";

/**
 * Describes the routes added after it from the zod schemas in api/, and serves the description.
 * @param signIn absent: bearer tokens of the demonstration
 */
export async function addOpenApi(app: App, signIn: SignInConfig | undefined): Promise<void> {
  const origin = signIn === undefined || signIn.dpop.use === "off" ? "/" : signIn.dpop.publicOrigin;
  await app.register(swagger, {
    openapi: {
      ...apiDescription,
      servers: [{ url: origin, description: "This backend" }],
      components: { securitySchemes: securitySchemes(signIn) },
    },
    transform: jsonSchemaTransform,
    transformObject: jsonSchemaTransformObject,
  });
  let description: string | undefined;
  // Its form is OpenAPI's own: zod has nothing to check.
  const anyObject = z.unknown().meta({ type: "object" });
  app.get(
    routes.openapi,
    {
      schema: {
        operationId: "get_openapi",
        summary: "This description",
        response: { 200: anyObject, ...problemAnswers() },
      },
    },
    async (_request, reply) => {
      description ??= complete(app.swagger(), signIn);
      return reply.header("content-type", "application/json").serializer(String).send(description);
    },
  );
}

function complete(generated: object, signIn: SignInConfig | undefined): string {
  const document = JSON.parse(JSON.stringify(generated)) as OpenApiDocument;
  requireNoOptionalBody(document);
  describeSignIn(document, signIn);
  describeAnswers(document);
  // zod closes the objects of answers, but clients must expect further fields.
  const opened = JSON.stringify(document, (name, value) =>
    name === "additionalProperties" && value === false ? undefined : value,
  );
  return nameSchemasOnce(opened);
}

/** The transformer marks every body as required, but a settlement's is optional. */
function requireNoOptionalBody({ paths }: OpenApiDocument): void {
  const settlement = paths[routes.pinChangeSettlement.replace(/:(\w+)/g, "{$1}")]?.post;
  if (settlement?.requestBody !== undefined) settlement.requestBody.required = false;
}

/**
 * The transformer writes every schema twice, `Card` for answers and `CardInput` for requests. Keeps the one that a route
 * uses, under its own name.
 */
function nameSchemasOnce(description: string): string {
  const document = JSON.parse(description) as { components: { schemas: Record<string, unknown> } };
  let text = description;
  // zod has them in the order in which modules were loaded, which differs between programs.
  let schemas = Object.entries(document.components.schemas).sort(([one], [other]) => (one < other ? -1 : 1));
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
