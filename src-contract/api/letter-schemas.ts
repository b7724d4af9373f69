import { z } from "zod";
import { leftOut } from "./card-schemas.ts";
import { instant, opaqueId } from "./identifiers.ts";

/** Asks for a letter with an activation code (docs/solaris-api.md §6.6). */
export const requestLetterRequest = z
  .object({
    invalidate_existing_code: z
      .boolean()
      .optional()
      .describe("True: a code that counts is to count no more. Otherwise it refuses the request."),
  })
  .meta({ id: "RequestLetterRequest" });
export type RequestLetterRequest = z.infer<typeof requestLetterRequest>;

/** A letter that was asked for, and whose code counts as far as Solaris says. The code is nowhere in this API. */
export const activationLetter = z
  .object({
    letter_id: opaqueId,
    requested_at: instant
      .nullable()
      .describe("Null where Solaris does not say it in a form that can be read, or says a time that is yet to come."),
    expires_at: instant
      .nullable()
      .describe("Until when its code counts. Null where Solaris does not say it in a form that can be read."),
  })
  .meta({ id: "ActivationLetter" });
export type ActivationLetter = z.infer<typeof activationLetter>;

/** The list proves that there is no letter only if `left_out` is 0. */
export const activationLetters = z
  .object({
    letters: z.array(activationLetter).describe("The newest first."),
    left_out: leftOut.describe("Letters that Solaris listed and that cannot be read, or a list without an end."),
    wait_seconds: z.int().min(0).describe("Until another letter may be asked for; 0 if it may now."),
  })
  .meta({ id: "ActivationLetters" });
export type ActivationLetters = z.infer<typeof activationLetters>;
