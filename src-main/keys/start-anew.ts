import { abandonBinding } from "./bind-this-computer.ts";
import { isDeviceKnown } from "./device-at-solaris.ts";
import { type CompletedRecord, isCompleted, readEnrolmentState, requirePresent } from "./enrolment-state.ts";
import type { Presence } from "./presence.ts";
import { completeRemoval, type RemovalDependencies } from "./remove-this-computer.ts";
import { keepPermanently, keepUntilBound } from "./set-aside-entries.ts";

/**
 * Makes this computer ready for a new binding, from any state. Deletes no key that could still be used: a key that may
 * belong to another computer or a later version is kept permanently, with its device; this computer's own key is kept until
 * the new binding is done. If Solaris does not answer, nothing changes.
 */
export async function startAnew(dependencies: RemovalDependencies, presence: Presence): Promise<void> {
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
      return keepPermanently(enrolment);
    case "present":
      return isCompleted(current.record)
        ? replace(dependencies, presence, current.record)
        : abandonBinding(dependencies);
    default:
      await requirePresent(enrolment); // throws: nothing works without the keychain
  }
}

/**
 * Makes room on a computer that is or was bound. Looks for its device once more: one reported as removed that exists after
 * all needs no new binding; one whose passcode was forgotten or whose key was erased is removed.
 */
async function replace(
  dependencies: RemovalDependencies,
  presence: Presence,
  { device_id: deviceId }: CompletedRecord,
): Promise<void> {
  const { enrolment, backend, leaveConsent } = dependencies;
  const wasSaidToBeRemoved = presence.isRemoved(deviceId);
  const isThere = await isDeviceKnown(backend, deviceId);
  presence.note(deviceId, isThere);
  if (!isThere) {
    await leaveConsent?.(enrolment.scope); // somebody has removed this computer: where that was, nobody knew its consent
    return keepUntilBound(enrolment, deviceId);
  }
  if (wasSaidToBeRemoved) return;
  await enrolment.markers.write(enrolment.scope, deviceId, "replaced");
  await completeRemoval(dependencies, { deviceId, removal: "replaced" });
}
