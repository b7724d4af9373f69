import { z } from "zod";
import { activationEnds, activationOrigins } from "./activation/activation-code.ts";
import { consentEvents } from "./device-data/device-consent.ts";
import { keyPurposes } from "./devices/bound-device.ts";
import { readPinKey } from "./pin/encryption-key.ts";
import { settingsSchema } from "./sandbox-settings.ts";
import type { World } from "./world.ts";

const milliseconds = z.number();
const count = z.int().min(0);
const id = z.string().min(1);

const deviceKey = z.strictObject({
  keyId: id,
  purpose: z.enum(keyPurposes),
  point: z.string(),
  usedAt: milliseconds.exactOptional(),
});
const device = z.strictObject({
  id,
  personId: id,
  name: z.string(),
  createdAt: milliseconds,
  verified: z.boolean(),
  deletedAt: milliseconds.exactOptional(),
  keys: z.array(deviceKey),
});
const challenge = { id, deviceId: id, createdAt: milliseconds, expiresAt: milliseconds, wrongAnswers: count };
const purpose = z.enum([...keyPurposes, "any"]);
const textMessage = {
  person_id: id,
  person_name: z.string(),
  mobile_number: z.string(),
  code: z.string(),
  created_at: z.string(),
  expires_at: z.string(),
};
const message = z.discriminatedUnion("purpose", [
  z.strictObject({
    ...textMessage,
    purpose: z.literal("device_binding"),
    device_id: id,
    challenge_id: id,
    language: z.enum(["de", "en", "fr"]).exactOptional(), // an earlier sandbox did not keep it
  }),
  z.strictObject({ ...textMessage, purpose: z.literal("pin_change"), change_request_id: id }),
]);

const activationCode = z.strictObject({
  id,
  personId: id,
  origin: z.enum(activationOrigins),
  code: z.string(),
  createdAt: milliseconds,
  arrivesAt: milliseconds,
  expiresAt: milliseconds,
  wrongAnswers: count,
  ended: z.enum(activationEnds).exactOptional(),
});
const deviceConsent = z.strictObject({
  id,
  personId: id,
  createdAt: milliseconds,
  eventType: z.enum(consentEvents),
  confirmedAt: z.string(),
});
/** The settings that an earlier sandbox did not keep: it had no letters, or took any device data. */
const laterSettings = {
  activation_code: true,
  activation_seconds: true,
  letter_seconds: true,
  device_data: true,
} as const;

/**
 * What a sandbox remembers between starts. It excludes planned faults, arrivals, device data, the partner's tokens, and
 * sealed PINs, which ten thousand tries would reveal. So an unconfirmed change request has ended at the next start, and of a card's PIN
 * only the number of changes is known.
 */
export const worldSnapshot = z.strictObject({
  version: z.literal(1),
  aheadMs: z.number().min(0),
  settings: settingsSchema.partial(laterSettings),
  people: z.array(z.strictObject({ id, mobileNumber: z.string().nullable() })),
  cards: z.array(z.strictObject({ id, status: z.string().min(1), pinChanges: count })),
  pinChanges: z.array(z.strictObject({ card_id: id, masked_pan: z.string(), changed_at: milliseconds })),
  devices: z.array(device),
  bindingChallenges: z.array(z.strictObject({ ...challenge, code: z.string(), activationId: id.exactOptional() })),
  deviceChallenges: z.array(z.strictObject({ ...challenge, purpose, stringToSign: z.string() })),
  activationCodes: z.array(activationCode).default([]), // an earlier sandbox had none
  deviceConsents: z.array(deviceConsent).default([]), // an earlier sandbox had none
  messages: z.array(message),
  /** PKCS#8 as base64. */
  pinKey: z.strictObject({ kid: id, privateKey: z.base64() }),
});

export type WorldSnapshot = z.infer<typeof worldSnapshot>;

/** Everything in a world that survives a restart. */
export function takeSnapshot(world: World): WorldSnapshot {
  const { clock, settings, people, pins, inbox, devices, pinKey } = world;
  const { bindingChallenges, deviceChallenges, activationCodes, deviceConsents } = world;
  const cards = people.flatMap((person) => person.accounts).flatMap((account) => account.cards);
  const privateKey = pinKey.privateKey.export({ format: "der", type: "pkcs8" }).toString("base64");
  return {
    version: 1,
    aheadMs: clock.aheadMs(),
    settings,
    people: people.map((person) => ({ id: person.id, mobileNumber: person.mobileNumber ?? null })),
    cards: cards.map((card) => ({ id: card.id, status: card.status, pinChanges: pins.countChanges(card.id) })),
    pinChanges: [...pins.listChanges()],
    devices: [...devices.values()],
    bindingChallenges: [...bindingChallenges.values()],
    deviceChallenges: [...deviceChallenges.values()],
    activationCodes: [...activationCodes.values()],
    deviceConsents: [...deviceConsents.values()],
    messages: [...inbox.list()],
    pinKey: { kid: pinKey.jwk.kid, privateKey },
  };
}

/** Restores a snapshot into a new world. */
export function restoreSnapshot(world: World, snapshot: WorldSnapshot): void {
  world.clock.advance(snapshot.aheadMs / 1000);
  Object.assign(world.settings, snapshot.settings);
  for (const person of world.people) {
    const known = snapshot.people.find((one) => one.id === person.id);
    if (known !== undefined) person.mobileNumber = known.mobileNumber ?? undefined;
    for (const card of person.accounts.flatMap((account) => account.cards)) {
      card.status = snapshot.cards.find((one) => one.id === card.id)?.status ?? card.status;
    }
  }
  world.pins.restore(new Map(snapshot.cards.map((card) => [card.id, card.pinChanges])), snapshot.pinChanges);
  refill(world.devices, snapshot.devices);
  refill(world.bindingChallenges, snapshot.bindingChallenges);
  refill(world.deviceChallenges, snapshot.deviceChallenges);
  refill(world.activationCodes, snapshot.activationCodes);
  refill(world.deviceConsents, snapshot.deviceConsents);
  for (const sent of snapshot.messages.toReversed()) world.inbox.deliver(sent);
  world.pinKey = readPinKey(snapshot.pinKey.kid, Buffer.from(snapshot.pinKey.privateKey, "base64"));
}

function refill<T extends { readonly id: string }>(map: Map<string, T>, values: readonly T[]): void {
  map.clear();
  for (const value of values) map.set(value.id, value);
}
