import { AppError } from "../app-error.ts";
import type { KnownTokenKey, TokenPlace } from "../token/tokens.ts";
import type { BindingDependencies } from "./bind-this-computer.ts";
import { ensureDeviceRemoved, isDeviceKnown } from "./device-at-solaris.ts";
import {
  type Enrolment,
  type EnrolmentState,
  isCompleted,
  readEnrolmentState,
  requirePresent,
} from "./enrolment-state.ts";
import { keyOnToken } from "./key-on-token.ts";
import { heldRecord, holdsDevice, keepUntilBound, removeReplaced } from "./set-aside-entries.ts";
import { noTokenSteps, type TokenSteps } from "./token-steps.ts";

/** Those of a removal. */
export interface RemovalDependencies extends BindingDependencies {
  readonly leftKeys?: LeftKeys;
  readonly tokenSteps?: TokenSteps;
  /** Ends the consent to device data that was given on this computer (docs/device-data.md#leaving). Never fails, nor waits for the bank. */
  readonly leaveConsent?: (scope: string) => Promise<void>;
}

/** Where keys were left, on a token: in memory, to be told once. */
export type LeftKeys = ReturnType<typeof createLeftKeys>;

/** Starts without any. */
export function createLeftKeys() {
  let left: { readonly scope: string; readonly token: TokenPlace } | null = null;
  return {
    note(scope: string, token: TokenPlace): void {
      left = { scope, token };
    },
    /** The token; null if no key of this customer was left. */
    of: (scope: string) => (left?.scope === scope ? left.token : null),
    forget(): void {
      left = null;
    },
  };
}

/**
 * Removes this computer: at Solaris, then its entry, then its marker. The marker notes the removal first, so it can continue
 * from any interruption ({@link continueRemoval}). A key on a token is removed there, too, if its PIN is known.
 * @param pin the token's; the caller's to wipe. Null leaves a key that is on one
 */
export async function removeThisComputer(dependencies: RemovalDependencies, pin: Uint8Array | null = null) {
  const { enrolment, tokenSteps = noTokenSteps } = dependencies;
  const isLeft = tokenSteps.stay();
  const requireStay = () => {
    if (isLeft()) throw new AppError("ERR_NOT_SIGNED_IN");
  };
  const record = await requirePresent(enrolment);
  if (!isCompleted(record)) throw new AppError("ERR_NOT_BOUND");
  if (pin !== null) {
    const key = record.stage === "bound" ? keyOnToken(record) : null;
    if (key === null) throw new AppError("ERR_BAD_ARGUMENT");
    requireStay(); // nobody would be there to touch it
    await tokenSteps.checkKey(key, pin); // before anything is removed: it can be entered again
    requireStay();
    dependencies.leftKeys?.note(enrolment.scope, key.token); // until the token has said that it is gone
  }
  await enrolment.markers.write(enrolment.scope, record.device_id, "for-good");
  await completeRemoval(dependencies, { deviceId: record.device_id, removal: "for-good" }, pin, isLeft);
}

/** Completes a removal that was begun. @returns whether there was one */
export async function continueRemoval(dependencies: RemovalDependencies): Promise<boolean> {
  const current = await readEnrolmentState(dependencies.enrolment);
  if (current.state !== "removing") return false;
  await completeRemoval(dependencies, current);
  return true;
}

/** Adopts a key of uncertain origin, if Solaris says that it knows its device. */
export async function adoptDevice({ enrolment, backend }: BindingDependencies): Promise<void> {
  const current = await readEnrolmentState(enrolment);
  if (current.state !== "unconfirmed") {
    await requirePresent(enrolment);
    throw new AppError("ERR_ALREADY_BOUND");
  }
  const { device_id: deviceId } = current.record;
  if (!(await isDeviceKnown(backend, deviceId))) throw new AppError("ERR_DEVICE_REMOVED");
  await enrolment.markers.write(enrolment.scope, deviceId);
}

/**
 * Completes the removal that the marker notes. Solaris comes first: its list must not show a computer whose key no longer
 * exists, and a key is deleted only once its device is certainly gone.
 */
export async function completeRemoval(
  { enrolment, backend, tokenSteps = noTokenSteps, leftKeys, leaveConsent }: RemovalDependencies,
  { deviceId, removal }: Pick<Extract<EnrolmentState, { state: "removing" }>, "deviceId" | "removal">,
  pin: Uint8Array | null = null,
  isGone = () => false,
): Promise<void> {
  const { keychain, markers, scope } = enrolment;
  await ensureDeviceRemoved(backend, deviceId);
  if (removal === "for-good") await leaveConsent?.(scope);
  if (await holdsDevice(enrolment, deviceId)) {
    if (removal === "replaced") return keepUntilBound(enrolment, deviceId);
    const key = await heldKeyOnToken(enrolment);
    await removeReplaced(enrolment);
    const isLeft = key !== null && (pin === null || isGone() || (await tokenSteps.tryRemoveKey(key, pin)) !== null);
    await keychain.remove(scope);
    if (isLeft) leftKeys?.note(scope, key.token);
    else if (key !== null) leftKeys?.forget();
  }
  await markers.remove(scope);
}

/** Whatever its marker says, the entry names the key. */
async function heldKeyOnToken(enrolment: Enrolment): Promise<KnownTokenKey | null> {
  const record = await heldRecord(enrolment);
  return record?.stage === "bound" || record?.stage === "keyed" ? keyOnToken(record) : null;
}
