import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { type Facts, factsOf } from "./bundle-facts.ts";

/** The app as cardholders get it. */
export const releaseFolder = path.resolve(import.meta.dirname, "../../out/release");

export type Part = "main" | "preload" | "renderer";

/** Every file of a part of the release as text, by its path. @throws saying how to build it, when it is missing */
export function readRelease(part: Part): Map<string, string> {
  const place = path.join(releaseFolder, part);
  if (!existsSync(place)) {
    throw new Error(
      `${place} is missing: build it with "node node_modules/electron-vite/bin/electron-vite.js build --mode release"`,
    );
  }
  const files = readdirSync(place, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    files.map((entry) => {
      const file = path.join(entry.parentPath, entry.name);
      return [path.relative(place, file), readFileSync(file, "utf8")];
    }),
  );
}

const known = new Map<Part, Map<string, Facts>>();

/** The facts of each script of a part of the release, by its path. */
export function factsOfRelease(part: Part): Map<string, Facts> {
  const scripts = [...readRelease(part)].filter(([file]) => /\.c?js$/.test(file));
  const facts = known.get(part) ?? new Map(scripts.map(([file, code]) => [file, factsOf(code)]));
  known.set(part, facts);
  return facts;
}
