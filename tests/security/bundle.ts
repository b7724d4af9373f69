import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";

const out = path.resolve(import.meta.dirname, "../../out");

/** The two builds of the app: as cardholders get it, and as `npm start` and the tests run it. */
export const builds = [
  { name: "release", folder: path.join(out, "release") },
  { name: "development", folder: out },
] as const;
export type Build = (typeof builds)[number];

/** Every file of a built part as text, by its path. @throws saying how to build it, when it is missing */
export function readBuilt({ name, folder }: Build, part: "main" | "preload" | "renderer"): Map<string, string> {
  const place = path.join(folder, part);
  if (!existsSync(place)) {
    throw new Error(
      `${place} is missing: build it with "node node_modules/electron-vite/bin/electron-vite.js build --mode ${name}"`,
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

/** All of a part's code as one text. */
export const textOf = (build: Build, part: Parameters<typeof readBuilt>[1]) =>
  [...readBuilt(build, part).values()].join("\n");
