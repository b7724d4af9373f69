import { randomUUID } from "node:crypto";
import { z } from "zod";
import { formatTime, formatTimeInSeconds } from "../clock.ts";
import { takeDeviceData } from "../device-data/take-device-data.ts";
import { type Call, pathId, readFields } from "../http/call.ts";
import type { Operation } from "../http/operation.ts";
import { answerPage } from "../http/pages.ts";
import { conflict, invalidField, mfaNotFound, unauthorizedAction } from "../http/solaris-errors.ts";
import type { World } from "../world.ts";
import {
  type Device,
  describeDevice,
  findKeyHolders,
  findLiveDevice,
  isLive,
  type KeyPurpose,
  keyPurposes,
  removeDevice,
} from "./bound-device.ts";
import { checkSignatureLength, hasSigned, readPoint } from "./device-signature.ts";

const addKeySchema = z.object({
  key: z.string("is missing"),
  key_type: z.literal("ecdsa-p256", "must be ecdsa-p256"),
  key_purpose: z.enum(keyPurposes, "must be unrestricted or restricted"),
  device_signature: z.object(
    {
      signature_key_purpose: z.enum(keyPurposes, "must be unrestricted or restricted"),
      signature: z.string("is missing"),
    },
    "is missing",
  ),
  device_data: z.string("must be a string").optional(),
});

/** GET /v1/mfa/devices (docs/solaris-api.md §6.3): verified devices only. */
export const listDevices: Operation = (world, call) => {
  const personId = call.url.searchParams.get("filter[person_id]");
  const includeDeleted = call.url.searchParams.get("filter[include_deleted]") === "true";
  const devices = [...world.devices.values()]
    .filter((device) => device.verified && (includeDeleted || isLive(device)))
    .filter((device) => personId === null || device.personId === personId);
  return answerPage(call, devices.map(describeDevice));
};

/** GET /v1/mfa/devices/{id} (docs/solaris-api.md §6.4). */
export const getDevice: Operation = (world, call) => {
  return { status: 200, body: describeDevice(requireDevice(world, call)) };
};

/** DELETE /v1/mfa/devices/{id} (docs/solaris-api.md §6.4): the device goes with all its keys. */
export const deleteDevice: Operation = (world, call) => {
  removeDevice(requireDevice(world, call), world.clock);
  return { status: 204 };
};

/** GET /v1/mfa/devices/{id}/keys (docs/solaris-api.md §6.5): an object, or the array of one that a stand-in sends. */
export const getKeys: Operation = (world, call) => {
  const device = requireDevice(world, call);
  const keys = device.keys.map((key) => ({
    key_id: key.keyId,
    key_purpose: key.purpose,
    used_at: key.usedAt === undefined ? null : formatTime(key.usedAt),
  }));
  const body = {
    device_id: device.id,
    person_id: device.personId,
    name: device.name,
    created_at: formatTimeInSeconds(device.createdAt),
    keys,
  };
  return { status: 200, body: world.settings.keys_as_array ? [body] : body };
};

/** POST /v1/mfa/devices/{id}/keys (docs/solaris-api.md §6.5): a key that the device signs with one it already has. */
export const addKey: Operation = (world, call) => {
  const request = readFields(call, addKeySchema, "C");
  const device = requireDevice(world, call);
  const { signature, signature_key_purpose: purpose } = request.device_signature;
  if (readPoint(request.key) === undefined) {
    throw invalidField("C", "key", "must be an uncompressed point on P-256 in hex");
  }
  checkSignatureLength(signature, "C");
  // Ambiguity 6: what is signed is the text of `key` exactly as it was sent, in the sender's case.
  if (!hasSigned(device, purpose, request.key, signature, world.clock)) throw unauthorizedAction("A");
  const point = request.key.toLowerCase();
  if (findKeyHolders(world.devices, point).some(isLive)) {
    throw conflict("key is already registered", { field: "key", message: "is already registered" });
  }
  requireRoomForKey(world, device, request.key_purpose);
  takeDeviceData(world, { operation: "add_key", personId: device.personId, shape: "C" }, request.device_data);
  const keyId = randomUUID();
  device.keys.push({ keyId, purpose: request.key_purpose, point });
  return { status: 201, body: { id: keyId } };
};

// Solaris allows several pairs (§6.5), but a partner may agree on one. The refusal is the sandbox's own choice.
function requireRoomForKey(world: World, device: Device, purpose: KeyPurpose): void {
  if (purpose !== "restricted" || world.settings.second_restricted_key === "accept") return;
  if (device.keys.every((key) => key.purpose !== "restricted")) return;
  throw conflict("device has a restricted key already", { field: "key_purpose", message: "is taken already" });
}

function requireDevice(world: World, call: Call): Device {
  const id = pathId(call, "device_id");
  const device = findLiveDevice(world.devices, id);
  if (device === undefined) throw mfaNotFound("device", id);
  return device;
}
