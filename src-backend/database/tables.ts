import type { ProblemCode } from "../../src-contract/errors/error-codes.ts";
import type { PinChangeRoute } from "../../src-contract/rules/pin-change-route.ts";

/**
 * The state of a PIN change. `received`: recorded, and Solaris not yet asked for anything that changes a PIN. `started`,
 * `confirming`: asked, but no answer recorded. The last four are final.
 */
export const pinChangeStates = [
  "received",
  "started",
  "authorization_required",
  "awaiting_confirmation",
  "confirming",
  "changed",
  "refused",
  "unknown",
  "not_received",
] as const;
export type PinChangeState = (typeof pinChangeStates)[number];

/** A point in time: RFC 3339 in UTC with milliseconds, which sorts by time as text in any database. */
export type Instant = string;

/** Customers appear only by our own `customer_id`; no table has Solaris' person id. */
export interface Tables {
  pin_change: PinChangeTable;
  counter: CounterTable;
  demo_token: DemoTokenTable;
  pending_device: PendingDeviceTable;
  restore_mark: RestoreMarkTable;
  removal_clock: RemovalClockTable;
  used_proof: UsedProofTable;
  adding_key: AddingKeyTable;
  audit_entry: AuditEntryTable;
  audit_head: AuditHeadTable;
  audit_cut: AuditCutTable;
  erased_request: ErasedRequestTable;
  device_consent: DeviceConsentTable;
}

export interface PinChangeTable {
  customer_id: string;
  request_id: string;
  attempt: number;
  card_id: string | null;
  route: PinChangeRoute | null;
  content_hash: string | null;
  change_request_id: string | null;
  state: PinChangeState;
  problem: ProblemCode | null;
  solaris_error_id: string | null;
  created_at: Instant;
  updated_at: Instant;
  /** Counts this row's writes. */
  version: number;
  /** While the change is under way: when the instance that has it in hand will be done, by that one's clock. */
  held_until: Instant | null;
}

interface CounterTable {
  name: string;
  used: number;
  ends_at: Instant;
}

interface DemoTokenTable {
  token_hash: string;
  customer_id: string;
  ends_at: Instant;
}

interface PendingDeviceTable {
  challenge_id: string;
  device_id: string;
  customer_id: string;
  ends_at: Instant;
}

interface RestoreMarkTable {
  made_at: Instant;
  /** Null until a server starts on the copy. */
  restored_at: Instant | null;
}

/** A DPoP proof that was taken (sign-in/used-proofs.ts), by a digest. */
interface UsedProofTable {
  name: string;
  ends_at: Instant;
}

/** A device that a key is being added to (devices/keys-being-added.ts). */
interface AddingKeyTable {
  device_id: string;
  /** The request that has it, by a random name. */
  holder: string;
  key_hash: string;
  /** 1 once Solaris was asked and gave no clear answer, otherwise 0. */
  is_unclear: number;
  ends_at: Instant;
}

/** At most one row: the removal's own time (remove-old.ts). */
interface RemovalClockTable {
  name: "removal";
  at: Instant;
  /** Counts this row's writes. */
  version: number;
  /** Until when rows of the ledger were ever removed; null if none was. */
  removed_before: Instant | null;
}

/** One transition of the ledger (audit/audit-row.ts). No id stands in it in clear. */
export interface AuditEntryTable {
  chain: string;
  /** Its place in the chain, from 1. */
  number: number;
  request: string;
  attempt: number;
  card: string | null;
  route: PinChangeRoute | null;
  state: PinChangeState;
  problem: ProblemCode | null;
  /** The ledger row's, after this write. */
  version: number;
  at: Instant;
  /** Of the whole row of the ledger. */
  row_digest: string;
  /** Of this row and the one before it. */
  hash: string;
}

/** A chain's last row, and what its first one follows. */
interface AuditHeadTable {
  chain: string;
  number: number;
  hash: string;
  /** The last row that was removed by age, or 0. */
  cut_number: number;
  cut_hash: string;
}

/** At most one row: until when audit rows were ever removed. */
interface AuditCutTable {
  name: "audit";
  before: Instant;
}

/** A change of somebody who was erased (database/erase-person.ts). */
interface ErasedRequestTable {
  request_hash: string;
  ends_at: Instant;
}

/** A consent to device data that Solaris has taken (device-data/consent-records.ts). */
export interface DeviceConsentTable {
  consent_id: string;
  customer_id: string;
  given_at: Instant;
  /** 1 while device data is taken under it, otherwise 0. */
  counts: number;
  /** When Solaris took its withdrawal; null before. */
  withdrawn_at: Instant | null;
  /** When its customer was last here, to the day. */
  seen_at: Instant;
}
