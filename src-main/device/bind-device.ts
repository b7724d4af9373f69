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
  const keys = unfinished ?? (await recordNew(binding, computerName, makeKeys()));
  try {
    await requestWith(binding, computerName, keys);
  } catch (error) {
    if (error instanceof BackendError && error.problem === "device_key_conflict") {
      await requestWith(binding, computerName, await recordNew(binding, computerName, makeKeys()));
      return;
    }
    // A code that was sent before stays usable, unless a new one may have taken its place.
    const codeWasSent = unfinished?.stage === "challenged";
    if (codeWasSent && mayHaveBeenCarriedOut(error)) await recordNew(binding, computerName, keys);
    throw error;
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
    const codeIsGone = error instanceof BackendError && error.problem === "code_expired";
    if (!(codeIsGone || mayHaveBeenCarriedOut(error)) || !(await isVerified(binding, record.device_id, error)))
      throw error;
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

/**
 * Gives up a binding that was not completed; the next one begins with new keys. Solaris first: a device that it has
 * verified would stay in the cardholder's list, and count, without anybody having its key.
 */
export async function abandonBinding({ enrolment, backend }: Binding): Promise<void> {
  const record = await readUnfinished(enrolment);
  if (record === null) return;
  if (record.stage !== "requested" && (await deviceAtSolaris(backend, record.device_id)) !== null) {
    await backend.removeDevice(record.device_id);
  }
  await enrolment.keychain.remove(enrolment.scope);
  await enrolment.markers.remove(enrolment.scope);
}

type DeviceKeys = Pick<DeviceRecord, "unrestricted" | "restricted">;

function makeKeys(): DeviceKeys {
  return { unrestricted: makeKeyPair(), restricted: makeKeyPair() };
}

/** Puts keys on record without a challenge: before anybody hears of them, or when it is not known which code counts. */
async function recordNew({ enrolment }: Binding, computerName: string, keys: DeviceKeys): Promise<DeviceKeys> {
  const { unrestricted, restricted } = keys;
  const { scope } = enrolment;
  const record = { version: 1, stage: "requested", scope, computer_name: computerName } as const;
  await storeRecord(enrolment, { ...record, unrestricted, restricted });
  return keys;
}

/** One device request: a new device at Solaris, which sends a new code. */
async function requestWith({ backend, enrolment }: Binding, computerName: string, keys: DeviceKeys): Promise<void> {
  const { unrestricted, restricted } = keys;
  const created = await backend.createDevice({ name: computerName, key: unrestricted.public_key });
  await storeRecord(enrolment, {
    version: 1,
    stage: "challenged",
    scope: enrolment.scope,
    computer_name: computerName,
    unrestricted,
    restricted,
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
  // Removed meanwhile, or not listed yet: nothing is deleted for that here, the cardholder can go on or start over.
  if (device === null) throw new AppError("ERR_DEVICE_REFUSED");
  // Only this record's unrestricted key can have added one, so a restricted key that is there is this record's.
  if (!device.key_purposes.includes("restricted")) {
    const key = record.restricted.public_key;
    await backend.addKey(record.device_id, { key, signature: signNewKey(record.unrestricted, key) });
  }
  await storeRecord(enrolment, { ...record, stage: "bound" });
}

/** No answer was seen, by us or by the backend: Solaris may have done it all the same. */
function mayHaveBeenCarriedOut(error: unknown): boolean {
  return error instanceof BackendError && (error.arrival === "unclear" || error.problem === "solaris_unavailable");
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
