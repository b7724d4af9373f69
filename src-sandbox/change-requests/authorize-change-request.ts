import { randomUUID } from "node:crypto";
import { z } from "zod";
import { formatTime } from "../clock.ts";
import { takeDeviceData } from "../device-data/take-device-data.ts";
import { findLiveDevice } from "../devices/bound-device.ts";
import { readFields } from "../http/call.ts";
import type { Operation } from "../http/operation.ts";
import { invalidField, modelNotFound } from "../http/solaris-errors.ts";
import { createCode } from "../people/one-time-code.ts";
import { findPerson } from "../people/person.ts";
import type { World } from "../world.ts";
import {
  type Authorization,
  type ChangeRequest,
  describeChangeRequest,
  requireOpenChangeRequest,
  requireOwner,
} from "./change-request.ts";

// docs/solaris-api.md §3a; `static` is for testing, and its TAN is documented.
const authorizeSchema = z.discriminatedUnion(
  "delivery_method",
  [
    z.object({ delivery_method: z.literal("mobile_number"), person_id: z.string("is missing") }),
    z.object({ delivery_method: z.literal("static"), person_id: z.string("is missing") }),
    z.object({
      delivery_method: z.literal("device_signing"),
      device_id: z.string("is missing"),
      device_data: z.string("must be a string").optional(),
    }),
  ],
  "must be mobile_number, device_signing or static",
);
const staticTan = "212212";

type Validity = { readonly created_at: string; readonly expires_at: string };

/**
 * POST /v1/change_requests/{change_request_id}/authorize (docs/solaris-api.md §3a). The documents do not say what a second
 * call does. The sandbox's own choice: it invalidates the first authorisation, and restarts the time limit and the count of
 * wrong answers.
 */
export const authorizeChangeRequest: Operation = (world, call) => {
  const request = readFields(call, authorizeSchema, "A");
  const change = requireOpenChangeRequest(world, call);
  const now = world.clock.now();
  const expiresAt = now + world.settings.change_request_seconds * 1000;
  const validity = { created_at: formatTime(now), expires_at: formatTime(expiresAt) };
  const authorization =
    request.delivery_method === "device_signing"
      ? askDevice(world, change, request)
      : askPerson(world, change, request, validity);
  change.authorization = authorization;
  change.expiresAt = expiresAt;
  change.wrongAnswers = 0;
  const described = describeChangeRequest(change, "CONFIRMATION_REQUIRED", world.clock);
  const text = authorization.by === "signature" ? { string_to_sign: authorization.stringToSign } : {};
  return { status: 201, body: { ...described, ...text } };
};

function askDevice(
  world: World,
  change: ChangeRequest,
  { device_id: deviceId, device_data: data }: { device_id: string; device_data?: string | undefined },
): Authorization {
  const personId = change.card.person_id;
  // The same refusal for unknown, unverified and other people's devices: the caller must not learn which ids exist.
  if (findLiveDevice(world.devices, deviceId)?.personId !== personId) {
    throw invalidField("A", "device_id", "device-id invalid", "device-id invalid");
  }
  takeDeviceData(world, { operation: "authorize_change_request", personId, shape: "A" }, data);
  return { by: "signature", deviceId, stringToSign: randomUUID() };
}

function askPerson(
  world: World,
  change: ChangeRequest,
  request: { delivery_method: "mobile_number" | "static"; person_id: string },
  validity: Validity,
): Authorization {
  requireOwner(change, request.person_id);
  if (request.delivery_method === "static") return { by: "tan", tan: staticTan };
  const tan = createCode(world.settings);
  sendTan(world, change, tan, validity);
  return { by: "tan", tan };
}

function sendTan(world: World, { id, card }: ChangeRequest, tan: string, validity: Validity): void {
  const person = findPerson(world.people, card.person_id);
  if (person?.mobileNumber === undefined) throw modelNotFound("A", "MobileNumber", card.person_id);
  world.inbox.deliver({
    person_id: person.id,
    person_name: person.name,
    mobile_number: person.mobileNumber,
    purpose: "pin_change",
    change_request_id: id,
    code: tan,
    ...validity,
  });
}
