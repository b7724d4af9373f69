import { randomUUID } from "node:crypto";
import path from "node:path";
import { z } from "zod";
import { AppError } from "../app-error.ts";
import { writeDurably } from "../files/durable-file.ts";
import { readSmallJson } from "../files/small-file.ts";
import { versionForm } from "./version-number.ts";

const seenRelease = z.strictObject({
  /** The newest root that was known then. */
  root: z.int().min(1),
  sequence: z.int().min(1),
  /** Of what was signed, so that no other release takes this one's number. */
  digest: z.string().regex(/^[0-9a-f]{64}$/),
  /** The ids of the keys that signed it, as far as they counted. */
  signers: z.array(z.string().regex(/^[0-9a-f]{64}$/)).max(16),
  minimumVersion: z.string().regex(versionForm),
  /** Milliseconds since the epoch, by this computer's clock, when it had not expired. */
  at: z.int().min(0),
});

/** The newest release that this computer has taken for good. */
export type SeenRelease = z.output<typeof seenRelease>;

const memoryFile = z.strictObject({
  version: z.literal(1),
  /** Decides when this computer's turn is (rollout.ts). No server hears of it. */
  id: z.uuid(),
  /** The newest root that followed from the one built in; 0 before any did. */
  root: z.int().min(0),
  seen: seenRelease.nullable(),
});

export type UpdateMemory = ReturnType<typeof openUpdateMemory>;

/**
 * What protects from older releases (TUF 1.0.31 §5.6). Whoever can change the file could change the program's other files too,
 * so it is no secret and has no signature; without it older releases are known only by this program's own version.
 * @param file a missing or damaged one counts as none
 */
export function openUpdateMemory(file: string) {
  const parsed = memoryFile.safeParse(readSmallJson(file));
  let kept = parsed.success ? parsed.data : { version: 1 as const, id: randomUUID(), root: 0, seen: null };

  const keep = async (next: z.input<typeof memoryFile>): Promise<void> => {
    try {
      await writeDurably(file, JSON.stringify(next));
    } catch (cause) {
      throw new AppError("ERR_UPDATE_NOT_STORED", { cause, folder: path.dirname(file) });
    }
    kept = next;
  };

  return {
    id: () => kept.id,
    root: () => kept.root,
    seen: () => kept.seen,
    /** Keeps that a root was followed, on disk first. @throws AppError ERR_UPDATE_NOT_STORED */
    async noteRoot(root: number): Promise<void> {
      if (root > kept.root) await keep({ ...kept, root });
    },
    /** Keeps what was seen, on disk first: only then anything is done with the release. @throws AppError ERR_UPDATE_NOT_STORED */
    note: (seen: SeenRelease) => keep({ ...kept, seen }),
  };
}
