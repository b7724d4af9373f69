import { type DeviceConsent, type DeviceConsents, MOST_CONSENTS } from "../../src-contract/api/consent-schemas.ts";
import type { Database } from "../database/open-database.ts";
import type { DeviceConsentTable } from "../database/tables.ts";
import type { RowIds } from "../sign-in/customer-ids.ts";

/** Remembers the consents to device data, because nothing documented reads them at Solaris (docs/solaris-api.md Q27). */
export type ConsentRecords = ReturnType<typeof createConsentRecords>;

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * Keeps the consents in the database, for as long as changes are after their customer was last here (remove-old.ts). All of it
 * throws DatabaseFailed.
 */
export function createConsentRecords(database: Database, now: () => number) {
  const text = (ms: number) => new Date(ms).toISOString();
  /** Notes, once a day, that their customer is here, whose newest id they get. */
  const see = async (rows: readonly DeviceConsentTable[], [newest]: RowIds): Promise<void> => {
    const isOld = ({ customer_id, seen_at }: DeviceConsentTable) =>
      customer_id !== newest || seen_at < text(now() - DAY_MS);
    const ids = rows.filter(isOld).map((row) => row.consent_id);
    if (ids.length === 0) return;
    const seen = { customer_id: newest, seen_at: text(now()) };
    await database.updateTable("device_consent").set(seen).where("consent_id", "in", ids).execute();
  };

  return {
    /**
     * Notes a consent that Solaris has taken: it counts from now on.
     * @param givenAt RFC 3339 in UTC
     * @returns null if Solaris named one that is another customer's
     */
    add: async (rowIds: RowIds, consentId: string, givenAt: string): Promise<DeviceConsent | null> => {
      const about = { customer_id: rowIds[0], given_at: givenAt, seen_at: text(now()) };
      const row = { ...about, counts: 1, withdrawn_at: null };
      const added = await database
        .insertInto("device_consent")
        .values({ consent_id: consentId, ...row })
        .onConflict((conflict) =>
          conflict.column("consent_id").doUpdateSet(row).where("device_consent.customer_id", "in", rowIds),
        )
        .returningAll()
        .executeTakeFirst();
      return added === undefined ? null : describe(added);
    },
    /** The customer's own consents: those that count, then the others, of each the newest first. */
    list: async (rowIds: RowIds): Promise<DeviceConsents> => {
      const rows = await database
        .selectFrom("device_consent")
        .selectAll()
        .where("customer_id", "in", rowIds)
        .orderBy("counts", "desc") // or those that were withdrawn since would push out one that is in use
        .orderBy("given_at", "desc")
        .orderBy("consent_id")
        .limit(MOST_CONSENTS + 1)
        .execute();
      await see(rows, rowIds);
      return { consents: rows.slice(0, MOST_CONSENTS).map(describe), truncated: rows.length > MOST_CONSENTS };
    },
    /** Whether the customer's own consent of this id counts. */
    counts: async (rowIds: RowIds, consentId: string): Promise<boolean> => {
      const row = await database
        .selectFrom("device_consent")
        .selectAll()
        .where("consent_id", "=", consentId)
        .where("customer_id", "in", rowIds)
        .executeTakeFirst();
      if (row === undefined) return false;
      await see([row], rowIds);
      return isCounting(row);
    },
    /** Makes the customer's own consent count no more. @returns null if there is none */
    suspend: async (rowIds: RowIds, consentId: string): Promise<DeviceConsent | null> => {
      const row = await database
        .updateTable("device_consent")
        .set({ counts: 0 })
        .where("consent_id", "=", consentId)
        .where("customer_id", "in", rowIds)
        .returningAll()
        .executeTakeFirst();
      return row === undefined ? null : describe(row);
    },
    /** Notes that Solaris has taken the withdrawal of one that counts no more. @param at RFC 3339 in UTC */
    noteWithdrawal: async (rowIds: RowIds, consentId: string, at: string): Promise<void> => {
      await database
        .updateTable("device_consent")
        .set({ withdrawn_at: at })
        .where("consent_id", "=", consentId)
        .where("customer_id", "in", rowIds)
        .where("counts", "=", 0)
        .execute();
    },
  };
}

function describe(row: DeviceConsentTable): DeviceConsent {
  const { consent_id, given_at, withdrawn_at } = row;
  return { consent_id, given_at, counts: isCounting(row), withdrawn_at };
}

function isCounting({ counts, withdrawn_at: at }: DeviceConsentTable): boolean {
  return counts === 1 && at === null;
}
