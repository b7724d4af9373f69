import { randomUUID } from "node:crypto";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import { listLetters } from "../activation/letter-box.ts";
import {
  type Device,
  findKeyHolders,
  hasAllDevices,
  isLive,
  keyPurposes,
  removeDevice,
} from "../devices/bound-device.ts";
import { createBoundDevice } from "../devices/demo-devices.ts";
import { readPoint } from "../devices/device-signature.ts";
import { faultPlanSchema } from "../faults/faults.ts";
import { listCustomers } from "../people/demo-customers.ts";
import { findCard, findPerson } from "../people/person.ts";
import { settingsChangeSchema } from "../sandbox-settings.ts";
import { rotatePinKey, type World } from "../world.ts";
import { renderInboxPage } from "./inbox-page.ts";

const pinCheckSchema = z.object({ card_id: z.string(), pin: z.string() });
const clockSchema = z.object({ advance_seconds: z.number().min(0).max(31_536_000) });
const cardSchema = z.object({ status: z.string().min(1) });
const keySchema = z.strictObject({
  purpose: z.enum(keyPurposes),
  key: z
    .string()
    .refine((key) => readPoint(key) !== undefined, "must be an uncompressed point on P-256 in hex")
    .toLowerCase(),
});
const deviceSchema = z.strictObject({
  person_name: z.string().min(1),
  name: z.string().min(1),
  /** The id of a device known elsewhere already; without one the device gets a new id. */
  id: z
    .string()
    .regex(/^[0-9A-Za-z-]{1,64}$/)
    .optional(),
  /** Public keys, at most one per purpose. Without any, the device gets keys that can sign nothing. */
  keys: z
    .array(keySchema)
    .min(1)
    .refine((keys) => new Set(keys.map(({ purpose }) => purpose)).size === keys.length, "has a purpose twice")
    .optional(),
});
// E.164: a plus and at most fifteen digits.
const personSchema = z.object({ mobile_number: z.union([z.string().regex(/^\+[0-9]{6,15}$/), z.null()]) });
const idSchema = z.object({ id: z.string() });
const reachedSchema = z.object({
  hits: z.coerce.number().int().min(1).default(1),
  wait_ms: z.coerce.number().int().min(0).max(30_000).default(30_000),
});

/**
 * Adds what Solaris does not have: the page with the codes, and the controls for tests and demonstrations. They need no
 * sign-in, because only this computer can call (see `refuseForeignCallers`).
 */
export function addControlRoutes(app: FastifyInstance, world: World): void {
  addViews(app, world);
  addControls(app, world);
  addDeviceControls(app, world);
  addFaultRoutes(app, world);
}

function addViews(app: FastifyInstance, world: World): void {
  app.get("/", (_request, reply) =>
    reply
      .header("content-type", "text/html; charset=utf-8")
      .header("content-security-policy", "default-src 'none'; style-src 'unsafe-inline'")
      .header("cache-control", "no-store")
      .send(renderInboxPage(world)),
  );
  app.get("/sandbox/inbox", () => ({ messages: world.inbox.list() }));
  app.get("/sandbox/letters", () => ({ letters: listLetters(world) }));
  app.get("/sandbox/customers", () => listCustomers(world.people));
  app.get("/sandbox/devices", () => ({ devices: listDevices(world) }));
  app.get("/sandbox/device-consents", () => ({ consents: listConsents(world) }));
  app.get("/sandbox/device-data", () => ({ received: world.deviceData }));
  app.get("/sandbox/requests", () => ({ requests: world.requests.list() }));
  app.get("/sandbox/settings", () => world.settings);
}

function addControls(app: FastifyInstance, world: World): void {
  app.delete("/sandbox/requests", () => {
    world.requests.clear();
    return {};
  });
  app.put("/sandbox/settings", (request, reply) => {
    const change = readControl(request, reply, settingsChangeSchema);
    return change === undefined ? reply : Object.assign(world.settings, change);
  });
  app.post("/sandbox/pin-check", (request, reply) => {
    const question = readControl(request, reply, pinCheckSchema);
    if (question === undefined) return reply;
    if (findCard(world.people, question.card_id) === undefined) return refuseUnknown(reply, "card");
    return {
      matches: world.pins.matches(question.card_id, question.pin),
      changes: world.pins.countChanges(question.card_id),
    };
  });
  app.post("/sandbox/pin-keys/rotate", async () => ({ kid: await rotatePinKey(world) }));
  app.post("/sandbox/clock", (request, reply) => {
    const move = readControl(request, reply, clockSchema);
    if (move === undefined) return reply;
    world.clock.advance(move.advance_seconds);
    return { now: new Date(world.clock.now()).toISOString() };
  });
  app.put("/sandbox/cards/:id", (request, reply) => {
    const change = readControl(request, reply, cardSchema);
    if (change === undefined) return reply;
    const card = findCard(world.people, readId(request));
    if (card === undefined) return refuseUnknown(reply, "card");
    card.status = change.status;
    return card;
  });
  app.put("/sandbox/people/:id", (request, reply) => {
    const change = readControl(request, reply, personSchema);
    if (change === undefined) return reply;
    const person = findPerson(world.people, readId(request));
    if (person === undefined) return refuseUnknown(reply, "person");
    person.mobileNumber = change.mobile_number ?? undefined;
    return change;
  });
}

function addDeviceControls(app: FastifyInstance, world: World): void {
  app.post("/sandbox/devices", (request, reply) => {
    const wanted = readControl(request, reply, deviceSchema);
    if (wanted === undefined) return reply;
    const person = world.people.find(({ name }) => name === wanted.person_name);
    if (person === undefined) return refuseUnknown(reply, "person");
    if (hasAllDevices(world.devices, person.id)) {
      return reply.code(409).send({ error: "the person has as many devices as Solaris allows" });
    }
    const { name, id = randomUUID().replaceAll("-", "") } = wanted;
    const keys = wanted.keys?.map(({ purpose, key }) => ({ purpose, point: key }));
    const isTaken = keys?.some(({ point }) => findKeyHolders(world.devices, point).some(isLive));
    if (world.devices.has(id) || isTaken) return reply.code(409).send({ error: "there is such a device already" });
    const device = createBoundDevice(id, person, name, world.clock, keys);
    world.devices.set(device.id, device);
    return showDevice(world, device);
  });
  // Public keys: with them the same device can be bound in another sandbox.
  app.get("/sandbox/devices/:id/keys", (request, reply) => {
    const device = world.devices.get(readId(request));
    if (device === undefined) return refuseUnknown(reply, "device");
    return { keys: device.keys.map(({ purpose, point }) => ({ purpose, key: point })) };
  });
  app.post("/sandbox/devices/:id/forget", (request, reply) => {
    const device = world.devices.get(readId(request));
    if (device === undefined || device.deletedAt !== undefined) return refuseUnknown(reply, "device");
    removeDevice(device, world.clock);
    return {};
  });
}

function addFaultRoutes(app: FastifyInstance, world: World): void {
  const { faults } = world;
  app.get("/sandbox/faults", () => ({ faults: faults.list() }));
  app.post("/sandbox/faults", (request, reply) => {
    const plan = readControl(request, reply, faultPlanSchema);
    return plan === undefined ? reply : { id: faults.add(plan) };
  });
  app.delete("/sandbox/faults", () => {
    faults.clear();
    return {};
  });
  app.post("/sandbox/faults/:id/release", (request, reply) => {
    return faults.release(readId(request)) ? {} : refuseUnknown(reply, "fault");
  });
  // Lets tests wait without sleeping: the answer comes when the fault has been hit.
  app.get("/sandbox/faults/:id/reached", async (request, reply) => {
    const parsed = reachedSchema.safeParse(request.query);
    if (!parsed.success) return reply.code(400).send({ error: z.prettifyError(parsed.error) });
    const id = readId(request);
    const outcome = await faults.waitForHits(id, parsed.data.hits, parsed.data.wait_ms);
    if (outcome === "unknown") return refuseUnknown(reply, "fault");
    if (outcome === "late") return reply.code(408).send({ error: "the fault has not been reached in time" });
    return { hits: faults.list().find((fault) => fault.id === id)?.hits };
  });
}

/** Every device ever created, including pending and removed ones. */
function listDevices(world: World): object[] {
  return [...world.devices.values()].map((device) => showDevice(world, device));
}

function showDevice(world: World, { id, personId, name, verified, deletedAt, keys }: Device): object {
  const personName = findPerson(world.people, personId)?.name;
  const purposes = keys.map((key) => key.purpose);
  return { id, person_name: personName, name, verified, deleted: deletedAt !== undefined, key_purposes: purposes };
}

/** What each person last said of device data, in the order in which they first said something. */
function listConsents(world: World): object[] {
  return [...world.deviceConsents.values()].map(({ id, personId, eventType, confirmedAt }) => {
    const personName = findPerson(world.people, personId)?.name;
    return { id, person_name: personName, event_type: eventType, confirmed_at: confirmedAt };
  });
}

function readId(request: FastifyRequest): string {
  return idSchema.parse(request.params).id;
}

/** Parses a control call's JSON; answers 400 and returns undefined if it is invalid. */
function readControl<Schema extends z.ZodType>(
  request: FastifyRequest,
  reply: FastifyReply,
  schema: Schema,
): z.infer<Schema> | undefined {
  let body: unknown;
  try {
    body = JSON.parse(Buffer.isBuffer(request.body) ? request.body.toString("utf8") : "");
  } catch {
    reply.code(400).send({ error: "the body is not valid JSON" });
    return undefined;
  }
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  reply.code(400).send({ error: z.prettifyError(parsed.error) });
  return undefined;
}

function refuseUnknown(reply: FastifyReply, what: "card" | "device" | "fault" | "person"): FastifyReply {
  return reply.code(404).send({ error: `unknown ${what}` });
}
