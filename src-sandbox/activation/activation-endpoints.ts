import { z } from "zod";
import { formatTimeInSeconds } from "../clock.ts";
import { type Call, pathId, readFields } from "../http/call.ts";
import type { Operation } from "../http/operation.ts";
import { answerPage } from "../http/pages.ts";
import { conflict, mfaNotFound, modelNotFound } from "../http/solaris-errors.ts";
import { findPerson } from "../people/person.ts";
import type { World } from "../world.ts";
import {
  type ActivationCode,
  activationOrigins,
  counts,
  createActivationCode,
  endActivationCode,
  findCodeThatCounts,
} from "./activation-code.ts";

const purpose = "DEVICE_BINDING";
const deliveryMethod = "SNAILMAIL";

const createSchema = z.object({
  person_id: z.string("is missing"),
  origin: z.enum(activationOrigins, "must be MOBILE_APP, WEB or WEBUI"),
  purpose: z.literal(purpose, "must be DEVICE_BINDING"),
  delivery_method: z.literal(deliveryMethod, "must be SNAILMAIL"),
  invalidate_existing_code: z.boolean("must be true or false").default(false),
});

/** POST /v1/mfa/challenges/activation (docs/solaris-api.md §6.6): a letter with a code, one that counts per person. */
export const createActivation: Operation = (world, call) => {
  const request = readFields(call, createSchema, "C");
  if (findPerson(world.people, request.person_id) === undefined) {
    throw modelNotFound("C", "Person", request.person_id);
  }
  const invalidates =
    request.invalidate_existing_code || call.url.searchParams.get("invalidate_existing_code") === "true";
  const { activationCodes, clock, settings } = world;
  const existing = findCodeThatCounts(activationCodes, request.person_id, clock);
  if (existing !== undefined && !invalidates) throw conflict("an activation code exists already");
  if (existing !== undefined) endActivationCode(existing, clock, "replaced");
  const activation = createActivationCode(request.person_id, request.origin, settings, clock);
  activationCodes.set(activation.id, activation);
  return { status: 201, body: { ...describeActivation(activation), code: activation.code } };
};

/**
 * GET /v1/mfa/challenges/activation (docs/solaris-api.md §6.6). That it leaves out the code, and what is expired unless it is
 * asked for, is the sandbox's own choice.
 */
export const listActivations: Operation = (world, call) => {
  const filter = (name: string) => call.url.searchParams.get(`filter[${name}]`);
  const isWanted = (name: string, value: string) => (filter(name) ?? value) === value;
  const found = [...world.activationCodes.values()]
    .filter((one) => filter("include_expired") === "true" || counts(one, world.clock))
    .filter((one) => isWanted("person_id", one.personId) && isWanted("origin", one.origin))
    .filter(() => isWanted("purpose", purpose) && isWanted("delivery_method", deliveryMethod));
  return answerPage(call, found.map(describeActivation));
};

/** GET /v1/mfa/challenges/activation/{id} (docs/solaris-api.md §6.6). */
export const getActivation: Operation = (world, call) => {
  return { status: 200, body: describeActivation(requireActivation(world, call)) };
};

/** DELETE /v1/mfa/challenges/activation/{id} (docs/solaris-api.md §6.6): marks it as expired. */
export const deleteActivation: Operation = (world, call) => {
  endActivationCode(requireActivation(world, call), world.clock, "deleted");
  return { status: 204 };
};

function describeActivation({ id, personId, origin, createdAt, expiresAt }: ActivationCode): object {
  return {
    id,
    person_id: personId,
    created_at: formatTimeInSeconds(createdAt),
    expires_at: formatTimeInSeconds(expiresAt),
    origin,
    purpose,
    delivery_method: deliveryMethod,
  };
}

function requireActivation(world: World, call: Call): ActivationCode {
  const id = pathId(call, "challenge_id");
  const activation = world.activationCodes.get(id);
  if (activation === undefined) throw mfaNotFound("activation challenge", id);
  return activation;
}
