import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
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

/** One complaint of the linter: which line of the snippet broke which rule. */
export interface Complaint {
  readonly line: number;
  readonly rule: string;
}

/**
 * Lints snippets as if they stood in place of our files: the same paths and the same biome.json, in a folder of their
 * own, so that no source is touched and one run of the linter answers for every file.
 * @param snippets by path; each element is a line
 */
export function lintInPlaceOf(snippets: ReadonlyMap<string, readonly string[]>): Map<string, Complaint[]> {
  const mirror = mkdtempSync(path.join(tmpdir(), "cardbound-walls-"));
  try {
    copyFileSync(path.join(root, "biome.json"), path.join(mirror, "biome.json"));
    for (const [file, lines] of snippets) {
      mkdirSync(path.dirname(path.join(mirror, file)), { recursive: true });
      writeFileSync(path.join(mirror, file), `${lines.join("\n")}\n`);
    }
    const complaints = new Map([...snippets.keys()].map((file) => [file, [] as Complaint[]]));
    for (const { category, severity, location } of readReport(mirror)) {
      if (severity === "error" && location.start) {
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
  readonly location: { readonly path: string; readonly start?: { readonly line: number } };
}

function readReport(mirror: string): Diagnostic[] {
  const biome = path.join(root, "node_modules/@biomejs/biome/bin/biome");
  const args = [biome, "lint", "--reporter=json", "--max-diagnostics=none", "."];
  let stdout: string;
  try {
    stdout = execFileSync(process.execPath, args, { cwd: mirror, encoding: "utf8", stdio: "pipe", maxBuffer: 1 << 28 });
  } catch (error) {
    // The linter ends with 1 when it has found something, which is what is hoped for.
    if (!(error instanceof Error && "stdout" in error && typeof error.stdout === "string")) throw error;
    stdout = error.stdout;
  }
  return (JSON.parse(stdout) as { diagnostics: Diagnostic[] }).diagnostics;
}
