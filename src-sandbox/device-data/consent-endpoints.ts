import { randomUUID } from "node:crypto";
import { z } from "zod";
import { formatTime } from "../clock.ts";
import { type Call, pathId, readFields } from "../http/call.ts";
import type { Operation } from "../http/operation.ts";
import { modelNotFound, Refused } from "../http/solaris-errors.ts";
import { findPerson } from "../people/person.ts";
import type { World } from "../world.ts";
import { consentEvents, type DeviceConsent } from "./device-consent.ts";

const consentSchema = z.object({
  event_type: z.enum(consentEvents, "must be APPROVED or REJECTED"),
  confirmed_at: z.iso.datetime("must be a UTC date and time"),
});

/** POST /v1/persons/{person_id}/device_consents (docs/solaris-api.md §9). */
export const createDeviceConsent: Operation = (world, call) => {
  const { event_type: eventType, confirmed_at: confirmedAt } = readConsent(world, call);
  const person = findPerson(world.people, pathId(call, "person_id"));
  if (person === undefined) throw modelNotFound("B", "Person", pathId(call, "person_id"));
  const consent: DeviceConsent = {
    id: `${randomUUID().replaceAll("-", "")}dcon`,
    personId: person.id,
    createdAt: world.clock.now(),
    eventType,
    confirmedAt,
  };
  world.deviceConsents.set(consent.id, consent);
  return { status: 201, body: describeConsent(consent) };
};

/** PATCH /v1/persons/{person_id}/device_consents/{device_consent_id} (docs/solaris-api.md §9): 201, as the documents have it. */
export const updateDeviceConsent: Operation = (world, call) => {
  const { event_type: eventType, confirmed_at: confirmedAt } = readConsent(world, call);
  const id = pathId(call, "device_consent_id");
  const consent = world.deviceConsents.get(id);
  if (consent?.personId !== pathId(call, "person_id")) throw modelNotFound("B", "DeviceConsent", id);
  Object.assign(consent, { eventType, confirmedAt });
  return { status: 201, body: describeConsent(consent) };
};

function readConsent(world: World, call: Call): z.infer<typeof consentSchema> {
  const consent = readFields(call, consentSchema, "B");
  if (Date.parse(consent.confirmed_at) <= world.clock.now()) return consent;
  const detail = "confirmedAt --> Date mustn't be in the future.";
  throw new Refused({ status: 400, shape: "B", code: "constraint_violation", detail });
}

function describeConsent({ id, personId, eventType, confirmedAt, createdAt }: DeviceConsent): object {
  return {
    id,
    person_id: personId,
    event_type: eventType,
    confirmed_at: confirmedAt,
    created_at: formatTime(createdAt),
  };
}
