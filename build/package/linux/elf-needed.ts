import { open, readdir } from "node:fs/promises";
import path from "node:path";
import { Refusal } from "../../say.mjs";
import { partsOfLibc, systemLibraries } from "./libraries.ts";

/** `d_tag` and `p_type` of the ELF specification (System V ABI, chapter 5). */
const NEEDED = 1n;
const STRING_TABLE = 5n;
const LOADED = 1;
const DYNAMIC = 2;

/**
 * The libraries that a 64-bit little-endian ELF file names (`DT_NEEDED`).
 * @returns undefined for a file of another kind
 */
async function neededBy(file: string): Promise<string[] | undefined> {
  const handle = await open(file);
  try {
    const read = async (at: number, length: number) => {
      const bytes = Buffer.alloc(length);
      const { bytesRead } = await handle.read(bytes, 0, length, at);
      return bytes.subarray(0, bytesRead);
    };
    const head = await read(0, 64);
    if (head.length < 64 || head.readUInt32BE(0) !== 0x7f454c46 || head[4] !== 2 || head[5] !== 1) return undefined;
    const size = head.readUInt16LE(54);
    const table = await read(Number(head.readBigUInt64LE(32)), size * head.readUInt16LE(56));
    const parts = Array.from({ length: table.length / size }, (_, index) =>
      table.subarray(index * size, (index + 1) * size),
    ).map((part) => ({
      type: part.readUInt32LE(0),
      offset: Number(part.readBigUInt64LE(8)),
      address: Number(part.readBigUInt64LE(16)),
      length: Number(part.readBigUInt64LE(32)),
    }));
    const dynamic = parts.find(({ type }) => type === DYNAMIC);
    if (dynamic === undefined) return [];
    const bytes = await read(dynamic.offset, dynamic.length);
    const entries = Array.from({ length: bytes.length / 16 }, (_, index) => ({
      tag: bytes.readBigUInt64LE(index * 16),
      value: Number(bytes.readBigUInt64LE(index * 16 + 8)),
    }));
    const address = entries.find(({ tag }) => tag === STRING_TABLE)?.value ?? 0;
    const loaded = parts.find(
      (part) => part.type === LOADED && address >= part.address && address < part.address + part.length,
    );
    const names = address - (loaded?.address ?? 0) + (loaded?.offset ?? 0);
    const wanted = entries.filter(({ tag }) => tag === NEEDED);
    return await Promise.all(wanted.map(async ({ value }) => textAt(await read(names + value, 256))));
  } finally {
    await handle.close();
  }
}

const textAt = (bytes: Buffer) => bytes.subarray(0, bytes.indexOf(0)).toString("latin1");

/**
 * What the files of an application name and do not bring themselves.
 * @returns each library once, sorted
 */
export async function librariesWantedBy(folder: string): Promise<string[]> {
  const files = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  const needed = await Promise.all(files.map(({ parentPath, name }) => neededBy(path.join(parentPath, name))));
  const own = new Set(files.map(({ name }) => name));
  return [...new Set(needed.flatMap((names) => names ?? []))].filter((name) => !own.has(name)).sort();
}

/** @throws Refusal if a package would not ask for a library that it needs */
export async function mustKnowLibraries(folder: string): Promise<void> {
  const unknown = (await librariesWantedBy(folder)).filter(
    (name) => !(name in systemLibraries) && !partsOfLibc.includes(name),
  );
  if (unknown.length === 0) return;
  throw new Refusal(
    `This Electron loads ${unknown.join(", ")}, which no package would ask for.`,
    "Add the library and Debian's package for it to build/package/linux/libraries.ts.",
  );
}
