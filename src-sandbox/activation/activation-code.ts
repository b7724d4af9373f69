import { randomInt, randomUUID } from "node:crypto";
import type { Clock } from "../clock.ts";
import { wrongAnswerLimit } from "../people/one-time-code.ts";
import type { Settings } from "../sandbox-settings.ts";

// docs/solaris-api.md §6.6: the fourth, SOLARISBANK, is reserved.
export const activationOrigins = ["MOBILE_APP", "WEB", "WEBUI"] as const;
export type ActivationOrigin = (typeof activationOrigins)[number];

/** What ended a code before its time. */
export const activationEnds = ["used", "deleted", "replaced", "guessed"] as const;

/** A code that a letter brings (docs/solaris-api.md §6.6). */
export type ActivationCode = {
  readonly id: string;
  readonly personId: string;
  readonly origin: ActivationOrigin;
  readonly code: string;
  readonly createdAt: number;
  /** When the letter is in the letter box. */
  readonly arrivesAt: number;
  /** What ends it earlier moves this to that moment, as Solaris marks a deleted one as expired. */
  expiresAt: number;
  /** Of all devices that were bound with it: another device is no further try. */
  wrongAnswers: number;
  ended?: (typeof activationEnds)[number];
};

// Without those that a reader of a letter takes for one another.
const signs = "23456789abcdefghjkmnpqrstuvwxyz";
const signsOfCode = 12;

/** Makes a code, whose letter is sent now. */
export function createActivationCode(
  personId: string,
  origin: ActivationOrigin,
  settings: Settings,
  clock: Clock,
): ActivationCode {
  const now = clock.now();
  return {
    id: randomUUID(),
    personId,
    origin,
    code: settings.activation_code === "random" ? createCode() : settings.activation_code,
    createdAt: now,
    arrivesAt: now + settings.letter_seconds * 1000,
    expiresAt: now + settings.activation_seconds * 1000,
    wrongAnswers: 0,
  };
}

/** Whether a code still counts. */
export function counts({ expiresAt }: ActivationCode, clock: Clock): boolean {
  return expiresAt > clock.now();
}

/** The person's code that counts: there is one at most. */
export function findCodeThatCounts(
  codes: ReadonlyMap<string, ActivationCode>,
  personId: string,
  clock: Clock,
): ActivationCode | undefined {
  return [...codes.values()].find((one) => one.personId === personId && counts(one, clock));
}

/** Ends a code that still counts. */
export function endActivationCode(
  activation: ActivationCode,
  clock: Clock,
  because: (typeof activationEnds)[number],
): void {
  if (!counts(activation, clock)) return;
  activation.expiresAt = clock.now();
  activation.ended = because;
}

/** Counts an answer that was not this code's; too many of them end it. */
export function countWrongAnswer(activation: ActivationCode, clock: Clock): void {
  activation.wrongAnswers += 1;
  if (activation.wrongAnswers >= wrongAnswerLimit) endActivationCode(activation, clock, "guessed");
}

function createCode(): string {
  return Array.from({ length: signsOfCode }, () => signs[randomInt(signs.length)]).join("");
}
