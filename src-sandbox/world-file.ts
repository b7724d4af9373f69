import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import process from "node:process";
import type { World } from "./world.ts";
import { restoreSnapshot, takeSnapshot, worldSnapshot } from "./world-snapshot.ts";

/**
 * Makes a new world what its file says, where there is one, and keeps the file up to date from then on: before each answer
 * is given (`world.keep`), so that what was answered is known at the next start, however this one ends.
 * @throws Error without a word of what is in the file, which holds keys and codes
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
    throw new Error("the world's file is none that this sandbox has written");
  }
}

/** In full or not at all: under another name first, on the disk, then moved into place. */
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
