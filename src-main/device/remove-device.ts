import { AppError } from "../errors.ts";
import { abandonBinding, type Binding } from "./bind-device.ts";
import { ensureDeviceRemoved, isDeviceKnown } from "./device-at-solaris.ts";
import { parseDeviceRecord } from "./device-record.ts";
import { type Enrolment, isCompleted, readDeviceState, requirePresent } from "./device-state.ts";

/**
 * Removes this computer: at Solaris, then its entry, then its marker. That it was begun is on the disk before anything is
 * done, so that it can be completed from wherever it was interrupted ({@link continueRemoval}).
 */
export async function removeThisComputer(binding: Binding): Promise<void> {
  const { enrolment } = binding;
  const record = await requirePresent(enrolment);
  if (!isCompleted(record)) throw new AppError("ERR_NOT_BOUND");
  await enrolment.markers.write(enrolment.scope, record.device_id, true);
  await completeRemoval(binding, record.device_id);
}

/** Completes a removal that was begun. @returns whether there was one */
export async function continueRemoval(binding: Binding): Promise<boolean> {
  const device = await readDeviceState(binding.enrolment);
  if (device.state !== "removing") return false;
  await completeRemoval(binding, device.deviceId);
  return true;
}

/**
 * Leads from any state to one where this computer can be bound. What could still be used is not deleted: a key that may
 * be another computer's, or a later version's, is kept under another name, and its device is left alone.
 */
export async function startAnew(binding: Binding): Promise<void> {
  const { enrolment } = binding;
  const device = await readDeviceState(enrolment);
  switch (device.state) {
    case "absent":
    case "lost":
      return;
    case "removing":
      return completeRemoval(binding, device.deviceId);
    case "unreadable":
    case "unconfirmed":
      return setAside(enrolment);
    case "present":
      return isCompleted(device.record) ? removeThisComputer(binding) : abandonBinding(binding);
    default:
      await requirePresent(enrolment); // throws: nothing can be done without the keychain
  }
}

/** Takes a key of uncertain origin into use, once Solaris has said that it knows its device. */
export async function adoptDevice({ enrolment, backend }: Binding): Promise<void> {
  const device = await readDeviceState(enrolment);
  if (device.state !== "unconfirmed") {
    await requirePresent(enrolment);
    throw new AppError("ERR_ALREADY_BOUND");
  }
  const { device_id: deviceId } = device.record;
  if (!(await isDeviceKnown(backend, deviceId))) throw new AppError("ERR_DEVICE_REMOVED");
  await enrolment.markers.write(enrolment.scope, deviceId);
}

/** Solaris first: its list must not show a computer that nobody has the key of any more. */
async function completeRemoval({ enrolment, backend }: Binding, deviceId: string): Promise<void> {
  const { keychain, markers, scope } = enrolment;
  await ensureDeviceRemoved(backend, deviceId);
  if (await holdsDevice(enrolment, deviceId)) await keychain.remove(scope);
  await markers.remove(scope);
}

/** Whether the entry is this device's: another one may have come into its place meanwhile, and is left alone. */
async function holdsDevice({ keychain, scope }: Enrolment, deviceId: string): Promise<boolean> {
  const reading = await keychain.read(scope);
  if (reading.state === "locked") throw new AppError("ERR_KEYCHAIN_LOCKED");
  if (reading.state === "unavailable") throw new AppError("ERR_KEYCHAIN_UNAVAILABLE");
  const record = reading.state === "entry" ? parseDeviceRecord(reading.text, scope) : null;
  return record !== null && "device_id" in record && record.device_id === deviceId;
}

async function setAside({ keychain, markers, scope }: Enrolment): Promise<void> {
  await keychain.setAside(scope, `${scope}-${Date.now()}`);
  await markers.remove(scope);
}
