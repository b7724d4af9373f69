import type { Answer } from "./call.ts";
import { renderRefusal } from "./solaris-errors.ts";

/** The answer to a path that does not exist. The body is the sandbox's own choice of the general shape. */
export function unknownPath(path: string): Answer {
  const detail = `Couldn't find the path '${path}'.`;
  return { status: 404, body: renderRefusal({ status: 404, shape: "A", code: "not_found", detail }) };
}
