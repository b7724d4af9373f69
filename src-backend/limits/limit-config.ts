import { z } from "zod";

/** At most `count` times in `seconds`. */
export interface LimitConfig {
  readonly count: number;
  readonly seconds: number;
}

/** Limits for each customer; the first four also for each device, if the request names one. */
export interface LimitsConfig {
  readonly pinChanges: LimitConfig;
  readonly bindings: LimitConfig;
  /** Requests to Solaris to send a code or a TAN. */
  readonly codes: LimitConfig;
  /** Attempts at a code, a TAN, or a signature instead of one. */
  readonly codeChecks: LimitConfig;
  /** Requests to Solaris to send a letter, each of which costs money. */
  readonly letters: LimitConfig;
  /** Consents to device data, each of which Solaris keeps. */
  readonly consents: LimitConfig;
  /** Questions about PIN changes that are not in the ledger. */
  readonly settlements: LimitConfig;
  /** All requests. */
  readonly requests: LimitConfig;
}

const limit = z
  .string()
  .regex(/^[1-9][0-9]{0,5}\/[1-9][0-9]{0,5}$/, "is not a limit; expected COUNT/SECONDS, for example 10/3600")
  .transform((value): LimitConfig => {
    const [count = 0, seconds = 0] = value.split("/").map(Number);
    return { count, seconds };
  });
const anHour = 3600;
const aWeek = 7 * 24 * anHour;

/** The variables that set the limits. */
export const limitVariables = {
  LIMIT_PIN_CHANGES: limit.default({ count: 10, seconds: anHour }),
  LIMIT_BINDINGS: limit.default({ count: 5, seconds: anHour }),
  LIMIT_CODES: limit.default({ count: 10, seconds: anHour }),
  LIMIT_CODE_CHECKS: limit.default({ count: 30, seconds: anHour }),
  LIMIT_LETTERS: limit.default({ count: 3, seconds: aWeek }),
  LIMIT_CONSENTS: limit.default({ count: 10, seconds: anHour }),
  LIMIT_SETTLEMENTS: limit.default({ count: 60, seconds: anHour }),
  // More than a person or a test of the app needs; less than a loop sends.
  LIMIT_REQUESTS: limit.default({ count: 600, seconds: 60 }),
};

/** The limits that the variables set. */
export function limitsOf(values: Readonly<Record<keyof typeof limitVariables, LimitConfig>>): LimitsConfig {
  return {
    pinChanges: values.LIMIT_PIN_CHANGES,
    bindings: values.LIMIT_BINDINGS,
    codes: values.LIMIT_CODES,
    codeChecks: values.LIMIT_CODE_CHECKS,
    letters: values.LIMIT_LETTERS,
    consents: values.LIMIT_CONSENTS,
    settlements: values.LIMIT_SETTLEMENTS,
    requests: values.LIMIT_REQUESTS,
  };
}
