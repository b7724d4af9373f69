import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { copyFile, mkdir, readFile, rename, writeFile } from "node:fs/promises";
import path from "node:path";
import { type PackageFile, type Release, releaseSchema } from "../../src-main/updates/metadata-schemas.ts";
import { packageAddress, releaseAddress, rootAddress } from "../../src-main/updates/release-addresses.ts";
import { findTrustedRelease, findTrustedRoot } from "../../src-main/updates/trusted-release.ts";

/** A folder as the update server gives it away, read as an app reads the server. */
export interface Published {
  readonly folder: string;
  /** The root that the app was built with. */
  readonly builtInRoot: string;
}

/**
 * The release that an app takes of it which has seen none before.
 * @param release instead of the folder's own
 * @throws UpdateRefusal as in an app; the system's error for a missing file
 */
export async function releaseIn({ folder, builtInRoot }: Published, release?: Buffer): Promise<Release> {
  const memory = { root: () => 0, noteRoot: async () => {}, seen: () => null, note: async () => {} };
  const source = {
    ...rootsOf(folder),
    release: async () => release ?? readFile(path.join(folder, releaseAddress)),
  };
  return findTrustedRelease({ builtInRoot, memory, now: Date.now }, source);
}

/** The newest root that an app finds in it. @param next as if it were in the folder @throws UpdateRefusal */
export function newestRootOf({ folder, builtInRoot }: Published, next?: { version: number; bytes: Buffer }) {
  const { root } = rootsOf(folder);
  const source = (version: number) => (version === next?.version ? Promise.resolve(next.bytes) : root(version));
  return findTrustedRoot(builtInRoot, { root: source });
}

function rootsOf(folder: string) {
  return { root: (version: number) => readIfThere(path.join(folder, rootAddress(version))) };
}

/**
 * The release that the folder has, even if it has expired, or a newer root has dropped its keys; null if there is none yet.
 * It is our own folder, so no signature is asked for.
 */
export async function lastPublished(folder: string): Promise<Release | null> {
  const bytes = await readIfThere(path.join(folder, releaseAddress));
  return bytes === null ? null : releaseSchema.parse(JSON.parse(bytes.toString()).signed);
}

/** Whether the folder has a file there, and a different one. */
export async function hasAnother(folder: string, address: string, bytes: Buffer): Promise<boolean> {
  const there = await readIfThere(path.join(folder, address));
  return there !== null && !there.equals(bytes);
}

/** Puts a file in its place at once: what reads the folder meanwhile gets the old one or the new one. */
export async function putInPlace(folder: string, address: string, bytes: Buffer): Promise<void> {
  const file = path.join(folder, address);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(`${file}.new`, bytes);
  await rename(`${file}.new`, file);
}

/** Copies a release's packages into the folder. @throws Error if one is not what the release says */
export async function putPackages(folder: string, { targets }: Release, from: string): Promise<void> {
  for (const [name, file] of Object.entries(targets)) {
    const source = path.join(from, name);
    const { sha512, length } = await measure(source);
    if (sha512 !== file.hashes.sha512 || length !== file.length)
      throw new Error(`${source} is not what the release says`);
    const target = path.join(folder, packageAddress(name, file));
    await mkdir(path.dirname(target), { recursive: true });
    await copyFile(source, `${target}.new`);
    await rename(`${target}.new`, target);
  }
}

/** The packages that the folder does not have as the release says, by name. */
export async function missingPackages(folder: string, { targets }: Release): Promise<readonly string[]> {
  const missing: string[] = [];
  for (const [name, file] of Object.entries(targets)) {
    const found = await measure(path.join(folder, packageAddress(name, file))).catch(() => null);
    if (found?.sha512 !== file.hashes.sha512 || found.length !== file.length) missing.push(name);
  }
  return missing;
}

/** What a release says of a package. */
export async function describePackage(file: string, custom: PackageFile["custom"]): Promise<PackageFile> {
  const { sha512, length } = await measure(file);
  return { length, hashes: { sha512 }, custom };
}

async function measure(file: string): Promise<{ sha512: string; length: number }> {
  const hash = createHash("sha512");
  let length = 0;
  for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) {
    hash.update(chunk);
    length += chunk.byteLength;
  }
  return { sha512: hash.digest("hex"), length };
}

async function readIfThere(file: string): Promise<Buffer | null> {
  try {
    return await readFile(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}
