import { z } from "zod";
import { type Answer, type Call, type Operation, pathId, readFields } from "./call.ts";
import { type Device, findLiveDevice } from "./device.ts";
import { checkSignatureLength, hasSigned } from "./device-signature.ts";
import { type Card, findCard } from "./person.ts";
import { openJwe } from "./pin-jwe.ts";
import { findPinFault } from "./pin-rule.ts";
import { invalidField, modelNotFound, unauthorizedAction } from "./solaris-errors.ts";
import type { World } from "./world.ts";

const requestSchema = z.object({
  device_id: z.string("is missing"),
  encrypted_pin: z.string("is missing"),
  key_id: z.string("is missing"),
  signature: z.string("is missing"),
  device_data: z.string("must be a string").optional(),
});

const plaintextSchema = z.object({ pin: z.string() });

// The documents name no statuses (ambiguity 19). The sandbox's own choice: the card is in the cardholder's hands and
// not lost to them; a status that it does not know does not allow a change.
const changeableStatuses: ReadonlySet<string> = new Set(["ACTIVE", "INACTIVE", "BLOCKED"]);

/**
 * POST /v1/cards/{card_account_id}/pin_update_requests (solaris-api §2). The documents do not say what is refused how
 * and in which order: beyond the shapes, both are the sandbox's own choice. Nothing is decrypted before the signature
 * has proved who asks.
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
  world.pins.save(card, readPin(world, request.key_id, request.encrypted_pin));
  return succeed(world.settings.pin_update_success_status);
};

function requireCard(world: World, call: Call): Card {
  const cardId = pathId(call, "card_id");
  const card = findCard(world.people, cardId);
  if (card === undefined) throw modelNotFound("B", "CardAccount", cardId);
  return card;
}

function requireDeviceOf(world: World, card: Card, deviceId: string): Device {
  const device = findLiveDevice(world.devices, deviceId);
  // One refusal for unknown, unverified and somebody else's: the caller must not learn which ids exist.
  if (device?.personId !== card.person_id) {
    throw invalidField("A", "device_id", "device-id invalid", "device-id invalid");
  }
  return device;
}

function requireChangeable(card: Card): void {
  if (changeableStatuses.has(card.status)) return;
  const message = `card status ${card.status} does not allow a PIN change`;
  throw invalidField("A", "status", message, message);
}

function readPin(world: World, keyId: string, encryptedPin: string): string {
  const { jwk, privateKey } = world.pinKey;
  if (keyId !== jwk.kid) throw invalidField("A", "key_id", "is not the current key");
  const jwe = openJwe(encryptedPin, { kid: jwk.kid, privateKey }, world.settings.strict_jwe_kid);
  if (!jwe.opened) throw invalidField("A", "encrypted_pin", jwe.fault);
  try {
    const pin = readPlaintext(jwe.plaintext);
    if (pin === undefined) throw invalidField("A", "pin", "is missing");
    const fault = findPinFault(pin);
    if (fault !== undefined) throw invalidField("A", "pin", fault);
    return pin;
  } finally {
    jwe.plaintext.fill(0);
  }
}

function readPlaintext(plaintext: Buffer): string | undefined {
  try {
    const parsed = plaintextSchema.safeParse(JSON.parse(plaintext.toString("utf8")));
    return parsed.success ? parsed.data.pin : undefined;
  } catch (cause) {
    // A parser's message repeats what it could not read, and that is a PIN: it must go no further.
    if (cause instanceof SyntaxError) return undefined;
    throw cause;
  }
}

function succeed(status: 200 | 202 | 204): Answer {
  return status === 204 ? { status } : { status, body: {} };
}
