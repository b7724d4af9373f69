import { AppError } from "../app-error.ts";
import type { BindingDependencies } from "./bind-this-computer.ts";
import { ensureDeviceRemoved, isDeviceKnown } from "./device-at-solaris.ts";
import { type EnrolmentState, isCompleted, readEnrolmentState, requirePresent } from "./enrolment-state.ts";
import { holdsDevice, keepUntilBound, removeReplaced } from "./set-aside-entries.ts";

/**
 * Removes this computer: at Solaris, then its entry, then its marker. The marker notes the removal first, so it can continue
 * from any interruption ({@link continueRemoval}).
 */
export async function removeThisComputer(dependencies: BindingDependencies): Promise<void> {
  const { enrolment } = dependencies;
  const record = await requirePresent(enrolment);
  if (!isCompleted(record)) throw new AppError("ERR_NOT_BOUND");
  await enrolment.markers.write(enrolment.scope, record.device_id, "for-good");
  await completeRemoval(dependencies, { deviceId: record.device_id, removal: "for-good" });
}

/** Completes a removal that was begun. @returns whether there was one */
export async function continueRemoval(dependencies: BindingDependencies): Promise<boolean> {
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
  { enrolment, backend }: BindingDependencies,
  { deviceId, removal }: Pick<Extract<EnrolmentState, { state: "removing" }>, "deviceId" | "removal">,
): Promise<void> {
  const { keychain, markers, scope } = enrolment;
  await ensureDeviceRemoved(backend, deviceId);
  if (await holdsDevice(enrolment, deviceId)) {
    if (removal === "replaced") return keepUntilBound(enrolment, deviceId);
    await removeReplaced(enrolment);
    await keychain.remove(scope);
  }
  await markers.remove(scope);
}
