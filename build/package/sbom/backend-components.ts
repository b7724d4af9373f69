import { readFileSync } from "node:fs";
import { isBuiltin } from "node:module";
import { parseSync } from "vite";
import type { Component } from "./cyclonedx.ts";
import { withAllDependencies } from "./lock-file.ts";

/**
 * What the partner backend is made of: the packages that its built program imports, and all that these need. package.json names the app's
 * beside them.
 * @param program out/backend/index.js
 */
export function backendComponents(program: string): Component[] {
  const { module } = parseSync(program, readFileSync(program, "utf8"));
  const imported = module.staticImports.map(({ moduleRequest }) => moduleRequest.value);
  const packages = imported
    .filter((name) => !isBuiltin(name) && !name.startsWith("."))
    .map((name) => /^(?:@[^/]+\/)?[^/]+/.exec(name)?.[0] ?? name);
  return withAllDependencies([...new Set(packages)]);
}
