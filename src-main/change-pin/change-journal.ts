import { readdir } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import { LONGEST_AGO_SECONDS, requestId } from "../../src-contract/api/pin-change-schemas.ts";
import { AppError } from "../app-error.ts";
import { removeFile, renameDurably, writeAhead, writeDurably } from "../files/durable-file.ts";
import { saysAbsent } from "../files/file-presence.ts";
import { readSmallJson } from "../files/small-file.ts";
import { log } from "../log.ts";

const journalEntry = z.strictObject({ version: z.literal(1), begun_at: z.iso.datetime() });

const begunNow = () => journalEntry.parse({ version: 1, begun_at: new Date().toISOString() });

/** As long as a passcode unlocks the key: an entry that was prepared for an earlier change would say that this one began then. */
const READY_MS = 30_000;

export type ChangeJournal = ReturnType<typeof openChangeJournal>;

/**
 * The PIN changes whose outcome the cardholder has not seen: one small file each, named by request id, written before
 * anything is sent. It holds no secret, card or name; the backend's ledger knows the rest.
 * @param folder the app's own; created if missing
 */
export function openChangeJournal(folder: string) {
  const fileOf = (scope: string, requestId: string) => path.join(folder, scope, `${requestId}.json`);
  const nextOf = (scope: string) => path.join(folder, scope, "next");
  let ready: { readonly scope: string; readonly until: number } | null = null; // the next entry is on disk, but for its name
  let preparations = 0; // and writes, which one that ends later is too late for
  return {
    /** Request ids, oldest first. @throws AppError ERR_FOLDER_UNUSABLE: it is not known whether there are any */
    async list(scope: string): Promise<readonly string[]> {
      const names = await namesIn(folder, scope);
      const ids = names.filter((name) => name.endsWith(".json")).map((name) => name.slice(0, -".json".length));
      const entries = ids.filter((id) => requestId.safeParse(id).success);
      const begun = entries.map((id) => begunAt(fileOf(scope, id)));
      return entries
        .map((id, index) => ({ id, at: begun[index] ?? 0 })) // unreadable entries come first
        .sort((a, b) => a.at - b.at)
        .map(({ id }) => id);
    },

    /** How long ago a change began; undefined if not known, or if the clock was set back since. */
    async secondsSince(scope: string, requestId: string): Promise<number | undefined> {
      const at = begunAt(fileOf(scope, requestId));
      const seconds = at === null ? -1 : Math.floor((Date.now() - at) / 1000);
      return seconds >= 0 && seconds <= LONGEST_AGO_SECONDS ? seconds : undefined;
    },

    /**
     * Puts the next entry on disk, under a name that no list has: then `write` only gives it its own, which takes half as
     * long (docs/performance.md#a-pin-change). One that is not used is written over by the next. @throws the system's error
     */
    async prepare(scope: string): Promise<void> {
      ready = null;
      const began = ++preparations;
      const until = performance.now() + READY_MS; // of the moment that it names: the disk may take long
      await writeAhead(nextOf(scope), JSON.stringify(begunNow()));
      if (began === preparations) ready = { scope, until };
    },

    /** @throws AppError ERR_JOURNAL if it is not safely on disk */
    async write(scope: string, requestId: string): Promise<void> {
      const isReady = ready?.scope === scope && performance.now() < ready.until;
      ready = null;
      preparations++;
      try {
        const file = fileOf(scope, requestId);
        const write = () => writeDurably(file, JSON.stringify(begunNow()));
        await (isReady ? renameDurably(nextOf(scope), file).catch(write) : write()); // whatever became of it
      } catch (cause) {
        throw new AppError("ERR_JOURNAL", { cause, folder });
      }
    },

    /** Never throws: if an entry stays, the app asks about that change once more, which does no harm. */
    async remove(scope: string, requestId: string): Promise<void> {
      try {
        await removeFile(fileOf(scope, requestId));
      } catch {
        log({ event: "open_change_kept" });
      }
    },
  };
}

async function namesIn(folder: string, scope: string): Promise<string[]> {
  try {
    return await readdir(path.join(folder, scope));
  } catch (cause) {
    if (saysAbsent(cause, folder)) return [];
    throw new AppError("ERR_FOLDER_UNUSABLE", { cause, folder });
  }
}

/** In milliseconds; null if the entry cannot be read. Its file name still identifies the change. */
function begunAt(file: string): number | null {
  const entry = journalEntry.safeParse(readSmallJson(file));
  return entry.success ? Date.parse(entry.data.begun_at) : null;
}
