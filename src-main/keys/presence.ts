import { AppError } from "../app-error.ts";
import type { BackendClient } from "../backend/backend-client.ts";
import { log } from "../log.ts";
import { isDeviceKnown } from "./device-at-solaris.ts";
import { type Enrolment, isCompleted, readEnrolmentState } from "./enrolment-state.ts";

/**
 * What Solaris last said about this computer's device. In memory only: main asks at each sign-in and after a refused device.
 * Nothing is ever deleted because of it.
 */
export type Presence = ReturnType<typeof createPresence>;

/** Starts without any known removal. */
export function createPresence() {
  const removed = new Set<string>();
  return {
    /** Notes what Solaris has just said. */
    note(deviceId: string, isThere: boolean): void {
      if (isThere) removed.delete(deviceId);
      else removed.add(deviceId);
    },
    /** Whether Solaris last said that it does not know the device; false if it was not asked. */
    isRemoved: (deviceId: string): boolean => removed.has(deviceId),
  };
}

/**
 * Asks Solaris whether it still knows this computer. Without an answer the last one stands.
 * @returns whether this computer is known to have been removed
 */
export async function checkPresence(
  presence: Presence,
  { enrolment, backend }: { readonly enrolment: Enrolment; readonly backend: BackendClient },
): Promise<boolean> {
  const current = await readEnrolmentState(enrolment);
  if (current.state !== "present" || !isCompleted(current.record)) return false; // an unfinished binding checks by itself
  const { device_id: deviceId } = current.record;
  try {
    presence.note(deviceId, await isDeviceKnown(backend, deviceId));
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    log({ event: "presence_not_checked", code: error.code });
  }
  return presence.isRemoved(deviceId);
}
