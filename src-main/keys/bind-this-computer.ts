import type { CreateDeviceRequest, DeviceDetail } from "../../src-contract/api/device-schemas.ts";
import { codeLanguageFor, type Language } from "../../src-contract/rules/languages.ts";
import { AppError } from "../app-error.ts";
import type { BackendClient } from "../backend/backend-client.ts";
import { BackendError, isKnownRefusal } from "../backend/backend-error.ts";
import type { TokenPlace } from "../token/tokens.ts";
import { ensureDeviceRemoved, findDevice, isDeviceKnown } from "./device-at-solaris.ts";
import { makeKeyPair, signNewKey, signOneTimeCode } from "./device-key.ts";
import type { KeyPair, RecordAt } from "./enrolment-record.ts";
import { type Enrolment, readUnfinished, requireRecord, storeRecord } from "./enrolment-state.ts";
import { tokenOf } from "./key-on-token.ts";
import { currentCost, type DeriveKey } from "./key-wrapping.ts";
import { protectionLevelOf } from "./protection-level.ts";
import { makeWrappedKey, requireGoodPasscode } from "./restricted-key.ts";
import { tryRemoveReplaced } from "./set-aside-entries.ts";

/**
 * Dependencies of a device binding. Each step stores the record before it goes on, so the program may end after any of them.
 */
export interface BindingDependencies {
  readonly enrolment: Enrolment;
  readonly backend: BackendClient;
}

/** Where the key is to be kept: a token, the keychain (null), or wherever was said before. */
export type KeyPlace = TokenPlace | null | "as-before";

/** Those of a step that has a code sent. */
export interface CodeDependencies extends BindingDependencies {
  /** The window's language. */
  readonly language: () => Language;
}

/**
 * Requests a one-time code, for a new binding or again for a waiting one. The waiting key is sent again; if Solaris refuses
 * it as already registered, a fresh key replaces it. Never touches a bound or unreadable entry.
 * @param place is told to the backend with the request, which may refuse it
 */
export async function requestCode(
  dependencies: CodeDependencies,
  computerName: string,
  place: KeyPlace = "as-before",
): Promise<void> {
  if (await continueBinding(dependencies)) return; // the earlier code was accepted; only the answer was lost
  const unfinished = await readUnfinished(dependencies.enrolment);
  const token = place === "as-before" ? unfinished && tokenOf(unfinished) : place;
  const wanted: Wanted = { computerName, token };
  await requireRoom(dependencies.backend);
  const key = unfinished?.unrestricted ?? (await recordNewKey(dependencies, wanted));
  const message = { language: codeLanguageFor(dependencies.language()) };
  try {
    await requestDevice(dependencies, wanted, key, message);
  } catch (error) {
    if (isKeyConflict(error)) {
      await requestDevice(dependencies, wanted, await recordNewKey(dependencies, wanted), message);
      return;
    }
    // An earlier code stays usable, unless a new one may have replaced it.
    const codeWasSent = unfinished?.stage === "challenged";
    if (codeWasSent && mayHaveBeenCarriedOut(error)) await recordRequested(dependencies, wanted, key);
    throw error;
  }
}

/**
 * Confirms the code; the passcode is next.
 * @param code six ASCII digits; the caller's to wipe
 */
export async function confirmCode(dependencies: BindingDependencies, code: Uint8Array): Promise<void> {
  const record = await requireRecord(dependencies.enrolment, "challenged");
  await answerChallenge(dependencies, record, signOneTimeCode(record.unrestricted, code));
}

/** Sends the signed code. Without an answer, Solaris is asked whether it accepted the code after all. */
export async function answerChallenge(
  dependencies: BindingDependencies,
  record: RecordAt<"challenged">,
  signature: string,
): Promise<void> {
  try {
    await dependencies.backend.verifyDevice(record.device_id, { challenge_id: record.challenge_id, signature });
  } catch (error) {
    const codeIsGone = isRefusal(error, "ERR_CODE_EXPIRED");
    if (!(codeIsGone || mayHaveBeenCarriedOut(error)) || !(await isVerified(dependencies, record.device_id, error)))
      throw error; // the binding keeps waiting; the next try shows whether its code is still valid
  }
  await recordVerified(dependencies, record);
}

/**
 * Creates the restricted key, which only this passcode unlocks, and completes the binding with it.
 * @param passcode the caller's to wipe
 */
export async function setPasscode(
  dependencies: BindingDependencies,
  derive: DeriveKey,
  passcode: Uint8Array,
  cost = currentCost,
): Promise<void> {
  requireGoodPasscode(passcode);
  const { enrolment } = dependencies;
  const record = await requireRecord(enrolment, "verified");
  if (record.token !== undefined) throw new AppError("ERR_BAD_ARGUMENT"); // steps-on-token.ts has it made there
  requireWithoutKey(await findDevice(dependencies.backend, record.device_id));
  const restricted = await makeWrappedKey(derive, passcode, record.device_id, cost);
  await storeRecord(enrolment, { ...record, stage: "keyed", restricted });
  await addRestrictedKey(dependencies);
}

/**
 * Continues an unfinished binding as far as it can without the cardholder: records and completes what Solaris accepted.
 * @returns whether the code is done: the computer is now bound, or the passcode is next
 */
export async function continueBinding(dependencies: BindingDependencies): Promise<boolean> {
  const record = await readUnfinished(dependencies.enrolment);
  switch (record?.stage) {
    case "challenged":
      if (!(await isVerified(dependencies, record.device_id))) return false;
      await recordVerified(dependencies, record);
      return true;
    case "verified":
      requireWithoutKey(await findDevice(dependencies.backend, record.device_id));
      return true;
    case "keyed":
      await addRestrictedKey(dependencies);
      return true;
    default:
      return false;
  }
}

/** Those of giving a binding up. */
interface Abandoning extends BindingDependencies {
  /** Told of a key that stays on a token: its PIN is not known here. */
  readonly leftKeys?: { note(scope: string, token: TokenPlace): void };
}

/**
 * Gives up an incomplete binding; the next one begins with new keys. Asks Solaris first: otherwise a device that it has
 * verified would stay in the cardholder's list, and count against the limit, while nobody has its key. Deletes the key only
 * if Solaris' complete list lacks the device, or Solaris confirmed its removal.
 */
export async function abandonBinding({ enrolment, backend, leftKeys }: Abandoning): Promise<void> {
  const record = await readUnfinished(enrolment);
  if (record === null) return;
  if (record.stage !== "requested" && (await isDeviceKnown(backend, record.device_id))) {
    await ensureDeviceRemoved(backend, record.device_id);
  }
  await enrolment.keychain.remove(enrolment.scope);
  await enrolment.markers.remove(enrolment.scope);
  const token = record.stage === "keyed" ? tokenOf(record) : null;
  if (token) leftKeys?.note(enrolment.scope, token);
}

/** Checks Solaris' device limit before a useless code is sent: Solaris itself only refuses the verification. */
export async function requireRoom(backend: BackendClient): Promise<void> {
  const { devices, limit } = await backend.listDevices();
  if (devices.length >= limit) throw new AppError("ERR_DEVICE_LIMIT");
}

/** What the cardholder wants. */
interface Wanted {
  readonly computerName: string;
  /** Null for the keychain. */
  readonly token: TokenPlace | null;
}

const inRecord = ({ computerName, token }: Wanted) => ({
  computer_name: computerName,
  ...(token !== null && { token }),
});

/** Records a key without a challenge: before it is sent anywhere, or if it is not known which code is valid. */
export async function recordRequested(
  { enrolment }: BindingDependencies,
  wanted: Wanted,
  unrestricted: KeyPair,
): Promise<KeyPair> {
  const { scope } = enrolment;
  await storeRecord(enrolment, { version: 2, stage: "requested", scope, ...inRecord(wanted), unrestricted });
  return unrestricted;
}

/** Makes and records one. */
export const recordNewKey = (dependencies: BindingDependencies, wanted: Wanted): Promise<KeyPair> =>
  recordRequested(dependencies, wanted, makeKeyPair());

/** The waiting key is registered already. */
export function isKeyConflict(error: unknown): boolean {
  return isRefusal(error, "ERR_DEVICE_KEY_CONFLICT");
}

const isRefusal = (error: unknown, code: BackendError["code"]) => error instanceof BackendError && error.code === code;

/**
 * Requests a new device from Solaris, and records it.
 * @param code that of a message, which Solaris then sends in this language, or that of a letter that has come
 * @returns the record
 */
export async function requestDevice(
  { backend, enrolment }: BindingDependencies,
  wanted: Wanted,
  unrestricted: KeyPair,
  code: Pick<CreateDeviceRequest, "language"> | { readonly challenge_type: "activation_code" },
): Promise<RecordAt<"challenged">> {
  const asked = {
    name: wanted.computerName,
    key: unrestricted.public_key,
    protection_level: protectionLevelOf(wanted.token !== null),
    ...code,
  };
  let created: Awaited<ReturnType<BackendClient["createDevice"]>>;
  try {
    created = await backend.createDevice(asked);
  } catch (error) {
    // No key is on the token yet. With the token in the entry, the next try would be refused as well, without a choice.
    if (wanted.token !== null && isRefusal(error, "ERR_PROTECTION_REFUSED")) {
      await recordRequested({ backend, enrolment }, { ...wanted, token: null }, unrestricted);
    }
    throw error;
  }
  const record: RecordAt<"challenged"> = {
    version: 2,
    stage: "challenged",
    ...("challenge_type" in code && { challenge_type: code.challenge_type }),
    scope: enrolment.scope,
    ...inRecord(wanted),
    unrestricted,
    device_id: created.device_id,
    challenge_id: created.challenge.id,
    expires_at: created.challenge.expires_at,
  };
  await storeRecord(enrolment, record);
  return record;
}

async function recordVerified({ enrolment }: BindingDependencies, record: RecordAt<"challenged">): Promise<void> {
  const { challenge_id: _, expires_at: __, challenge_type: ___, ...rest } = record;
  await storeRecord(enrolment, { ...rest, stage: "verified" });
}

/**
 * Makes sure that the device has no restricted key yet. If it has one and none was made here, somebody else with the
 * unrestricted key has added it.
 */
export function requireWithoutKey(device: DeviceDetail | null): void {
  if (requireDevice(device).key_purposes.includes("restricted")) throw new AppError("ERR_DEVICE_REFUSED");
}

/**
 * A missing device was removed meanwhile, or is not listed yet. Nothing is deleted here: the cardholder can continue or
 * start over.
 */
function requireDevice(device: DeviceDetail | null): DeviceDetail {
  if (device === null) throw new AppError("ERR_DEVICE_REFUSED");
  return device;
}

/** The last step. It asks Solaris first, so it is safe to repeat. */
export async function addRestrictedKey({ enrolment, backend }: BindingDependencies): Promise<void> {
  const record = await requireRecord(enrolment, "keyed");
  await enrolment.markers.write(enrolment.scope, record.device_id);
  const device = requireDevice(await findDevice(backend, record.device_id));
  // The device had no restricted key before this record's was made, and only the unrestricted key can have added one.
  if (!device.key_purposes.includes("restricted")) {
    const key = record.restricted.public_key;
    await backend.addKey(record.device_id, { key, signature: signNewKey(record.unrestricted, key) });
  }
  await storeRecord(enrolment, { ...record, stage: "bound", wrong_passcodes: 0 });
  await tryRemoveReplaced(enrolment);
}

/** Neither we nor the backend have seen a refusal, so Solaris may have carried it out. */
export function mayHaveBeenCarriedOut(error: unknown): boolean {
  if (!(error instanceof BackendError) || error.arrival === "never-sent") return false;
  return !isKnownRefusal(error) || error.code === "ERR_SOLARIS_UNAVAILABLE";
}

async function isVerified({ backend }: BindingDependencies, deviceId: string, instead?: unknown): Promise<boolean> {
  try {
    return await isDeviceKnown(backend, deviceId);
  } catch (error) {
    throw instead ?? error; // the first failure says more than the failed check
  }
}
