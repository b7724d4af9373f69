import { type ErrorShape, invalidField } from "../http/solaris-errors.ts";
import type { OperationName } from "../http/solaris-operations.ts";
import type { World } from "../world.ts";

/** As many are kept as this, the newest. */
const MOST_RECEIVED = 100;

// The form of the documents' one example (docs/solaris-api.md §9): platform, consent, 16 bytes and the rest, both as base64.
const form = /^[A-Za-z]{1,16};([^;]{1,64});[A-Za-z0-9+/]{22}==;[A-Za-z0-9+/]{4,}={0,2}$/;

/**
 * Takes the `device_data` of a request, if it has any. What Solaris does with it is not documented: to refuse what has another
 * form, or no consent of this person's that counts, is the sandbox's own choice, which the setting `device_data` turns off.
 * Call it once it is known who asks, and before anything is changed.
 */
export function takeDeviceData(
  world: World,
  { operation, personId, shape }: { operation: OperationName; personId: string; shape: ErrorShape },
  data: string | undefined,
): void {
  if (data === undefined) return;
  if (world.settings.device_data === "checked") {
    const consentId = form.exec(data)?.[1];
    if (consentId === undefined) throw invalidField(shape, "device_data", "is not a fingerprint");
    const consent = world.deviceConsents.get(consentId);
    if (consent?.personId !== personId || consent.eventType !== "APPROVED") {
      throw invalidField(shape, "device_data", "names no consent that counts");
    }
  }
  world.deviceData.push({ operation, person_id: personId, device_data: data });
  if (world.deviceData.length > MOST_RECEIVED) world.deviceData.shift();
}
