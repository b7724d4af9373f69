import { registerHooks } from "node:module";

/** The types' path from the project's folder. */
export const openApiTypesFile = "tests/api/generated/partner-api.ts";

/**
 * Writes the types that openapi-typescript makes of a description, as a partner's developer would get them. It needs the
 * compiler's functions, which TypeScript 7 does not have (docs/dependencies.md).
 */
export async function writeOpenApiTypes(description: string): Promise<string> {
  const hooks = registerHooks({
    resolve: (name, context, next) => next(name === "typescript" ? "typescript-5" : name, context),
  });
  try {
    const { default: generate, astToString } = await import("openapi-typescript");
    const types = astToString(await generate(description, { alphabetize: true }));
    return `// Made by \`npm run docs\` from docs/openapi.json, by openapi-typescript: change neither.\n\n${types}`;
  } finally {
    hooks.deregister();
  }
}
