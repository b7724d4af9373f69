import { randomUUID } from "node:crypto";
import { z } from "zod";
import {
  type ActivationCode,
  counts,
  countWrongAnswer,
  endActivationCode,
  findCodeThatCounts,
} from "../activation/activation-code.ts";
import { formatTime } from "../clock.ts";
import { takeDeviceData } from "../device-data/take-device-data.ts";
import { pathId, readFields } from "../http/call.ts";
import type { Operation } from "../http/operation.ts";
import {
  conflict,
  invalidField,
  mfaNotFound,
  modelNotFound,
  Refused,
  unauthorizedAction,
} from "../http/solaris-errors.ts";
import { createCode, wrongAnswerLimit } from "../people/one-time-code.ts";
import { findPerson, type Person } from "../people/person.ts";
import type { World } from "../world.ts";
import { type Device, findKeyHolders, hasAllDevices, isLive, keyPurposes } from "./bound-device.ts";
import type { BindingChallenge } from "./challenges.ts";
import { checkSignatureLength, hasSigned, readPoint } from "./device-signature.ts";

const createSchema = z.object({
  person_id: z.string("is missing"),
  // No field is marked required (docs/solaris-api.md §6.1), but a name is needed in practice, so the sandbox requires one.
  name: z.string("is missing").min(1, "is missing"),
  key: z.string("is missing"),
  key_type: z.literal("ecdsa-p256", "must be ecdsa-p256"),
  key_purpose: z.enum(keyPurposes, "must be unrestricted or restricted").default("unrestricted"),
  challenge_type: z.enum(["sms", "activation_code"], "must be sms or activation_code").default("sms"),
  language: z.enum(["de", "en", "fr"], "must be de, en or fr").default("de"),
  sms_challenge: z.object({ app_signature: z.string("must be a string").optional() }).optional(),
  device_data: z.string("must be a string").optional(),
});

const verifySchema = z.object({
  signature: z.string("must be a string").default(""),
  device_data: z.string("must be a string").optional(),
});

/**
 * POST /v1/mfa/devices (docs/solaris-api.md §6.1): a pending device, and a code to the person's phone, unless it is bound with
 * the code that a letter brings (§6.6).
 */
export const createDevice: Operation = (world, call) => {
  const request = readFields(call, createSchema, "C");
  const person = findPerson(world.people, request.person_id);
  if (person === undefined) throw modelNotFound("C", "Person", request.person_id);
  if (readPoint(request.key) === undefined) {
    throw invalidField("C", "key", "must be an uncompressed point on P-256 in hex");
  }
  const proof = requireProof(world, person, request.challenge_type);
  const point = request.key.toLowerCase();
  requireFreeKey(world, point);
  takeDeviceData(world, { operation: "create_device", personId: person.id, shape: "C" }, request.device_data);
  releasePendingKey(world, person, point);
  requireRoom(world, person.id);

  const key = { keyId: randomUUID(), purpose: request.key_purpose, point };
  // A device id without dashes, as in the documents' example of §6.3.
  const id = randomUUID().replaceAll("-", "");
  const device: Device = {
    id,
    personId: person.id,
    name: request.name,
    createdAt: world.clock.now(),
    verified: false,
    keys: [key],
  };
  world.devices.set(id, device);
  const challenge = challengeDevice(world, device, proof);
  if ("mobileNumber" in proof) sendCode(world, { ...person, ...proof }, challenge, request.language);
  return { status: 202, body: { id, key_id: key.keyId, challenge: describeChallenge(challenge) } };
};

/**
 * GET /v1/mfa/challenges/signatures/{id}. Its fields are inferred from those at creation (docs/solaris-api.md §6.2).
 */
export const getChallenge: Operation = (world, call) => {
  return { status: 200, body: describeChallenge(requireChallenge(world, pathId(call, "challenge_id")).challenge) };
};

/** PUT /v1/mfa/challenges/signatures/{id} (docs/solaris-api.md §6.2): the signed code makes the device a bound one. */
export const verifyChallenge: Operation = (world, call) => {
  const request = readFields(call, verifySchema, "C");
  const { challenge, device } = requireChallenge(world, pathId(call, "challenge_id"));
  const activation = activationOf(world, challenge);
  checkSignatureLength(request.signature, "C");
  // §5: the six digits as ASCII, hashed once (proven by TV-1). Of a letter's code the same is inferred (Q23).
  if (!hasSigned(device, "any", challenge.code, request.signature, world.clock)) {
    challenge.wrongAnswers += 1;
    if (challenge.wrongAnswers >= wrongAnswerLimit) world.bindingChallenges.delete(challenge.id);
    if (activation !== undefined) countWrongAnswer(activation, world.clock);
    throw unauthorizedAction("A");
  }
  // Both may have changed if another device was bound since the code was sent.
  for (const key of device.keys) requireFreeKey(world, key.point);
  requireRoom(world, device.personId);
  const about = { operation: "verify_challenge", personId: device.personId, shape: "C" } as const;
  takeDeviceData(world, about, request.device_data);
  world.bindingChallenges.delete(challenge.id);
  if (activation !== undefined) endActivationCode(activation, world.clock, "used");
  device.verified = true;
  return { status: 204 };
};

/** What the person will prove themselves with: a phone, or a letter. */
type Proof = { readonly mobileNumber: string } | { readonly activationId: string; readonly code: string };

function requireProof(world: World, person: Person, type: "sms" | "activation_code"): Proof {
  if (type === "sms") {
    if (person.mobileNumber === undefined) throw noMobileNumber();
    return { mobileNumber: person.mobileNumber };
  }
  const activation = findCodeThatCounts(world.activationCodes, person.id, world.clock);
  // Not documented: the sandbox's own choice.
  if (activation === undefined) throw invalidField("C", "challenge_type", "needs an activation code");
  return { activationId: activation.id, code: activation.code };
}

function activationOf(world: World, { activationId }: BindingChallenge): ActivationCode | undefined {
  return activationId === undefined ? undefined : world.activationCodes.get(activationId);
}

function noMobileNumber(): Refused {
  return new Refused({
    status: 400,
    shape: "C",
    code: "validation_error",
    detail: "telephone number not found",
    errorCode: "telephone_number_not_found",
  });
}

// Detail and field are the sandbox's own choice; the status is documented (docs/solaris-api.md §6.1).
function requireFreeKey(world: World, point: string): void {
  if (!findKeyHolders(world.devices, point).some(isLive)) return;
  throw conflict("key is already registered", { field: "key", message: "is already registered" });
}

// The documents do not say what a second try with the same key does while the first is pending. A setting chooses.
function releasePendingKey(world: World, person: Person, point: string): void {
  const pending = findKeyHolders(world.devices, point).filter((device) => device.personId === person.id);
  if (pending.length > 0 && world.settings.pending_key_reuse === "conflict") {
    throw conflict("key is already registered", { field: "key", message: "is already registered" });
  }
  for (const device of pending) {
    world.devices.delete(device.id);
    world.bindingChallenges.delete(device.id);
  }
}

// The limit is documented, its status is not (Q10).
function requireRoom(world: World, personId: string): void {
  if (hasAllDevices(world.devices, personId)) throw conflict("maximum number of devices reached");
}

function challengeDevice(world: World, device: Device, proof: Proof): BindingChallenge {
  const now = world.clock.now();
  const challenge: BindingChallenge = {
    // The same id as the device's: docs/solaris-api.md §6.1.
    id: device.id,
    deviceId: device.id,
    ...("mobileNumber" in proof ? { code: createCode(world.settings) } : proof),
    createdAt: now,
    expiresAt: now + world.settings.challenge_seconds * 1000,
    wrongAnswers: 0,
  };
  world.bindingChallenges.set(challenge.id, challenge);
  return challenge;
}

function sendCode(
  world: World,
  person: Person & { mobileNumber: string },
  challenge: BindingChallenge,
  language: z.infer<typeof createSchema>["language"],
): void {
  world.inbox.deliver({
    person_id: person.id,
    person_name: person.name,
    mobile_number: person.mobileNumber,
    purpose: "device_binding",
    device_id: challenge.deviceId,
    challenge_id: challenge.id,
    language,
    code: challenge.code,
    created_at: formatTime(challenge.createdAt),
    expires_at: formatTime(challenge.expiresAt),
  });
}

function describeChallenge(challenge: BindingChallenge): object {
  return {
    id: challenge.id,
    type: "signature",
    created_at: formatTime(challenge.createdAt),
    expires_at: formatTime(challenge.expiresAt),
  };
}

function requireChallenge(world: World, id: string): { challenge: BindingChallenge; device: Device } {
  const challenge = world.bindingChallenges.get(id);
  const device = challenge && world.devices.get(challenge.deviceId);
  if (challenge === undefined || device === undefined || device.deletedAt !== undefined) {
    throw mfaNotFound("signature challenge", id);
  }
  const activation = activationOf(world, challenge);
  const isOver = activation !== undefined && !counts(activation, world.clock);
  if (isOver || challenge.expiresAt <= world.clock.now()) throw mfaNotFound("signature challenge", id);
  return { challenge, device };
}
