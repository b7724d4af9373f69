import { createHash } from "node:crypto";
import { registerHooks } from "node:module";

/** The types' path from the project's folder. */
export const openApiTypesFile = "tests/api/generated/partner-api.ts";

/** The head of the types, which says of which description they are. */
export function headOfTypes(description: string): string {
  const digest = createHash("sha256").update(description).digest("hex");
  return `// Made by \`npm run docs\`, by openapi-typescript, of docs/openapi.json: change neither.\n// SHA-256 ${digest}\n\n`;
}

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
    return headOfTypes(description) + types;
  } finally {
    hooks.deregister();
  }
}
