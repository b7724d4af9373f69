import { createHash, randomUUID } from "node:crypto";
import { type FileHandle, mkdir, open, readdir, rename, rm, stat } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import { AppError } from "../app-error.ts";
import { writeDurably } from "../files/durable-file.ts";
import { readSmallJson } from "../files/small-file.ts";
import type { PackageFile } from "./metadata-schemas.ts";
import type { PackageStream, Resume } from "./update-fetch.ts";
import { UpdateRefusal } from "./update-refusal.ts";

const mark = z.strictObject({ etag: z.string().min(2).max(200) });

export type PackageStore = ReturnType<typeof openPackageStore>;

/**
 * The packages on this computer, in a folder of ours: one under way, one that is complete. A kill at any moment leaves what a
 * later start goes on with, and nothing is installed but a copy whose own bytes have the hash that was signed.
 */
export function openPackageStore(folder: string) {
  const at = (file: PackageFile, ending: string) => path.join(folder, `${file.hashes.sha512}${ending}`);

  /** Checks a file's own bytes, as they are on the disk now. @throws UpdateRefusal */
  const requireSigned = async (handle: FileHandle, { length, hashes }: PackageFile): Promise<void> => {
    if ((await handle.stat()).size !== length) throw new UpdateRefusal("length");
    const hash = createHash("sha512");
    for await (const chunk of handle.createReadStream({ start: 0, autoClose: false })) hash.update(chunk);
    if (hash.digest("hex") !== hashes.sha512) throw new UpdateRefusal("hash");
  };

  /** Removes everything but this package, as far as no installer holds it. */
  const clear = async (file: PackageFile): Promise<void> => {
    const names = await readdir(folder);
    const others = names.filter((name) => !name.startsWith(file.hashes.sha512));
    await Promise.allSettled(others.map((name) => rm(path.join(folder, name), { recursive: true, force: true })));
  };

  const receive = async (file: PackageFile, stream: PackageStream, tell: (bytes: number) => void): Promise<void> => {
    if (stream.from === 0) await rm(at(file, ".mark"), { force: true }); // of what is overwritten now
    const handle = await open(at(file, ".part"), stream.from === 0 ? "w+" : "r+", 0o600);
    try {
      await handle.truncate(stream.from);
      if (stream.from === 0 && stream.etag !== null) {
        await writeDurably(at(file, ".mark"), JSON.stringify({ etag: stream.etag } satisfies z.input<typeof mark>));
      }
      let size = stream.from;
      for await (const piece of stream.body) {
        if (size + piece.byteLength > file.length) throw new UpdateRefusal("length");
        const { bytesWritten } = await handle.write(piece, 0, piece.byteLength, size);
        if (bytesWritten < piece.byteLength) throw new Error("the disk is full");
        size += piece.byteLength;
        tell(size);
      }
      if (size < file.length) throw new AppError("ERR_UPDATE_UNAVAILABLE"); // the rest may come another time
      await handle.sync();
      await requireSigned(handle, file);
    } finally {
      await handle.close();
    }
  };

  return {
    /** Whether the package is complete. Its bytes are looked at once more before they are installed. */
    async has(file: PackageFile): Promise<boolean> {
      const found = await stat(at(file, ".whole")).catch(() => null);
      return found?.isFile() === true && found.size === file.length;
    },

    /** From where a package that is under way can go on; null if from its beginning. */
    async resume(file: PackageFile): Promise<Resume | null> {
      const kept = mark.safeParse(readSmallJson(at(file, ".mark")));
      const part = await stat(at(file, ".part")).catch(() => null);
      const from = part?.isFile() ? part.size : 0;
      return kept.success && from > 0 && from < file.length ? { from, etag: kept.data.etag } : null;
    },

    /**
     * Takes a package in. What came is kept if it breaks off, and removed if it is not what was signed or cannot be stored.
     * @param tell called with the bytes that are there
     * @throws UpdateRefusal; AppError ERR_UPDATE_UNAVAILABLE, ERR_UPDATE_NOT_STORED
     */
    async take(
      file: PackageFile,
      openStream: () => Promise<PackageStream>,
      tell: (bytes: number) => void,
    ): Promise<void> {
      await storing(folder, async () => {
        await mkdir(folder, { recursive: true, mode: 0o700 });
        await clear(file);
        try {
          await receive(file, await openStream(), tell);
        } catch (error) {
          const mayGoOn = error instanceof AppError && !(error instanceof UpdateRefusal);
          if (!mayGoOn) await rm(at(file, ".part"), { force: true }); // also because it may be what has filled the disk
          throw error;
        }
        await rename(at(file, ".part"), at(file, ".whole"));
      });
    },

    /**
     * A copy for the installer, in a folder of its own, whose bytes were checked after they had been written.
     * @returns its path @throws UpdateRefusal, and the package is removed; AppError ERR_UPDATE_NOT_STORED
     */
    async copyOut(name: string, file: PackageFile): Promise<string> {
      return storing(folder, async () => {
        await clear(file);
        const own = path.join(folder, randomUUID());
        const copy = path.join(own, name);
        await mkdir(own, { mode: 0o700 });
        try {
          await copyWhole(at(file, ".whole"), copy);
          const handle = await open(copy, "r");
          try {
            await requireSigned(handle, file);
          } finally {
            await handle.close();
          }
          return copy;
        } catch (error) {
          await rm(own, { recursive: true, force: true });
          if (error instanceof UpdateRefusal) await rm(at(file, ".whole"), { force: true });
          throw error;
        }
      });
    },
  };
}

async function copyWhole(from: string, to: string): Promise<void> {
  const source = await open(from, "r");
  const target = await open(to, "wx", 0o700);
  try {
    await target.writeFile(source.createReadStream({ autoClose: false }));
    await target.sync();
  } finally {
    await Promise.all([source.close(), target.close()]);
  }
}

/** @throws AppError ERR_UPDATE_NOT_STORED for the system's errors */
async function storing<T>(folder: string, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    throw new AppError("ERR_UPDATE_NOT_STORED", { cause, folder });
  }
}
