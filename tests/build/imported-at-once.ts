import { existsSync, readFileSync } from "node:fs";
import path from "node:path";

/** What is evaluated before a module: other files of ours, and packages. */
export interface ImportedAtOnce {
  /** Relative to the project. */
  readonly files: readonly string[];
  readonly packages: readonly string[];
}

const root = path.resolve(import.meta.dirname, "../..");
/** An import or a re-export that is there at run time; `import type` is not, and `import(…)` comes later. */
const forms = [/^(?:import|export)(?! type\b)[^;"'()]*?from "(?<source>[^"]+)";/gms, /^import "(?<source>[^"]+)";/gm];

/** Follows the imports of a source file. @param entry relative to the project */
export function importedAtOnce(entry: string): ImportedAtOnce {
  const files = new Set([entry]);
  const packages = new Set<string>();
  for (const file of files) {
    if (!/\.tsx?$/.test(file)) continue;
    const text = readFileSync(path.join(root, file), "utf8");
    for (const source of forms.flatMap((form) => [...text.matchAll(form)].map(({ groups }) => groups?.source ?? ""))) {
      if (!source.startsWith(".")) packages.add(source);
      else files.add(path.relative(root, path.resolve(root, path.dirname(file), source)));
    }
  }
  const missing = [...files].filter((file) => !existsSync(path.join(root, file)));
  if (missing.length > 0) throw new Error(`there is no ${missing.join(", ")}`);
  return { files: [...files].sort(), packages: [...packages].sort() };
}
