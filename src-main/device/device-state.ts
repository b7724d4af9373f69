import type { ErrorCode } from "../../src-preload/contract/error-codes.ts";
import { AppError } from "../errors.ts";
import type { DeviceKeychain } from "./device-keychain.ts";
import { type DeviceRecord, parseDeviceRecord, type RecordAt } from "./device-record.ts";
import type { EnrolmentMarkers } from "./enrolment-marker.ts";

/** What one customer's enrolment on this computer consists of. */
export interface Enrolment {
  readonly keychain: DeviceKeychain;
  readonly markers: EnrolmentMarkers;
  readonly scope: string;
}

/** How this computer stands for a customer, the truth about the keychain included (code-style rule 7). */
export type DeviceState =
  | { readonly state: "present"; readonly record: DeviceRecord }
  | { readonly state: "absent" | "lost" | "locked" | "unavailable" | "unreadable" };

/** Reads entry and marker. Makes, changes and deletes nothing of them. */
export async function readDeviceState({ keychain, markers, scope }: Enrolment): Promise<DeviceState> {
  const reading = await keychain.read(scope);
  switch (reading.state) {
    case "entry": {
      const record = parseDeviceRecord(reading.text, scope);
      return record ? { state: "present", record } : { state: "unreadable" };
    }
    case "empty":
      return { state: (await markers.exists(scope)) ? "lost" : "absent" };
    default:
      return { state: reading.state };
  }
}

/** Why a key cannot be used in a state, as an error. */
const errorOf: Record<Exclude<DeviceState["state"], "present">, ErrorCode> = {
  absent: "ERR_NOT_BOUND",
  lost: "ERR_KEYCHAIN_LOST",
  locked: "ERR_KEYCHAIN_LOCKED",
  unavailable: "ERR_KEYCHAIN_UNAVAILABLE",
  unreadable: "ERR_KEYCHAIN_UNREADABLE",
};

/** The record at a stage. @throws AppError naming why there is none */
export async function requireRecord<Stage extends DeviceRecord["stage"]>(
  enrolment: Enrolment,
  stage: Stage,
): Promise<RecordAt<Stage>> {
  const device = await readDeviceState(enrolment);
  if (device.state !== "present") throw new AppError(errorOf[device.state]);
  if (!isAt(device.record, stage)) {
    throw new AppError(device.record.stage === "bound" ? "ERR_ALREADY_BOUND" : "ERR_NOT_BOUND");
  }
  return device.record;
}

/** The record of an unfinished binding, or null where a new one may begin. @throws AppError where neither may be */
export async function readUnfinished(enrolment: Enrolment): Promise<Exclude<DeviceRecord, { stage: "bound" }> | null> {
  const device = await readDeviceState(enrolment);
  if (device.state === "absent" || device.state === "lost") return null;
  if (device.state !== "present") throw new AppError(errorOf[device.state]);
  if (device.record.stage === "bound") throw new AppError("ERR_ALREADY_BOUND");
  return device.record;
}

/** Stores the record as ASCII, the only text that every keychain gives back unchanged (checklist row 64). */
export async function storeRecord({ keychain, scope }: Enrolment, record: DeviceRecord): Promise<void> {
  const escaped = (unit: string) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
  await keychain.write(scope, JSON.stringify(record).replace(/[^\x20-\x7e]/g, escaped));
}

function isAt<Stage extends DeviceRecord["stage"]>(record: DeviceRecord, stage: Stage): record is RecordAt<Stage> {
  return record.stage === stage;
}
