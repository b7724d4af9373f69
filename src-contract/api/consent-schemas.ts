import { z } from "zod";
import { instant, opaqueId } from "./identifiers.ts";

/** As many of a customer's consents are told as this. */
export const MOST_CONSENTS = 50;

/** Says yes for one device. There is nothing to choose yet. */
export const giveConsentRequest = z.object({}).meta({ id: "GiveConsentRequest" });

/** A consent to device data, for the device on which it was given (docs/solaris-api.md §9). */
export const deviceConsent = z
  .object({
    consent_id: opaqueId.describe("Solaris' id of it: the session id for the library that makes `device_data`."),
    given_at: instant,
    counts: z
      .boolean()
      .describe(
        "Whether `device_data` is taken with it. False from the moment of its withdrawal, and after a backup was restored.",
      ),
    withdrawn_at: instant
      .nullable()
      .describe(
        "When Solaris took the withdrawal. Null with `counts` false: Solaris may still have it; withdraw it again.",
      ),
  })
  .meta({ id: "DeviceConsent" });
export type DeviceConsent = z.infer<typeof deviceConsent>;

/** The customer's consents, of all their devices. */
export const deviceConsents = z
  .object({
    consents: z.array(deviceConsent).describe("Those that count, then the others; of each the newest first."),
    truncated: z.boolean().describe("Whether there are more, which are not told."),
  })
  .meta({ id: "DeviceConsents" });
export type DeviceConsents = z.infer<typeof deviceConsents>;
