import { randomUUID } from "node:crypto";
import { mkdir, open, rename, rm } from "node:fs/promises";
import path from "node:path";

/**
 * Writes a small file in full or not at all: under another name first, on the disk, then moved into place. When this has
 * returned, neither a kill nor a power cut takes it back.
 */
export async function writeDurably(file: string, text: string): Promise<void> {
  const folder = path.dirname(file);
  const temporary = `${file}.${randomUUID()}`;
  await mkdir(folder, { recursive: true, mode: 0o700 });
  try {
    await writeThrough(temporary, text);
    await rename(temporary, file);
    await keepName(folder);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

async function writeThrough(name: string, text: string): Promise<void> {
  const file = await open(name, "wx", 0o600);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** A new name is on the disk only when its folder is (fsync(2)); Windows has no such thing for a folder. */
async function keepName(folder: string): Promise<void> {
  if (process.platform === "win32") return;
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
