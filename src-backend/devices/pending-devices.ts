import type { Database } from "../database/open-database.ts";

/** A device that waits for the one-time code, and whose it is. */
export interface PendingDevice {
  readonly deviceId: string;
  readonly challengeId: string;
  readonly customerId: string;
}

/** Remembers who may answer a challenge. */
export type PendingDevices = ReturnType<typeof createPendingDevices>;

// Solaris decides when a code has ended (§6.2: five minutes). This only says how long we know whose code it is: until what is
// old is removed, which does not go by a clock that jumps (remove-old.ts).
const KEPT_MS = 60 * 60 * 1000;
/** A customer's oldest ones are forgotten first, and nobody else's. */
const MOST_PER_CUSTOMER = 10;

/** Keeps the pending devices in the database, so that a code that was sent outlives this process. */
export function createPendingDevices(database: Database, now: () => number) {
  return {
    /** Notes whose challenge it is, in place of what was noted of it before. */
    remember: async ({ challengeId, deviceId, customerId }: PendingDevice): Promise<void> => {
      const row = { device_id: deviceId, customer_id: customerId, ends_at: new Date(now() + KEPT_MS).toISOString() };
      await database.deleteFrom("pending_device").where("challenge_id", "=", challengeId).execute();
      await database
        .insertInto("pending_device")
        .values({ challenge_id: challengeId, ...row })
        .execute();
      const own = database.selectFrom("pending_device").select("challenge_id").where("customer_id", "=", customerId);
      await database
        .deleteFrom("pending_device")
        .where("customer_id", "=", customerId)
        .where("challenge_id", "not in", own.orderBy("ends_at", "desc").limit(MOST_PER_CUSTOMER))
        .execute();
    },
    /** Whether this customer's device of this id waits for this challenge. */
    has: async ({ challengeId, deviceId, customerId }: PendingDevice): Promise<boolean> => {
      const pending = await database
        .selectFrom("pending_device")
        .select("challenge_id")
        .where("challenge_id", "=", challengeId)
        .where("device_id", "=", deviceId)
        .where("customer_id", "=", customerId)
        .executeTakeFirst();
      return pending !== undefined;
    },
    /** The challenge has ended. */
    forget: async (challengeId: string): Promise<void> => {
      await database.deleteFrom("pending_device").where("challenge_id", "=", challengeId).execute();
    },
  };
}
