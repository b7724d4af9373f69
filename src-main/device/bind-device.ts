import type { BackendClient } from "../backend/backend-client.ts";
import { BackendError } from "../backend/backend-error.ts";
import { AppError } from "../errors.ts";
import { makeKeyPair, signNewKey, signOneTimeCode } from "./device-key.ts";
import type { DeviceRecord, RecordAt } from "./device-record.ts";
import { type Enrolment, readUnfinished, requireRecord, storeRecord } from "./device-state.ts";

/** What binding works with. Each step writes the record before it goes on, so that any of them can be the last. */
export interface Binding {
  readonly enrolment: Enrolment;
  readonly backend: BackendClient;
}

/**
 * Asks for a one-time code: for a new binding, or again for one that waits. The waiting key is asked for again; when
 * Solaris refuses it as registered already, a fresh one takes its place. A bound or unreadable entry is never touched.
 */
export async function requestCode(binding: Binding, computerName: string): Promise<void> {
  if (await continueBinding(binding)) return; // the earlier code did arrive: only its answer was lost
  const unfinished = await readUnfinished(binding.enrolment);
  const keys = unfinished ?? makeKeys();
  try {
    await requestWith(binding, computerName, keys);
  } catch (error) {
    if (!(error instanceof BackendError && error.problem === "device_key_conflict")) throw error;
    await requestWith(binding, computerName, makeKeys());
  }
}

/**
 * Confirms the code and completes the binding.
 * @param code six ASCII digits; the caller's to wipe
 */
export async function confirmCode(binding: Binding, code: Uint8Array): Promise<void> {
  const record = await requireRecord(binding.enrolment, "challenged");
  const signature = signOneTimeCode(record.unrestricted, code);
  try {
    await binding.backend.verifyDevice(record.device_id, { challenge_id: record.challenge_id, signature });
  } catch (error) {
    if (!mayHaveBeenAccepted(error) || !(await isVerified(binding, record.device_id, error))) throw error;
  }
  await recordVerified(binding, record);
  await addRestrictedKey(binding);
}

/**
 * Takes an unfinished binding as far as it goes without a code: what Solaris accepted is recorded and completed.
 * @returns whether the computer is bound by this
 */
export async function continueBinding(binding: Binding): Promise<boolean> {
  const record = await readUnfinished(binding.enrolment);
  if (record?.stage === "challenged" && (await isVerified(binding, record.device_id))) {
    await recordVerified(binding, record);
  } else if (record?.stage !== "verified") {
    return false;
  }
  await addRestrictedKey(binding);
  return true;
}

/** Gives up a binding that was not completed; the next one begins with new keys. */
export async function abandonBinding({ enrolment }: Binding): Promise<void> {
  if ((await readUnfinished(enrolment)) === null) return;
  await enrolment.keychain.remove(enrolment.scope);
  await enrolment.markers.remove(enrolment.scope);
}

/** One device request: keys on record first, then a new device at Solaris, which sends a new code. */
async function requestWith({ backend, enrolment }: Binding, computerName: string, keys: DeviceKeys): Promise<void> {
  const record = { version: 1, scope: enrolment.scope, computer_name: computerName, ...keysOf(keys) } as const;
  await storeRecord(enrolment, { ...record, stage: "requested" });
  const created = await backend.createDevice({ name: computerName, key: record.unrestricted.public_key });
  await storeRecord(enrolment, {
    ...record,
    stage: "challenged",
    device_id: created.device_id,
    challenge_id: created.challenge.id,
    expires_at: created.challenge.expires_at,
  });
}

async function recordVerified({ enrolment }: Binding, record: RecordAt<"challenged">): Promise<void> {
  const { challenge_id: _, expires_at: __, ...rest } = record;
  await storeRecord(enrolment, { ...rest, stage: "verified" });
}

/** The last step; asking Solaris first makes it safe to repeat. */
async function addRestrictedKey(binding: Binding): Promise<void> {
  const { enrolment, backend } = binding;
  const record = await requireRecord(enrolment, "verified");
  await enrolment.markers.write(enrolment.scope, record.device_id);
  const device = await deviceAtSolaris(backend, record.device_id);
  if (device === null) {
    await abandonBinding(binding); // removed meanwhile, before it was ever of use
    throw new AppError("ERR_NOT_BOUND");
  }
  // Only this record's unrestricted key can have added one, so a restricted key that is there is this record's.
  if (!device.key_purposes.includes("restricted")) {
    const key = record.restricted.public_key;
    await backend.addKey(record.device_id, { key, signature: signNewKey(record.unrestricted, key) });
  }
  await storeRecord(enrolment, { ...record, stage: "bound" });
}

/** No answer to the code, or a challenge that is gone: Solaris is asked before anything is said. */
function mayHaveBeenAccepted(error: unknown): boolean {
  const lost = ["code_expired", "solaris_unavailable"];
  return error instanceof BackendError && (error.arrival !== "answered" || lost.includes(error.problem ?? ""));
}

async function isVerified({ backend }: Binding, deviceId: string, instead?: unknown): Promise<boolean> {
  try {
    return (await deviceAtSolaris(backend, deviceId)) !== null;
  } catch (error) {
    throw instead ?? error; // the first failure says more than the failed question about it
  }
}

/** Solaris lists verified devices only (solaris-api §6.3). */
async function deviceAtSolaris(backend: BackendClient, deviceId: string) {
  try {
    return await backend.getDevice(deviceId);
  } catch (error) {
    if (error instanceof BackendError && error.problem === "not_found") return null;
    throw error;
  }
}

type DeviceKeys = Pick<DeviceRecord, "unrestricted" | "restricted">;

function makeKeys(): DeviceKeys {
  return { unrestricted: makeKeyPair(), restricted: makeKeyPair() };
}

const keysOf = ({ unrestricted, restricted }: DeviceKeys): DeviceKeys => ({ unrestricted, restricted });
