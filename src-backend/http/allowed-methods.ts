import type { App } from "./fastify-app.ts";

/**
 * Knows the methods of each address, for a 405's `Allow` (RFC 9110 §15.5.6). Call it before any route is added.
 * @returns the methods of a path without its query; none if there is nothing at it
 */
export function watchMethods(app: App): (path: string) => readonly string[] {
  const methodsAt = new Map<string, Set<string>>();
  app.addHook("onRoute", ({ url, method }) => {
    const methods = methodsAt.get(url) ?? new Set();
    methodsAt.set(url, methods);
    for (const one of [method].flat()) methods.add(one);
  });
  return (path) => {
    const given = path.split("/");
    const all = [...methodsAt].filter(([pattern]) => matches(pattern.split("/"), given));
    return all.flatMap(([, methods]) => [...methods]).sort();
  };
}

function matches(pattern: readonly string[], given: readonly string[]): boolean {
  return (
    pattern.length === given.length &&
    pattern.every((part, index) => (part.startsWith(":") ? given[index] !== "" : part === given[index]))
  );
}
