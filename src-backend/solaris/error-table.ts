import type { SolarisProblemCode } from "../../src-contract/errors/error-codes.ts";
import type { SolarisError, SolarisErrorEntry } from "./error-shapes.ts";
import type { SolarisOperation } from "./operations.ts";

interface Row {
  /** Absent: any. */
  readonly operation?: SolarisOperation | readonly SolarisOperation[];
  /** Absent: any 4xx. */
  readonly status?: number | readonly number[];
  readonly field?: string;
  readonly errorCode?: string;
  /** The `code` of any shape, or shape C's static one. */
  readonly code?: string;
  readonly detail?: RegExp;
  readonly problem: SolarisProblemCode;
  /** The source: a section of docs/solaris-api.md, or an RFC. */
  readonly source: string;
}

const noMobileNumber = /telephone number not found|Solaris::MobileNumber/i;
/** Both accept the encrypted PIN, and refuse it with the same words. */
const takesPin = ["pin_update", "create_change_request"] as const;
const confirms = ["confirm_with_tan", "confirm_with_signature"] as const;
/** Solaris may find a new PIN's faults when it receives it, or only on confirmation. */
const readsPin = [...takesPin, ...confirms] as const;
/** A refused list, or sub-list, says nothing about its content. */
const lists = ["list_accounts", "list_cards", "list_devices", "list_keys", "list_activations"] as const;

/** What each refusal of Solaris means for the app. The first row that fits decides. */
export const errorTable: readonly Row[] = [
  // Whatever is asked.
  {
    status: 401,
    problem: "ERR_SOLARIS_UNAVAILABLE",
    source: "§11: our token, refused twice; the cardholder cannot help it",
  },
  { status: 429, problem: "ERR_TOO_MANY_REQUESTS", source: "§11 names no limits; RFC 6585 §4" },

  {
    operation: ["delete_device", "delete_activation"],
    status: [404, 410],
    problem: "ERR_SOLARIS_UNAVAILABLE",
    source: "§6.3, §6.6: that it is gone is for the list to say",
  },
  {
    operation: lists,
    status: [404, 410],
    problem: "ERR_SOLARIS_UNAVAILABLE",
    source: "§6.3, §10: a list cannot be missing",
  },

  // The PIN change: §2, and as a change request §3. Shape A's source.field says which field is wrong.
  {
    operation: ["create_change_request", "authorize_change_request"],
    detail: noMobileNumber,
    problem: "ERR_NO_MOBILE_NUMBER",
    source: "§3a, §3b",
  },
  { operation: "pin_update", status: 404, field: "device_id", problem: "ERR_DEVICE_REFUSED", source: "§2" },
  { operation: takesPin, status: 404, problem: "ERR_NOT_FOUND", source: "§2: model_not_found" },
  { operation: readsPin, field: "pin", problem: "ERR_PIN_REFUSED", source: "§2, §4" },
  {
    operation: "pin_update",
    field: "key_id",
    problem: "ERR_PIN_KEY_OUTDATED",
    source: "§1: the newest key, each time",
  },
  { operation: "create_change_request", field: "key_id", problem: "ERR_PIN_KEY_OUTDATED", source: "§1: as above" },
  { operation: readsPin, field: "encrypted_pin", problem: "ERR_ENCRYPTION_REFUSED", source: "§2" },
  { operation: "pin_update", field: "device_id", problem: "ERR_DEVICE_REFUSED", source: "§2: device-id invalid" },
  { operation: "pin_update", field: "signature", problem: "ERR_DEVICE_REFUSED", source: "§2: length out of bounds" },
  { operation: readsPin, field: "status", problem: "ERR_CARD_NOT_ELIGIBLE", source: "Q19" },
  { operation: readsPin, field: "card", problem: "ERR_CARD_NOT_ELIGIBLE", source: "Q19" },
  { operation: readsPin, field: "card_status", problem: "ERR_CARD_NOT_ELIGIBLE", source: "Q19" },

  // The change request's authorisation and confirmation: §3a, §3b.
  {
    operation: "create_change_request",
    status: 403,
    detail: /unauthorized change request/i,
    problem: "ERR_NO_MOBILE_NUMBER",
    source: "§3b: created without a mobile number",
  },
  {
    operation: ["authorize_change_request", "confirm_with_signature"],
    field: "device_id",
    problem: "ERR_DEVICE_REFUSED",
    source: "§2: device-id invalid",
  },
  { operation: "authorize_change_request", status: [404, 410], problem: "ERR_CHANGE_REQUEST_ENDED", source: "§3b" },
  {
    operation: "authorize_change_request",
    status: 422,
    code: "unprocessable_entity",
    problem: "ERR_CHANGE_REQUEST_ENDED",
    source: "§3b",
  },
  { operation: "confirm_with_tan", code: "invalid_tan", problem: "ERR_TAN_REFUSED", source: "§3b: 403 or 422" },
  { operation: "confirm_with_tan", field: "tan", problem: "ERR_TAN_REFUSED", source: "§11: shape A" },
  { operation: confirms, status: [404, 410], problem: "ERR_CHANGE_REQUEST_ENDED", source: "§3b: wrong id" },
  {
    operation: confirms,
    status: 422,
    code: "unprocessable_entity",
    problem: "ERR_CHANGE_REQUEST_ENDED",
    source: "§3b: older than five minutes",
  },
  { operation: "confirm_with_signature", field: "signature", problem: "ERR_DEVICE_REFUSED", source: "§2, §3b" },

  // Device binding: §6.1. Three ways to say that there is no mobile number, as above.
  {
    operation: "create_device",
    errorCode: "telephone_number_not_found",
    problem: "ERR_NO_MOBILE_NUMBER",
    source: "§6.1, §11 shape C",
  },
  {
    operation: "create_device",
    detail: noMobileNumber,
    problem: "ERR_NO_MOBILE_NUMBER",
    source: "§6.1, §3a",
  },
  { operation: "create_device", field: "number", problem: "ERR_NO_MOBILE_NUMBER", source: "§6.1" },
  { operation: "create_device", status: 409, problem: "ERR_DEVICE_KEY_CONFLICT", source: "§6.1: 409 Conflict" },

  // The one-time code: §6.2 and Q9.
  { operation: "verify_challenge", status: 404, problem: "ERR_CODE_EXPIRED", source: "§6.2: also after expiry" },
  {
    operation: "get_challenge",
    status: [404, 410],
    problem: "ERR_CODE_EXPIRED",
    source: "§6.2: as when it is answered",
  },
  { operation: "verify_challenge", status: [400, 403, 409, 422], problem: "ERR_CODE_REFUSED", source: "Q9" },

  // The letter: §6.6.
  { operation: "create_activation", status: 409, problem: "ERR_ACTIVATION_CODE_EXISTS", source: "§6.6: 409" },

  // The consent to device data: §9.
  {
    operation: ["create_consent", "change_consent"],
    code: "constraint_violation",
    problem: "ERR_SOLARIS_UNAVAILABLE",
    source: "§9: a time that is yet to come by Solaris' clock",
  },
  {
    operation: "change_consent",
    status: [404, 410],
    problem: "ERR_SOLARIS_UNAVAILABLE",
    source: "§9: that it is gone, no document says",
  },

  // The restricted key: §6.5.
  { operation: "add_key", status: 409, problem: "ERR_RESTRICTED_KEY_EXISTS", source: "§6.5: 409 Conflict" },
  { operation: "add_key", field: "signature", problem: "ERR_DEVICE_REFUSED", source: "§6.5" },

  // The rest.
  { status: 404, problem: "ERR_NOT_FOUND", source: "§11: model_not_found" },
  {
    problem: "ERR_REFUSED",
    source: "§11; of a 403 unauthorized_action too: it says nothing of what is not authorized (§0)",
  },
];

/** What a refusal means for the app. */
export interface Meaning {
  readonly problem: SolarisProblemCode;
  /** The error that decided it. */
  readonly entry: SolarisErrorEntry | undefined;
}

/**
 * What a refusal means for the app, and which of its errors decided: with several, the one that matches the earliest row.
 */
export function meaningOf(operation: SolarisOperation, error: SolarisError): Meaning {
  for (const row of errorTable) {
    const entry = error.entries.find((one) => fits(row, operation, error.status, one));
    if (entry !== undefined) return { problem: row.problem, entry };
  }
  return { problem: "ERR_REFUSED", entry: error.entries[0] };
}

function fits(row: Row, operation: SolarisOperation, status: number, entry: SolarisErrorEntry): boolean {
  if (row.operation !== undefined && ![row.operation].flat().includes(operation)) return false;
  if (row.field !== undefined && row.field !== entry.field) return false;
  if (row.errorCode !== undefined && row.errorCode !== entry.errorCode) return false;
  if (row.code !== undefined && row.code !== entry.code && row.code !== entry.errorCode) return false;
  if (row.detail !== undefined && !row.detail.test(entry.detail ?? "")) return false;
  return row.status === undefined || [row.status].flat().includes(status);
}
