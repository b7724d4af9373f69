import type { WhyUnconfirmed } from "../../src-contract/bridge/views.ts";
import type { ErrorCode } from "../../src-contract/errors/error-codes.ts";
import { PASSCODE_ATTEMPTS } from "../../src-contract/rules/passcode.ts";
import { AppError } from "../app-error.ts";
import { type DeviceKeychain, type KeychainRefusal, refusalCodes } from "./device-keychain.ts";
import type { EnrolmentMarker, EnrolmentMarkers, Removal } from "./enrolment-marker.ts";
import { type EnrolmentRecord, parseEnrolmentRecord, type RecordAt } from "./enrolment-record.ts";

/** Where one customer's enrolment on this computer is kept (docs/glossary.md). */
export interface Enrolment {
  readonly keychain: DeviceKeychain;
  readonly markers: EnrolmentMarkers;
  readonly scope: string;
}

/** A record whose binding was completed. */
export type CompletedRecord = RecordAt<"bound" | "erased">;
export type UnfinishedRecord = Exclude<EnrolmentRecord, CompletedRecord>;

/**
 * The state of this computer for a customer, including the keychain's real state
 * (docs/threat-model.md#keychain-absent-vs-locked).
 */
export type EnrolmentState =
  | { readonly state: "present"; readonly record: EnrolmentRecord }
  | { readonly state: "absent" | "lost" | "unreadable" | KeychainRefusal }
  /** The markers' folder cannot be used, so it is not known whether this computer was bound, or whether a key is its own. */
  | { readonly state: "unusable-folder"; readonly folder: string }
  /** A key that may not be this computer's: there is no marker for it, or a different one. */
  | { readonly state: "unconfirmed"; readonly why: WhyUnconfirmed; readonly record: CompletedRecord }
  /** A removal was begun; until it is complete the entry does not matter. */
  | { readonly state: "removing"; readonly deviceId: string; readonly removal: Removal };

/** Reads entry and marker, and changes neither. */
export async function readEnrolmentState({ keychain, markers, scope }: Enrolment): Promise<EnrolmentState> {
  const reading = await keychain.read(scope);
  if (reading.state !== "entry" && reading.state !== "empty") return { state: reading.state };
  const marker = await markers.read(scope);
  if (marker.state === "unusable-folder") return marker;
  if (marker.state === "present" && marker.removing !== null) {
    return { state: "removing", deviceId: marker.deviceId, removal: marker.removing };
  }
  if (reading.state === "empty") return { state: marker.state === "none" ? "absent" : "lost" };
  const parsed = parseEnrolmentRecord(reading.text, scope);
  if (parsed === null) return { state: "unreadable" };
  const record = withoutSpentKey(parsed);
  if (!isCompleted(record)) return { state: "present", record };
  const why = whyUnconfirmed(record, marker);
  return why === null ? { state: "present", record } : { state: "unconfirmed", why, record };
}

/** The error that says why a state has no usable key. */
const errorOf: Record<Exclude<EnrolmentState["state"], "present">, ErrorCode> = {
  absent: "ERR_NOT_BOUND",
  lost: "ERR_KEYCHAIN_LOST",
  ...refusalCodes,
  unreadable: "ERR_KEYCHAIN_UNREADABLE",
  "unusable-folder": "ERR_FOLDER_UNUSABLE",
  unconfirmed: "ERR_DEVICE_UNCONFIRMED",
  removing: "ERR_NOT_BOUND",
};

function whyAbsent(current: Exclude<EnrolmentState, { state: "present" }>): AppError {
  const folder = current.state === "unusable-folder" ? current.folder : undefined;
  return new AppError(errorOf[current.state], { folder });
}

/** The record, at any stage. @throws AppError naming why there is none */
export async function requirePresent(enrolment: Enrolment): Promise<EnrolmentRecord> {
  const current = await readEnrolmentState(enrolment);
  if (current.state !== "present") throw whyAbsent(current);
  return current.record;
}

/** The record at a stage. @throws AppError naming why there is none */
export async function requireRecord<Stage extends EnrolmentRecord["stage"]>(
  enrolment: Enrolment,
  stage: Stage,
): Promise<RecordAt<Stage>> {
  const record = await requirePresent(enrolment);
  if (!isAt(record, stage)) throw new AppError(errorOfStage(record));
  return record;
}

/** The record of an unfinished binding, or null if a new one may begin. @throws AppError in any other state */
export async function readUnfinished(enrolment: Enrolment): Promise<UnfinishedRecord | null> {
  const current = await readEnrolmentState(enrolment);
  if (current.state === "absent" || current.state === "lost") return null;
  if (current.state !== "present") throw whyAbsent(current);
  if (isCompleted(current.record)) throw new AppError(errorOfStage(current.record));
  return current.record;
}

/**
 * The id of this computer's device, if it has one, even while the keychain cannot be read. Null if its key is lost: then it
 * counts as another computer, which the cardholder can remove.
 */
export async function ownDeviceId(enrolment: Enrolment): Promise<string | null> {
  const current = await readEnrolmentState(enrolment);
  switch (current.state) {
    case "present":
      return "device_id" in current.record && current.record.stage !== "challenged" ? current.record.device_id : null;
    case "removing":
      return current.deviceId;
    case "locked":
    case "unavailable":
    case "silent": {
      const marker = await enrolment.markers.read(enrolment.scope);
      return marker.state === "present" ? marker.deviceId : null;
    }
    default:
      return null;
  }
}

/**
 * Stores the record as ASCII, the only text that every keychain returns unchanged (docs/threat-model.md#entry-ascii).
 * @param ifLate stored instead if the keychain answers only after the step has timed out
 */
export async function storeRecord(
  { keychain, scope }: Enrolment,
  record: EnrolmentRecord,
  ifLate?: EnrolmentRecord,
): Promise<void> {
  await keychain.write(scope, textOf(record), ifLate && textOf(ifLate));
}

function textOf(record: EnrolmentRecord): string {
  const escaped = (unit: string) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
  return JSON.stringify(record).replace(/[^\x20-\x7e]/g, escaped);
}

/** The record without its erased restricted key. */
export function toErased({ restricted: _, wrong_passcodes: __, ...rest }: RecordAt<"bound">): RecordAt<"erased"> {
  return { ...rest, stage: "erased" };
}

export function isCompleted(record: EnrolmentRecord): record is CompletedRecord {
  return record.stage === "bound" || record.stage === "erased";
}

/**
 * If the app ended between counting the last wrong passcode and erasing, the key counts as erased; its next use erases it.
 */
function withoutSpentKey(record: EnrolmentRecord): EnrolmentRecord {
  return record.stage === "bound" && record.wrong_passcodes >= PASSCODE_ATTEMPTS ? toErased(record) : record;
}

/** An unreadable marker proves an enrolment, not that it was a different one. */
function whyUnconfirmed(record: CompletedRecord, marker: EnrolmentMarker): WhyUnconfirmed | null {
  if (marker.state === "none") return "no-marker";
  return marker.state === "present" && marker.deviceId !== record.device_id ? "other-device" : null;
}

function errorOfStage({ stage }: EnrolmentRecord): ErrorCode {
  if (stage === "bound") return "ERR_ALREADY_BOUND";
  return stage === "erased" ? "ERR_KEY_ERASED" : "ERR_NOT_BOUND";
}

function isAt<Stage extends EnrolmentRecord["stage"]>(
  record: EnrolmentRecord,
  stage: Stage,
): record is RecordAt<Stage> {
  return record.stage === stage;
}
