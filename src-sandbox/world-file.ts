import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import process from "node:process";
import type { World } from "./world.ts";
import { restoreSnapshot, takeSnapshot, worldSnapshot } from "./world-snapshot.ts";

/**
 * Restores a new world from its file, if there is one, and then saves it before each answer (`world.keep`), so the next
 * start knows everything that was answered, however this one ends.
 * @throws Error without any content of the file, which holds keys and codes
 */
export function keepWorldInFile(world: World, file: string): void {
  let written = readFile(file);
  if (written !== undefined) restore(world, written);
  let failed = false;
  world.keep = () => {
    const text = JSON.stringify(takeSnapshot(world));
    if (text === written) return;
    try {
      replaceFile(file, text);
      written = text;
      failed = false;
    } catch (cause) {
      if (!failed)
        process.stderr.write(`The sandbox's world is not kept: its file cannot be written (${codeOf(cause)}).\n`);
      failed = true;
    }
  };
  world.keep();
}

function readFile(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch (cause) {
    if (codeOf(cause) === "ENOENT") return undefined;
    throw new Error(`the world's file cannot be read (${codeOf(cause)})`);
  }
}

function restore(world: World, text: string): void {
  try {
    restoreSnapshot(world, worldSnapshot.parse(JSON.parse(text)));
  } catch {
    throw new Error("the world's file was not written by this sandbox");
  }
}

/** Writes completely or not at all: to disk under another name first, then renamed. */
function replaceFile(file: string, text: string): void {
  const next = `${file}.next`;
  const handle = openSync(next, "w", 0o600);
  try {
    writeFileSync(handle, text);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  renameSync(next, file);
}

function codeOf(cause: unknown): string {
  return cause instanceof Error && "code" in cause ? String(cause.code) : "unknown";
}
