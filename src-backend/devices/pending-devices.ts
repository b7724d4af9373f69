import type { Database } from "../database/open-database.ts";
import type { RowIds } from "../sign-in/customer-ids.ts";

/** A device that waits for its one-time code, and its customer. */
export interface PendingDevice {
  readonly deviceId: string;
  readonly challengeId: string;
  readonly rowIds: RowIds;
}

/** Remembers who may answer a challenge. */
export type PendingDevices = ReturnType<typeof createPendingDevices>;

// Solaris decides when a code expires (§6.2: five minutes). This is only how long we remember whose code it is, by the
// removal's own time, which is safe from clock jumps (remove-old.ts).
const KEPT_MS = 60 * 60 * 1000;
/** Beyond this the customer's own oldest ones are dropped. */
const MOST_PER_CUSTOMER = 10;

/** Keeps the pending devices in the database, so a sent code outlives this process. */
export function createPendingDevices(database: Database, now: () => number) {
  return {
    /** Notes whose challenge it is, replacing an earlier note. */
    remember: async ({ challengeId, deviceId, rowIds }: PendingDevice): Promise<void> => {
      const row = { device_id: deviceId, customer_id: rowIds[0], ends_at: new Date(now() + KEPT_MS).toISOString() };
      await database
        .insertInto("pending_device")
        .values({ challenge_id: challengeId, ...row })
        .onConflict((conflict) => conflict.column("challenge_id").doUpdateSet(row))
        .execute();
      const own = database.selectFrom("pending_device").select("challenge_id").where("customer_id", "in", rowIds);
      await database
        .deleteFrom("pending_device")
        .where("customer_id", "in", rowIds)
        .where("challenge_id", "not in", own.orderBy("ends_at", "desc").limit(MOST_PER_CUSTOMER))
        .execute();
    },
    /** Whether this customer's device of this id waits for this challenge. */
    has: async ({ challengeId, deviceId, rowIds }: PendingDevice): Promise<boolean> => {
      const pending = await database
        .selectFrom("pending_device")
        .select("challenge_id")
        .where("challenge_id", "=", challengeId)
        .where("device_id", "=", deviceId)
        .where("customer_id", "in", rowIds)
        .executeTakeFirst();
      return pending !== undefined;
    },
    /** Forgets an ended challenge. */
    forget: async (challengeId: string): Promise<void> => {
      await database.deleteFrom("pending_device").where("challenge_id", "=", challengeId).execute();
    },
  };
}
