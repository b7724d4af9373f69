import { z } from "zod";
import { bridgeMethods } from "../../src-contract/bridge/bridge-methods.ts";
import {
  type DiagnosisView,
  keychainStates,
  MOST_RECENT_ERRORS,
  networkReasons,
  screenReaderStates,
  systemNames,
  tlsUses,
  waysToBackend,
} from "../../src-contract/bridge/diagnosis-view.ts";
import { keychainNames } from "../../src-contract/bridge/keychain-names.ts";
import { renderings } from "../../src-contract/bridge/settings-view.ts";
import { errorCodes } from "../../src-contract/errors/error-codes.ts";
import { languages } from "../../src-contract/rules/languages.ts";
import { protectionLevels } from "../../src-contract/rules/protection-levels.ts";

const time = z.iso.datetime();
const version = z.string().regex(/^(?:\d{1,6}(?:\.\d{1,6}){0,3}|unknown)$/);

/** The ids that Solaris gives errors, in their known forms: 32 hexadecimal digits with a short ending, or a UUID. */
const errorId = "(?:[0-9a-f]{32}[a-z]{0,3}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})";
/** One of them or several; anything else stays in main. */
const errorIds = z
  .string()
  .regex(new RegExp(`^${errorId}(?:, ${errorId})*$`))
  .optional()
  .catch(undefined);

/** The closed vocabulary of a diagnosis: nothing else leaves main. */
export const diagnosisSchema = z.strictObject({
  takenAt: time,
  uptimeSeconds: z.int().min(0),
  versions: z.strictObject({ app: version, electron: version, chromium: version, node: version }),
  system: z.strictObject({ name: z.enum(systemNames), version }),
  keychain: z.strictObject({ which: z.enum(keychainNames), state: z.enum(keychainStates) }),
  backend: z.discriminatedUnion("state", [
    z.strictObject({ state: z.literal("reachable") }),
    z.strictObject({
      state: z.literal("failed"),
      code: z.enum(errorCodes),
      reason: z.enum(networkReasons).nullable(),
      status: z.int().min(100).max(999).nullable(),
    }),
  ]),
  way: z.enum(waysToBackend),
  tls: z.enum(tlsUses),
  clockDifferenceSeconds: z.int().nullable(),
  rendering: z.enum(renderings),
  screenReader: z.enum(screenReaderStates),
  language: z.enum(languages),
  protection: z.enum(protectionLevels),
  recentErrors: z
    .array(z.strictObject({ code: z.enum(errorCodes), at: time, method: z.enum(bridgeMethods), supportId: errorIds }))
    .max(MOST_RECENT_ERRORS),
}) satisfies z.ZodType<DiagnosisView>;
