import { z } from "zod";
import { deviceDataModes } from "../rules/device-data-mode.ts";
import type { LimitedAction } from "../rules/limited-actions.ts";
import { protectionLevel } from "./device-schemas.ts";
import { pinChangeRoute } from "./pin-change-schemas.ts";

/** What the partner allows. The backend enforces it; the app reads it to offer only what is allowed. */
export const policy = z
  .object({
    pin_change_routes: z
      .array(pinChangeRoute)
      .min(1)
      .describe("Allowed ways to change a PIN, the preferred one first."),
    accepted_protection_levels: z.array(protectionLevel).min(1),
    activation_letters: z
      .boolean()
      .optional()
      .describe("Whether a device may be bound with the code of a letter. Absent, as from earlier versions: no."),
    device_data: z
      .enum(deviceDataModes)
      .optional()
      .describe(
        "Whether `device_data` is taken, with the customer's consent. With `required`, requests without it are refused by `ERR_DEVICE_DATA_REQUIRED`, except those of `sms`. Absent, as from earlier versions: `off`.",
      ),
  })
  .meta({ id: "Policy" });
export type Policy = z.infer<typeof policy>;

const seconds = z.int().min(0);

/** Seconds until each action is allowed again; 0 if it is allowed now. */
export const waits = z
  .object({ pin_change: seconds, binding: seconds, code: seconds } satisfies Record<LimitedAction, z.ZodType<number>>)
  .meta({ id: "Waits" });
export type Waits = z.infer<typeof waits>;
