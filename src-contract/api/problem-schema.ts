import { z } from "zod";
import { problemCodes } from "../errors/error-codes.ts";
import { SOLARIS_ERROR_IDS_LONGEST } from "./identifiers.ts";

/** Every code that an error answer of this backend can carry. */
export const problemCode = z.enum(problemCodes);

/** `application/problem+json` (RFC 9457) with our stable code, and Solaris' error id if there is one. */
export const problem = z
  .object({
    type: z
      .string()
      .describe(
        "`/problems/` and the code: relative to this backend, where it leads to a page about it. No other server's answer has it.",
      ),
    title: z.string(),
    status: z.int(),
    code: problemCode,
    instance: z
      .string()
      .max(100)
      .optional()
      .describe("`urn:uuid:<id>` of this one request, which is also in `x-request-id` and in the log."),
    detail: z.string().max(500).optional().describe("What Solaris or the validation said, without any secret."),
    solaris_error_id: z
      .string()
      .max(SOLARIS_ERROR_IDS_LONGEST)
      .optional()
      .describe("What Solaris' support can look up: an id, or several with commas between them, what decided first."),
    retry_after_seconds: z.int().min(0).optional(),
  })
  .meta({ id: "Problem" });
export type Problem = z.infer<typeof problem>;
