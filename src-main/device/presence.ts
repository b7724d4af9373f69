import type { BackendClient } from "../backend/backend-client.ts";
import { AppError } from "../errors.ts";
import { log } from "../log.ts";
import { isDeviceKnown } from "./device-at-solaris.ts";
import { type Enrolment, readDeviceState } from "./device-state.ts";

/**
 * What Solaris last said about this computer's device. Kept in memory only: it is asked at each sign-in and whenever a
 * device was refused, and nothing is deleted for it.
 */
export interface Presence {
  note(deviceId: string, isThere: boolean): void;
  isRemoved(deviceId: string): boolean;
}

export function createPresence(): Presence {
  const removed = new Set<string>();
  return {
    note(deviceId, isThere) {
      if (isThere) removed.delete(deviceId);
      else removed.add(deviceId);
    },
    isRemoved: (deviceId) => removed.has(deviceId),
  };
}

/** Asks Solaris whether it still knows this computer. Where it does not answer, what was known stands. */
export async function checkPresence(
  presence: Presence,
  { enrolment, backend }: { readonly enrolment: Enrolment; readonly backend: BackendClient },
): Promise<void> {
  const device = await readDeviceState(enrolment);
  if (device.state !== "present" || !("device_id" in device.record)) return;
  const { stage, device_id: deviceId } = device.record;
  if (stage !== "bound" && stage !== "erased") return; // an unfinished binding asks for itself
  try {
    presence.note(deviceId, await isDeviceKnown(backend, deviceId));
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    log({ event: "presence_not_checked", code: error.code });
  }
}
