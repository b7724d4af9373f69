import { z } from "zod";
import { invalidField } from "../http/solaris-errors.ts";
import type { Card } from "../people/person.ts";
import type { World } from "../world.ts";
import { openJwe } from "./open-pin-jwe.ts";
import type { SealedPin } from "./pin-records.ts";
import { findPinFault } from "./pin-rule.ts";

/** The fields that carry a new PIN, for every way to change it (docs/solaris-api.md §§2 and 3). */
export const encryptedPinFields = {
  encrypted_pin: z.string("is missing"),
  key_id: z.string("is missing"),
};

const plaintextSchema = z.object({ pin: z.string() });

/** Decrypts and checks a card's new PIN, and returns only its sealed form. */
export function readNewPin(world: World, card: Card, sent: { encrypted_pin: string; key_id: string }): SealedPin {
  const { jwk, privateKey } = world.pinKey;
  if (sent.key_id !== jwk.kid) throw invalidField("A", "key_id", "is not the current key");
  const jwe = openJwe(sent.encrypted_pin, { kid: jwk.kid, privateKey }, world.settings.strict_jwe_kid);
  if (!jwe.opened) throw invalidField("A", "encrypted_pin", jwe.fault);
  try {
    const pin = readPlaintext(jwe.plaintext);
    if (pin === undefined) throw invalidField("A", "pin", "is missing");
    const fault = findPinFault(pin);
    if (fault !== undefined) throw invalidField("A", "pin", fault);
    return world.pins.seal(card, pin);
  } finally {
    jwe.plaintext.fill(0);
  }
}

function readPlaintext(plaintext: Buffer): string | undefined {
  try {
    const parsed = plaintextSchema.safeParse(JSON.parse(plaintext.toString("utf8")));
    return parsed.success ? parsed.data.pin : undefined;
  } catch (cause) {
    // The parser's message repeats its input, which holds a PIN, so it must go no further.
    if (cause instanceof SyntaxError) return undefined;
    throw cause;
  }
}
