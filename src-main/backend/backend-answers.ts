import { z } from "zod";
import {
  CARD_WORD_LONGEST,
  type Cards,
  card,
  EXPIRY_LONGEST,
  MOST_LEFT_OUT,
  NAME_ON_CARD_LONGEST,
} from "../../src-contract/api/card-schemas.ts";
import {
  customer,
  type DemoSignInResponse,
  demoSignInResponse,
  type Me,
  signInAgain,
} from "../../src-contract/api/customer-schemas.ts";
import {
  type CodeTime,
  type CreateDeviceResponse,
  DEVICE_LIMIT,
  type DeviceDetail,
  type Devices,
  protectionLevel,
  type RemovedDevices,
} from "../../src-contract/api/device-schemas.ts";
import { instant, NAME_LONGEST, opaqueId, SOLARIS_ERROR_IDS_LONGEST } from "../../src-contract/api/identifiers.ts";
import type { ActivationLetter, ActivationLetters } from "../../src-contract/api/letter-schemas.ts";
import {
  type AuthorizationResponse,
  authorizationResponse,
  type PinChangeRecord,
  pinChangeRoute,
  pinChangeStates,
} from "../../src-contract/api/pin-change-schemas.ts";
import type { Policy, Waits } from "../../src-contract/api/policy-schemas.ts";
import { problemCode } from "../../src-contract/api/problem-schema.ts";
import { deviceDataModes } from "../../src-contract/rules/device-data-mode.ts";
import { isPresentableId, presentable, presentableCardNumber } from "./presentable-text.ts";

// Reads the backend's answers more tolerantly than its API promises, because a newer backend may promise something else: ids
// are required, descriptive fields have a fallback, and unreadable list entries are counted.

/** A day: no backend limit lasts longer, and the window can still show a time that far ahead. */
const LONGEST_WAIT_SECONDS = 86_400;

/** A wait in whole seconds, from any number; null if there was none. */
export const waitSeconds = z
  .unknown()
  .optional()
  .transform((said) => secondsWithin(LONGEST_WAIT_SECONDS, said));

function secondsWithin(longest: number, said: unknown): number | null {
  return typeof said === "number" ? Math.min(Math.max(Math.ceil(said), 0), longest) : null;
}

/** The ids that support can look up, made safe to show and separated by commas. */
export const supportIds = z
  .string()
  .max(SOLARIS_ERROR_IDS_LONGEST)
  .regex(/^[A-Za-z0-9_.:-]{1,128}(?:, [A-Za-z0-9_.:-]{1,128})*$/)
  .transform((ids) => ids.split(", ").filter(isPresentableId).join(", ") || undefined)
  .optional()
  .catch(undefined);

/** How many were left out. Absent in earlier backends, which knew of none. Anything but a number counts as at least one. */
const leftOut = z
  .unknown()
  .optional()
  .transform((said) => {
    if (said === undefined) return 0;
    return typeof said === "number" && Number.isInteger(said) && said >= 0 ? Math.min(said, MOST_LEFT_OUT) : 1;
  });

/** Whether there may be more than is told. */
const maybeMore = z
  .unknown()
  .optional()
  .transform((said) => said !== undefined && said !== false);

const line = (longest: number) =>
  z
    .string()
    .catch("")
    .transform((text) => presentable(text, longest));
const wordOfSolaris = line(CARD_WORD_LONGEST).transform((word) => word || "UNKNOWN");
const entries = z.array(z.unknown());
/** An unreadable time becomes an impossible one, which server-clock.ts replaces. */
const expiresAt = instant.catch(new Date(0).toISOString());

const readableCard = card.extend({
  status: wordOfSolaris,
  type: wordOfSolaris,
  masked_pan: z.string().catch("").transform(presentableCardNumber),
  name_on_card: line(NAME_ON_CARD_LONGEST),
  expires: line(EXPIRY_LONGEST),
});

/** The cards; those without a readable id are left out. */
export const cardsAnswer: z.ZodType<Cards> = z
  .object({
    cards: entries,
    cards_left_out: leftOut,
    accounts_left_out: leftOut,
    truncated: maybeMore,
  })
  .transform(({ cards, cards_left_out: before, ...rest }) => {
    const { readable, unreadable } = readEach(cards, readableCard);
    return { ...rest, cards: readable, cards_left_out: before + unreadable };
  });

const readableDevice = z.object({ id: opaqueId, name: line(NAME_LONGEST), created_at: instant.nullable().catch(null) });

/** Earlier backends do not say when a device was last used. */
const readableListedDevice = readableDevice.extend({ last_used_at: instant.nullish().catch(null) });

/** The devices; those without a readable id are left out, and then the list proves no absence. */
export const devicesAnswer: z.ZodType<Devices> = z
  .object({ devices: entries, limit: z.int().min(1).max(1000).catch(DEVICE_LIMIT), left_out: leftOut })
  .transform(({ devices, limit, left_out: before }) => {
    const { readable, unreadable } = readEach(devices, readableListedDevice);
    return { devices: readable, limit, left_out: before + unreadable };
  });

/** The removed devices. One without the time is left out: nothing else says that it is removed. */
export const removedDevicesAnswer: z.ZodType<RemovedDevices> = z
  .object({ devices: entries, left_out: leftOut, truncated: maybeMore })
  .transform(({ devices, left_out: before, ...rest }) => {
    const { readable, unreadable } = readEach(devices, readableDevice.extend({ removed_at: instant }));
    return { ...rest, devices: readable, left_out: before + unreadable };
  });

/** Accepts only the device that was asked for. The purposes of its keys decide what may be done with it. */
export function deviceAnswer(deviceId: string): z.ZodType<DeviceDetail> {
  return readableDevice.extend({ id: z.literal(deviceId), key_purposes: z.array(z.string()) });
}

/** The code was sent already, so only the ids are required. */
export const createdDeviceAnswer: z.ZodType<CreateDeviceResponse> = z.object({
  device_id: opaqueId,
  challenge: z.object({ id: opaqueId, expires_at: expiresAt }),
});

const readableLetter = z.object({
  letter_id: opaqueId,
  requested_at: instant.nullable().catch(null),
  expires_at: instant.nullable().catch(null),
});

/** A month: the limit on letters is one of days. */
const LONGEST_WAIT_FOR_LETTER_SECONDS = 31 * 86_400;

/** The letters whose code counts; those without a readable id are left out, and then the list proves no absence. */
export const lettersAnswer: z.ZodType<ActivationLetters> = z
  .object({
    letters: entries,
    left_out: leftOut,
    wait_seconds: z
      .unknown()
      .optional()
      .transform((said) => secondsWithin(LONGEST_WAIT_FOR_LETTER_SECONDS, said) ?? 0),
  })
  .transform(({ letters, left_out: before, ...rest }) => {
    const { readable, unreadable } = readEach(letters, readableLetter);
    return { ...rest, letters: readable, left_out: before + unreadable };
  });

/** The letter that was asked for: it was sent, whatever is said of it. */
export const requestedLetterAnswer: z.ZodType<Omit<ActivationLetter, "letter_id">> = readableLetter.omit({
  letter_id: true,
});

/** Until when an earlier code is valid; null if that is not said. */
export const codeTimeAnswer: z.ZodType<CodeTime> = z.object({ expires_at: instant.nullable().catch(null) });

/** The answer after a TAN was sent, or with a text to sign, which only `device_signing` requires. */
export const authorizationAnswer: z.ZodType<AuthorizationResponse> = z.object({
  expires_at: expiresAt,
  string_to_sign: authorizationResponse.shape.string_to_sign.catch(undefined),
});

/** The ledger's record of this change; any other is refused. Its state decides. */
export function pinChangeAnswer(requestId: string): z.ZodType<PinChangeRecord> {
  return z.object({
    request_id: z.literal(requestId),
    state: z.enum(pinChangeStates),
    card_id: opaqueId.optional().catch(undefined),
    problem: problemCode.optional().catch(undefined),
    solaris_error_id: supportIds,
  });
}

const readableCustomer = customer.extend({ name: line(NAME_LONGEST) });

/** Who has signed in. Older backends do not say whether they want a sign-in again; the steps themselves tell then. */
export const meAnswer: z.ZodType<Me> = readableCustomer.extend({
  sign_in_again: signInAgain.nullable().default(null),
});
export const demoSignInAnswer: z.ZodType<DemoSignInResponse> = demoSignInResponse.extend({
  customer: readableCustomer,
});

/** What the partner allows, without routes that this program does not know. */
export const policyAnswer: z.ZodType<Policy> = z
  .object({
    pin_change_routes: entries,
    accepted_protection_levels: entries,
    activation_letters: z.unknown().optional(),
    device_data: z.enum(deviceDataModes).catch("off"), // absent in earlier backends, which take none
  })
  .transform((said) => ({
    pin_change_routes: readEach(said.pin_change_routes, pinChangeRoute).readable,
    accepted_protection_levels: readEach(said.accepted_protection_levels, protectionLevel).readable,
    activation_letters: said.activation_letters === true,
    device_data: said.device_data,
  }));

/** Which consents count: one that is not readable, or of which that is not said, does not. */
export const deviceConsentsAnswer = z
  .object({ consents: entries })
  .transform(({ consents }) => readEach(consents, z.object({ consent_id: opaqueId, counts: z.boolean() })).readable);

/** A consent that was just given: only an answer that says so makes it one. */
export const givenConsentAnswer = z.object({
  consent_id: opaqueId,
  counts: z.literal(true),
  given_at: instant.nullable().catch(null),
});

const wait = waitSeconds.transform((seconds) => seconds ?? 0);

/** The wait for each action. The backend enforces waits anyway, so an unreadable one counts as none. */
export const waitsAnswer: z.ZodType<Waits> = z.object({ pin_change: wait, binding: wait, code: wait });

function readEach<T>(said: readonly unknown[], entry: z.ZodType<T>): { readable: T[]; unreadable: number } {
  const parsed = said.map((one) => entry.safeParse(one));
  const readable = parsed.flatMap((one) => (one.success ? [one.data] : []));
  return { readable, unreadable: said.length - readable.length };
}
