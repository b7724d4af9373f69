import { z } from "zod";
import { takeDeviceData } from "../device-data/take-device-data.ts";
import { findLiveDevice } from "../devices/bound-device.ts";
import { checkSignatureLength, hasSigned } from "../devices/device-signature.ts";
import { type Call, readFields } from "../http/call.ts";
import type { Operation } from "../http/operation.ts";
import { invalidField, Refused, unauthorizedAction } from "../http/solaris-errors.ts";
import { requireChangeable } from "../pin/changeable-card.ts";
import type { World } from "../world.ts";
import {
  countWrongAnswer,
  describeChangeRequest,
  endChangeRequest,
  type OpenChangeRequest,
  requireOpenChangeRequest,
  requireOwner,
} from "./change-request.ts";

const waySchema = z.object({
  device_id: z.string("must be a string").optional(),
  device_data: z.string("must be a string").optional(),
});
const deviceSchema = z.object({
  device_id: z.string("is missing"),
  signature: z.string("is missing"),
  device_data: z.string("must be a string").optional(),
});
const tanSchema = z.object({ person_id: z.string("is missing"), tan: z.string("is missing") });

/**
 * POST /v1/change_requests/{change_request_id}/confirm (docs/solaris-api.md §3b): the card has its new PIN, and the
 * change request is spent.
 */
export const confirmChangeRequest: Operation = (world, call) => {
  const { device_id: deviceId } = readFields(call, waySchema, "A");
  const change = deviceId === undefined ? checkTan(world, call) : checkSignature(world, call);
  // Checked again, because the card may have been lost since.
  requireChangeable(change.card);
  world.pins.save(change.card, change.sealedPin);
  endChangeRequest(change);
  const described = describeChangeRequest(change, "COMPLETED", world.clock);
  const body = { ...described, response_body: "Accepted", response_code: 202 };
  return { status: world.settings.confirm_success_status, body };
};

function checkTan(world: World, call: Call): OpenChangeRequest {
  const { person_id: personId, tan } = readFields(call, tanSchema, "A");
  const change = requireOpenChangeRequest(world, call);
  requireOwner(change, personId);
  // The documents do not say how to refuse a way that was not authorised.
  if (change.authorization?.by !== "tan") throw unauthorizedAction("A");
  if (tan !== change.authorization.tan) {
    countWrongAnswer(change);
    const detail = `The TAN (${tan}) is invalid`;
    throw new Refused({ status: 422, shape: "A", code: "invalid_tan", detail });
  }
  return change;
}

function checkSignature(world: World, call: Call): OpenChangeRequest {
  const { device_id: deviceId, signature, device_data: data } = readFields(call, deviceSchema, "A");
  const change = requireOpenChangeRequest(world, call);
  const { authorization } = change;
  if (authorization?.by !== "signature") throw unauthorizedAction("A");
  // The device may have been removed, or be another one than asked, even the same person's.
  const device = authorization.deviceId === deviceId ? findLiveDevice(world.devices, deviceId) : undefined;
  if (device === undefined) throw invalidField("A", "device_id", "device-id invalid", "device-id invalid");
  checkSignatureLength(signature, "A");
  if (!hasSigned(device, "restricted", authorization.stringToSign, signature, world.clock)) {
    countWrongAnswer(change);
    throw unauthorizedAction("A");
  }
  const about = { operation: "confirm_change_request", personId: device.personId, shape: "A" } as const;
  takeDeviceData(world, about, data);
  return change;
}
