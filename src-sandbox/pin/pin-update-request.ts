import { z } from "zod";
import { takeDeviceData } from "../device-data/take-device-data.ts";
import { type Device, findLiveDevice } from "../devices/bound-device.ts";
import { checkSignatureLength, hasSigned } from "../devices/device-signature.ts";
import { type Answer, readFields } from "../http/call.ts";
import type { Operation } from "../http/operation.ts";
import { invalidField, unauthorizedAction } from "../http/solaris-errors.ts";
import type { Card } from "../people/person.ts";
import type { World } from "../world.ts";
import { requireCard, requireChangeable } from "./changeable-card.ts";
import { encryptedPinFields, readNewPin } from "./new-pin.ts";

const requestSchema = z.object({
  device_id: z.string("is missing"),
  ...encryptedPinFields,
  signature: z.string("is missing"),
  device_data: z.string("must be a string").optional(),
});

/**
 * POST /v1/cards/{card_account_id}/pin_update_requests (docs/solaris-api.md §2). The documents only give the error shapes;
 * the individual refusals and their order are the sandbox's own choice. Decrypts nothing before the signature has proved who
 * asks.
 */
export const changePin: Operation = (world, call) => {
  const request = readFields(call, requestSchema, "A");
  const card = requireCard(world, call);
  const device = requireDeviceOf(world, card, request.device_id);
  checkSignatureLength(request.signature, "A");
  if (!hasSigned(device, "restricted", request.encrypted_pin, request.signature, world.clock)) {
    throw unauthorizedAction("B");
  }
  requireChangeable(card);
  const about = { operation: "pin_update", personId: device.personId, shape: "A" } as const;
  takeDeviceData(world, about, request.device_data);
  world.pins.save(card, readNewPin(world, card, request));
  return succeed(world.settings.pin_update_success_status);
};

function requireDeviceOf(world: World, card: Card, deviceId: string): Device {
  const device = findLiveDevice(world.devices, deviceId);
  // The same refusal for unknown, unverified and other people's devices: the caller must not learn which ids exist.
  if (device?.personId !== card.person_id) {
    throw invalidField("A", "device_id", "device-id invalid", "device-id invalid");
  }
  return device;
}

function succeed(status: 200 | 202 | 204): Answer {
  return status === 204 ? { status } : { status, body: {} };
}
