import { abandonBinding, type BindingDependencies } from "./bind-this-computer.ts";
import { isDeviceKnown } from "./device-at-solaris.ts";
import { type CompletedRecord, isCompleted, readEnrolmentState, requirePresent } from "./enrolment-state.ts";
import type { Presence } from "./presence.ts";
import { completeRemoval } from "./remove-this-computer.ts";
import { keepForGood, keepUntilBound } from "./set-aside-entries.ts";

/**
 * Leads from any state to one where this computer can be bound. Nothing that could still be used is deleted: a key that
 * may belong to another computer, or to a later version, is kept for good, and its device left alone; this computer's own
 * key is kept until the new binding is done. If Solaris cannot be asked, nothing changes.
 */
export async function startAnew(dependencies: BindingDependencies, presence: Presence): Promise<void> {
  const { enrolment } = dependencies;
  const current = await readEnrolmentState(enrolment);
  switch (current.state) {
    case "absent":
    case "lost":
      return;
    case "removing":
      return completeRemoval(dependencies, current);
    case "unreadable":
    case "unconfirmed":
      return keepForGood(enrolment);
    case "present":
      return isCompleted(current.record)
        ? replace(dependencies, presence, current.record)
        : abandonBinding(dependencies);
    default:
      await requirePresent(enrolment); // throws: nothing can be done without the keychain
  }
}

/**
 * Makes room where this computer is, or was, bound. Its device is looked for once more: one that was said to be removed
 * and is there after all needs no new binding; one whose passcode was forgotten, or whose key was erased, is removed.
 */
async function replace(
  dependencies: BindingDependencies,
  presence: Presence,
  { device_id: deviceId }: CompletedRecord,
): Promise<void> {
  const { enrolment, backend } = dependencies;
  const wasSaidToBeRemoved = presence.isRemoved(deviceId);
  const isThere = await isDeviceKnown(backend, deviceId);
  presence.note(deviceId, isThere);
  if (!isThere) return keepUntilBound(enrolment, deviceId);
  if (wasSaidToBeRemoved) return;
  await enrolment.markers.write(enrolment.scope, deviceId, "replaced");
  await completeRemoval(dependencies, { deviceId, removal: "replaced" });
}
