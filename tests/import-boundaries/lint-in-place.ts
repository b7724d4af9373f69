import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

export const root = path.resolve(import.meta.dirname, "../..");

/** Every source file of a zone's folder, e.g. `src-main/keys/device-key.ts`. */
export function sourcesIn(folder: string): string[] {
  return readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => /\.tsx?$/.test(file) && !file.endsWith(".d.ts"))
    .map((file) => `${folder}/${file.split(path.sep).join("/")}`)
    .sort();
}

/** One complaint of the linter: on which line of the snippets, and which rule it broke. */
export interface Complaint {
  readonly line: number;
  readonly rule: string;
}

/**
 * Lints snippets as if they stood in place of our files: the same paths and the same rules, in a folder of their own, so
 * that no source is touched and one run of the linter answers for every file.
 * @param snippets by path; each element is a line
 * @param skipped rules that are not asked
 */
export function lintInPlaceOf(
  snippets: ReadonlyMap<string, readonly string[]>,
  skipped: readonly string[] = [],
): Map<string, Complaint[]> {
  const mirror = mkdtempSync(path.join(tmpdir(), "cardbound-lint-"));
  try {
    const rendered = "build/import-boundaries/generated";
    cpSync(path.join(root, rendered), path.join(mirror, rendered), { recursive: true });
    const configuration = JSON.parse(readFileSync(path.join(root, "biome.json"), "utf8"));
    // Ours alone: what Biome recommends has thousands of complaints about snippets.
    configuration.linter.rules.preset = "none";
    writeFileSync(path.join(mirror, "biome.json"), JSON.stringify(configuration));
    for (const [file, lines] of snippets) {
      mkdirSync(path.dirname(path.join(mirror, file)), { recursive: true });
      writeFileSync(path.join(mirror, file), `${lines.join("\n")}\n`);
    }
    const complaints = new Map([...snippets.keys()].map((file) => [file, [] as Complaint[]]));
    for (const { category, severity, location } of readReport(mirror, skipped)) {
      if (severity === "error" && location?.start) {
        complaints.get(location.path)?.push({ line: location.start.line, rule: category });
      }
    }
    return complaints;
  } finally {
    rmSync(mirror, { recursive: true, force: true });
  }
}

interface Diagnostic {
  readonly category: string;
  readonly severity: string;
  readonly location?: { readonly path: string; readonly start?: { readonly line: number } };
}

function readReport(mirror: string, skipped: readonly string[]): Diagnostic[] {
  const biome = path.join(root, "node_modules/@biomejs/biome/bin/biome");
  const skip = skipped.map((rule) => `--skip=${rule}`);
  const args = [biome, "lint", "--reporter=json", "--max-diagnostics=none", ...skip, "."];
  // It ends with 1 when it has found something, which is what is hoped for.
  const { stdout, stderr, error } = spawnSync(process.execPath, args, {
    cwd: mirror,
    encoding: "utf8",
    maxBuffer: 1e9,
  });
  if (error) throw error;
  if (!stdout.startsWith("{")) throw new Error(`the linter did not lint: ${stdout}${stderr}`);
  return (JSON.parse(stdout) as { diagnostics: Diagnostic[] }).diagnostics;
}
