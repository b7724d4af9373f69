import { findPinRuleBreach, type PinRuleReading } from "../../src-preload/contract/pin-rules.ts";
import type { PinChangeOutcome } from "../../src-preload/contract/views.ts";
import type { BackendClient } from "../backend/backend-client.ts";
import { BackendError } from "../backend/backend-error.ts";
import { signEncryptedPin } from "../device/device-key.ts";
import { type Enrolment, requireRecord } from "../device/device-state.ts";
import { AppError } from "../errors.ts";
import { encryptPin } from "./pin-jwe.ts";
import { parsePinKey } from "./pin-key.ts";

export interface PinChange {
  readonly enrolment: Enrolment;
  readonly backend: BackendClient;
  readonly reading: PinRuleReading;
}

/**
 * Changes a card's PIN (design, the eight steps): rules, a fresh key, JWE, signature, one request that is never repeated.
 * @param pin ASCII digits; wiped here whatever happens
 * @returns how it ended, once the request was handed over
 * @throws AppError for everything that fails before that: nothing was sent, the PIN is as it was
 */
export async function changePin(change: PinChange, cardId: string, pin: Uint8Array): Promise<PinChangeOutcome> {
  try {
    const breach = findPinRuleBreach(pin, change.reading);
    if (breach !== null) throw new AppError(breach);
    const { device_id, restricted } = await requireRecord(change.enrolment, "bound");
    const key = await parsePinKey(await change.backend.getPinKey(cardId));
    const encryptedPin = await encryptPin(pin, key);
    pin.fill(0); // as early as possible: the answer may take seconds
    const signature = signEncryptedPin(restricted, encryptedPin);
    return await send(change.backend, cardId, {
      device_id,
      encrypted_pin: encryptedPin.compact,
      key_id: encryptedPin.keyId,
      signature,
    });
  } finally {
    pin.fill(0);
  }
}

type PinChangeRequest = Parameters<BackendClient["changePin"]>[1];

async function send(backend: BackendClient, cardId: string, request: PinChangeRequest): Promise<PinChangeOutcome> {
  try {
    await backend.changePin(cardId, request);
    return { outcome: "changed" };
  } catch (error) {
    if (!(error instanceof BackendError) || error.arrival === "never-sent") throw error;
    const supportId = error.supportId === undefined ? {} : { supportId: error.supportId };
    return error.arrival === "answered"
      ? { outcome: "refused", code: error.code, ...supportId }
      : { outcome: "unknown", ...supportId };
  }
}
