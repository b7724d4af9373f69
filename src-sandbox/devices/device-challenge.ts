import { randomUUID } from "node:crypto";
import { z } from "zod";
import { formatTime } from "../clock.ts";
import { takeDeviceData } from "../device-data/take-device-data.ts";
import { pathId, readFields } from "../http/call.ts";
import type { Operation } from "../http/operation.ts";
import { invalidField, mfaNotFound, unauthorizedAction } from "../http/solaris-errors.ts";
import { wrongAnswerLimit } from "../people/one-time-code.ts";
import type { World } from "../world.ts";
import { type Device, findLiveDevice, keyPurposes } from "./bound-device.ts";
import type { DeviceChallenge } from "./challenges.ts";
import { checkSignatureLength, hasSigned } from "./device-signature.ts";

const createSchema = z.object({
  device_id: z.string("is missing"),
  key_purpose: z.enum(["", ...keyPurposes], "must be unrestricted or restricted").default(""),
  device_data: z.string("must be a string").optional(),
});

const verifySchema = z.object({ signature: z.string("must be a string").default("") });

/** POST /v1/mfa/challenges/devices (docs/solaris-api.md §7): something to sign for a bound device. */
export const createDeviceChallenge: Operation = (world, call) => {
  const request = readFields(call, createSchema, "C");
  const device = findLiveDevice(world.devices, request.device_id);
  if (device === undefined) throw invalidField("C", "device_id", "device-id invalid", "device-id invalid");
  // Without a purpose Solaris chooses by an undocumented strategy; here any of the device's keys works.
  const purpose = request.key_purpose === "" ? "any" : request.key_purpose;
  if (purpose !== "any" && !device.keys.some((key) => key.purpose === purpose)) {
    throw invalidField("C", "key_purpose", "names no key of this device");
  }
  const about = { operation: "create_device_challenge", personId: device.personId, shape: "C" } as const;
  takeDeviceData(world, about, request.device_data);
  const now = world.clock.now();
  const challenge: DeviceChallenge = {
    id: randomUUID(),
    deviceId: device.id,
    purpose,
    stringToSign: randomUUID(),
    createdAt: now,
    expiresAt: now + world.settings.challenge_seconds * 1000,
    wrongAnswers: 0,
  };
  world.deviceChallenges.set(challenge.id, challenge);
  return { status: 201, body: describeDeviceChallenge(challenge) };
};

/** GET /v1/mfa/challenges/devices/{id} (docs/solaris-api.md §7). */
export const getDeviceChallenge: Operation = (world, call) => {
  const { challenge } = requireDeviceChallenge(world, pathId(call, "challenge_id"));
  return { status: 200, body: describeDeviceChallenge(challenge) };
};

/** PUT /v1/mfa/challenges/devices/{id} (docs/solaris-api.md §7): it works once. */
export const verifyDeviceChallenge: Operation = (world, call) => {
  const { signature } = readFields(call, verifySchema, "C");
  const { challenge, device } = requireDeviceChallenge(world, pathId(call, "challenge_id"));
  checkSignatureLength(signature, "C");
  if (!hasSigned(device, challenge.purpose, challenge.stringToSign, signature, world.clock)) {
    challenge.wrongAnswers += 1;
    if (challenge.wrongAnswers >= wrongAnswerLimit) world.deviceChallenges.delete(challenge.id);
    throw unauthorizedAction("A");
  }
  world.deviceChallenges.delete(challenge.id);
  return { status: 204 };
};

function describeDeviceChallenge(challenge: DeviceChallenge): object {
  return {
    id: challenge.id,
    type: "device",
    string_to_sign: challenge.stringToSign,
    created_at: formatTime(challenge.createdAt),
    expires_at: formatTime(challenge.expiresAt),
  };
}

function requireDeviceChallenge(world: World, id: string): { challenge: DeviceChallenge; device: Device } {
  const challenge = world.deviceChallenges.get(id);
  const device = challenge && findLiveDevice(world.devices, challenge.deviceId);
  if (challenge === undefined || device === undefined || challenge.expiresAt <= world.clock.now()) {
    throw mfaNotFound("device challenge", id);
  }
  return { challenge, device };
}
