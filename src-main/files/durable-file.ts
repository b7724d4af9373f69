import { randomUUID } from "node:crypto";
import { mkdir, open, rename, rm } from "node:fs/promises";
import path from "node:path";
import { errnoOf } from "./errno.ts";
import { retryWhileBusy, type Wait } from "./retry-while-busy.ts";

/** The calls that a file system may refuse for a while or not support, and the wait between tries. */
export interface FileCalls {
  readonly rename: (from: string, to: string) => Promise<void>;
  readonly remove: (file: string) => Promise<void>;
  readonly syncFolder: (folder: string) => Promise<void>;
  readonly wait: Wait;
}

export const systemCalls: FileCalls = {
  rename,
  remove: (file) => rm(file, { force: true }),
  async syncFolder(folder) {
    const handle = await open(folder, "r");
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  },
  wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
};

/**
 * Writes a small file completely or not at all: syncs it to disk under another name, then renames it. Once this returns,
 * neither a kill nor a power cut undoes it, as far as the file system can promise. Writes and removals of one file run in
 * the order of their calls, so a delayed write never replaces a later one.
 * @throws the system's error, with the file as it was
 */
export function writeDurably(file: string, text: string, calls = systemCalls): Promise<void> {
  return inTurn(file, () => write(file, text, calls));
}

/**
 * Writes and syncs a small file under a name that does not count yet, in place of what has it: the long half of a durable write,
 * of which a kill leaves this one name at most. `renameDurably` is the short one. @throws the system's error
 */
export function writeAhead(file: string, text: string, calls = systemCalls): Promise<void> {
  return inTurn(file, async () => {
    await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
    await calls.remove(file);
    await writeThrough(file, text);
  });
}

/**
 * Gives a file that `writeAhead` wrote the name that it is for, in the same folder. One that another program holds is not waited
 * for: whoever asks can write anew at once.
 * @throws the system's error, with `file` as it was; or it has the new name, which its folder could not be synced for
 */
export function renameDurably(written: string, file: string, calls = systemCalls): Promise<void> {
  return inTurn(written, () =>
    inTurn(file, async () => {
      await calls.rename(written, file);
      await keepName(path.dirname(file), calls);
    }),
  );
}

/** Removes a file, if there is one, after the writes called before. @throws the system's error */
export function removeFile(file: string, calls = systemCalls): Promise<void> {
  return inTurn(file, () => retryWhileBusy(() => calls.remove(file), calls.wait));
}

/** The last write or removal of each file, until it has ended. */
const lastWith = new Map<string, Promise<void>>();

function inTurn(file: string, act: () => Promise<void>): Promise<void> {
  const name = path.resolve(file);
  const result = (lastWith.get(name) ?? Promise.resolve()).then(act);
  const settled = result
    .catch(() => undefined) // its own caller gets the error
    .then(() => {
      if (lastWith.get(name) === settled) lastWith.delete(name);
    });
  lastWith.set(name, settled);
  return result;
}

async function write(file: string, text: string, calls: FileCalls): Promise<void> {
  const folder = path.dirname(file);
  const temporary = `${file}.${randomUUID()}`;
  await mkdir(folder, { recursive: true, mode: 0o700 });
  try {
    await writeThrough(temporary, text);
    await retryWhileBusy(() => calls.rename(temporary, file), calls.wait);
    await keepName(folder, calls);
  } catch (error) {
    await calls.remove(temporary).catch(() => undefined); // the first error says more
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

/**
 * The errors of file systems that cannot sync a folder, or cannot open one for it: CIFS, vboxsf and DrvFs answer EINVAL.
 * PostgreSQL also ignores EBADF and EINVAL, and EISDIR if a folder does not open (fd.c, fsync_fname_ext).
 */
const unsupported: ReadonlySet<string> = new Set([
  "EBADF",
  "EINVAL",
  "EISDIR",
  "ENOSYS",
  "ENOTSUP",
  "EOPNOTSUPP",
  "EPERM",
]);

/**
 * A new name is on disk only once its folder is synced (fsync(2)). Windows and some file systems cannot sync folders; there
 * the name is as safe as they make any. Any other error comes from the disk.
 */
async function keepName(folder: string, { syncFolder }: FileCalls): Promise<void> {
  if (process.platform === "win32") return;
  try {
    await syncFolder(folder);
  } catch (error) {
    if (!unsupported.has(errnoOf(error) ?? "")) throw error;
  }
}
