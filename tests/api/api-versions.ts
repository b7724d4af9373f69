import { breakingChanges } from "./breaking-changes.ts";

/** A description as far as its version is asked for. */
interface Description {
  readonly info: { readonly version: string };
}

/** Which number of the version has to move between two descriptions (docs/api.md#versions). */
export function neededMove(before: Description, after: Description): "major" | "minor" | "patch" | "none" {
  if (breakingChanges(before, after).length > 0) return "major";
  if (withoutWords(before) !== withoutWords(after)) return "minor";
  return withoutVersion(before) === withoutVersion(after) ? "none" : "patch";
}

/** Which number has moved; `back` where the later version is not later. */
export function moveOf(before: Description, after: Description): "major" | "minor" | "patch" | "none" | "back" {
  const [was, is] = [before, after].map(({ info }) => info.version.split(".").map(Number));
  const moved = [0, 1, 2].find((index) => was?.[index] !== is?.[index]);
  if (moved === undefined) return "none";
  if ((is?.[moved] ?? 0) < (was?.[moved] ?? 0)) return "back";
  return (["major", "minor", "patch"] as const)[moved] ?? "none";
}

const inWords = new Set([
  "description",
  "summary",
  "title",
  "example",
  "examples",
  "tags",
  "info",
  "servers",
  "securitySchemes",
]);

function withoutWords(description: Description): string {
  // Names of fields and of schemas are no words, whatever they are.
  const isName = new Set<unknown>();
  return JSON.stringify(description, function (this: unknown, name: string, value: unknown) {
    if (name === "properties" || name === "schemas") isName.add(value);
    return inWords.has(name) && !isName.has(this) ? undefined : value;
  });
}

function withoutVersion(description: Description): string {
  return JSON.stringify({ ...description, info: { ...description.info, version: "" } });
}
