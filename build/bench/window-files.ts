import { readFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { parseAst } from "vite";
import type { Language } from "../../src-contract/rules/languages.ts";

/**
 * The files that a built window reads until its first screen is there: the page, what it names, what these import at once, and one language's words.
 * @param folder a release's `renderer`
 * @returns paths below the folder
 */
export function filesOfFirstScreen(folder: string, language: Language): string[] {
  const page = readFileSync(path.join(folder, "index.html"), "utf8");
  const named = [...page.matchAll(/(?:src|href)="\.?\/?([^"]+)"/g)].map(([, name = ""]) => name);
  const wordsOfLanguage = new RegExp(`\\./(${language}-[\\w-]{8}\\.js)`, "g");
  const files = new Set(["index.html", ...named]);
  for (const file of files) {
    for (const next of [...importsOf(folder, file), ...mentionedIn(folder, file, wordsOfLanguage)]) files.add(next);
  }
  return [...files];
}

/** Of files of a window, together, each compressed by itself. */
export function compressedBytes(folder: string, files: readonly string[]): number {
  return files.reduce((sum, file) => sum + gzipSync(readFileSync(path.join(folder, file)), { level: 9 }).length, 0);
}

/** What a script imports before it runs. */
function importsOf(folder: string, file: string): string[] {
  if (!file.endsWith(".js")) return [];
  const { body } = parseAst(readFileSync(path.join(folder, file), "utf8"));
  const sources = body.flatMap((node) => ("source" in node && node.source ? [String(node.source.value)] : []));
  return sources.map((source) => path.posix.join(path.posix.dirname(file), source));
}

function mentionedIn(folder: string, file: string, form: RegExp): string[] {
  if (!file.endsWith(".js")) return [];
  const text = readFileSync(path.join(folder, file), "utf8");
  return [...text.matchAll(form)].map(([, name = ""]) => path.posix.join(path.posix.dirname(file), name));
}
