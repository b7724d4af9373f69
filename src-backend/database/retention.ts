import { wholeNumber } from "../config-values.ts";

const DAY_MS = 24 * 60 * 60 * 1000;

/** How long rows are kept, both in milliseconds. */
export interface Retention {
  /** The ledger's, after which nobody asks what became of a PIN change. */
  readonly pinChangesMs: number;
  /** The audit's, which is no shorter. */
  readonly auditMs: number;
}

const USUAL_DAYS = 90;
/** The app asks about a change until it knows; a computer may stay off over somebody's holidays. */
const LEAST_DAYS = 30;
/** Five years, which is the least that Directive (EU) 2015/2366 art. 21 asks of payment institutions. */
const USUAL_AUDIT_DAYS = 1827;
const MOST_DAYS = 36_525;

const days = (from: number) =>
  wholeNumber(from, MOST_DAYS, `days from ${from} to ${MOST_DAYS}`).transform((n) => n * DAY_MS);

/** What is kept if nobody says otherwise. */
export const usualRetention: Retention = { pinChangesMs: USUAL_DAYS * DAY_MS, auditMs: USUAL_AUDIT_DAYS * DAY_MS };

/** The variables of it. */
export const retentionVariables = {
  RETENTION_DAYS: days(LEAST_DAYS).default(usualRetention.pinChangesMs),
  AUDIT_RETENTION_DAYS: days(LEAST_DAYS).default(usualRetention.auditMs),
};
