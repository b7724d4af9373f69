import { createHash, randomBytes } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { CLOCKS_DIFFER_MS } from "../clocks-differ.ts";
import type { Database } from "../database/open-database.ts";
import { isShared } from "../database/shared-database.ts";

/** In milliseconds: for how long Solaris may still be at a request that it was asked and has not answered. */
const SOLARIS_MAY_GO_ON_MS = 15_000;
/** How often a request looks whether its device is free, in what its app's ten seconds leave beside those for Solaris. */
const MOST_LOOKS = 30;
const LOOK_AGAIN_MS = 100;

/** Says that a device is having a key added: so no instance adds another one meanwhile. */
export type KeysBeingAdded = ReturnType<typeof createKeysBeingAdded>;

/** One request's hold of its device. */
export interface KeyHold {
  /** Whether it lasts for longer than any request to Solaris can that begins now. */
  readonly isLongEnough: () => boolean;
  /** Gives the device back: Solaris was not asked, or has answered. */
  readonly release: () => Promise<void>;
  /** Keeps the device until the hold ends: Solaris may be carrying it out. The same key may be sent again. */
  readonly keepAsUnclear: () => Promise<void>;
}

interface Dependencies {
  readonly database: Database;
  readonly now: () => number;
  /** In milliseconds. */
  readonly monotonic: () => number;
  /** The time limit for all calls to Solaris within one request. */
  readonly solarisTimeoutMs: number;
}

/**
 * Creates the holds in the database, because two instances that both look at a device first would both add a key. A hold has
 * an end, so that the device is free again if its instance dies; until then Solaris may be carrying out what that one sent.
 *
 * What remains: a process that is stopped exactly between its check of the time and its request to Solaris, for longer than
 * the hold, sends a key that another instance may not have seen.
 */
export function createKeysBeingAdded({ database, now, monotonic, solarisTimeoutMs }: Dependencies) {
  const holdMs = solarisTimeoutMs + SOLARIS_MAY_GO_ON_MS;
  const several = isShared(database);

  /** In one statement, so of two requests one has it. */
  const take = async (deviceId: string, holder: string, keyHash: string): Promise<boolean> => {
    const at = now();
    const text = (ms: number) => new Date(ms).toISOString();
    const row = { holder, key_hash: keyHash, is_unclear: 0, ends_at: text(at + holdMs) };
    const taken = await database
      .insertInto("adding_key")
      .values({ device_id: deviceId, ...row })
      .onConflict((conflict) =>
        conflict
          .column("device_id")
          .doUpdateSet(row)
          .where(({ eb, and, or }) => {
            const mayBeRepeated = eb("adding_key.key_hash", "=", keyHash);
            return or([
              eb("adding_key.ends_at", "<", text(at - CLOCKS_DIFFER_MS)),
              // It began before the clock was set back, which must lock nobody out (docs/threat-model.md#clock-jumps).
              eb("adding_key.ends_at", ">", text(at + holdMs + CLOCKS_DIFFER_MS)),
              // The same key again, of a request that has ended, adds no other one. On a database of its own this process
              // sends one at a time (add-key.ts), so any that is there has ended.
              several ? and([mayBeRepeated, eb("adding_key.is_unclear", "=", 1)]) : mayBeRepeated,
            ]);
          }),
      )
      .returning("holder")
      .executeTakeFirst();
    return taken !== undefined;
  };

  return {
    /**
     * Takes the device for this key, and waits for a while if it is taken.
     * @param key in hexadecimal
     * @returns null if it still is
     * @throws DatabaseFailed
     */
    take: async (deviceId: string, key: string): Promise<KeyHold | null> => {
      const holder = randomBytes(16).toString("base64url");
      const keyHash = createHash("sha256").update(key.toLowerCase()).digest("base64url");
      for (let look = 1; ; look += 1) {
        // Read before the row is written: the hold is no shorter by this clock than by the row.
        const since = monotonic();
        if (await take(deviceId, holder, keyHash)) {
          return {
            isLongEnough: () => monotonic() - since + solarisTimeoutMs + CLOCKS_DIFFER_MS < holdMs,
            release: async () => {
              const own = database.deleteFrom("adding_key").where("device_id", "=", deviceId);
              await own.where("holder", "=", holder).execute();
            },
            keepAsUnclear: async () => {
              const own = database.updateTable("adding_key").set({ is_unclear: 1 }).where("device_id", "=", deviceId);
              await own.where("holder", "=", holder).execute();
            },
          };
        }
        if (look === MOST_LOOKS) return null;
        await pause(LOOK_AGAIN_MS);
      }
    },
  };
}
