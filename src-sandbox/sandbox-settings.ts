import { z } from "zod";

// For each open question of the documents a test can choose the other reading (docs/solaris-api.md, "Open questions").
export const settingsSchema = z.strictObject({
  /** The code of the next device binding, and the TAN of the next PIN change. */
  code: z.union([z.literal("random"), z.string().regex(/^[0-9]{6}$/)]),
  challenge_seconds: z.int().min(1).max(86400),
  /** The code of the next letter (§6.6). */
  activation_code: z.union([z.literal("random"), z.string().regex(/^[0-9A-Za-z]{6,64}$/)]),
  /** How long a letter's code counts, from when it was asked for. */
  activation_seconds: z.int().min(1).max(31_536_000),
  /** How long a letter is on its way. */
  letter_seconds: z.int().min(0).max(31_536_000),
  /** What a second binding with a pending key does. */
  pending_key_reuse: z.enum(["replace", "conflict"]),
  /** The path that delivers the PIN key; the other answers 404 (docs/solaris-api.md §1). */
  pin_key_path: z.enum(["global", "per_card"]),
  pin_update_success_status: z.union([z.literal(200), z.literal(202), z.literal(204)]),
  /**
   * The success status for creating and confirming a change request: 200 in the documents, 202 in the known stand-in (§3).
   */
  sca_pin_update_success_status: z.union([z.literal(200), z.literal(202)]),
  confirm_success_status: z.union([z.literal(200), z.literal(202)]),
  /** How long a change request can be confirmed, from its last authorisation. */
  change_request_seconds: z.int().min(1).max(86400),
  /** Whether a device can get a second restricted key: the documents allow it, a partner may not (§6.5). */
  second_restricted_key: z.enum(["accept", "refuse"]),
  /**
   * `errors: [[…]]` from pin_update_requests and its sibling, as one known stand-in sends it (docs/solaris-api.md §2).
   */
  nested_errors: z.boolean(),
  /** A device's keys as an array of one object (Q7). */
  keys_as_array: z.boolean(),
  /** Whether `device_data` must have the form of the documents' example, and name a consent that counts (§9). */
  device_data: z.enum(["checked", "any"]),
  /** Refuse a JWE without `kid` (Q3). */
  strict_jwe_kid: z.boolean(),
});

export type Settings = z.infer<typeof settingsSchema>;

/** A control call may change any setting, but no unknown one. */
export const settingsChangeSchema = settingsSchema.partial();

/** The settings a sandbox starts with: what the documents say, or the most likely reading of them. */
export function createSettings(challengeSeconds: number): Settings {
  return {
    // docs/solaris-api.md §6.2: the code of Solaris' own sandbox, proven by the published signature (TV-1).
    code: "212212",
    challenge_seconds: challengeSeconds,
    activation_code: "random",
    // Two weeks: the documents show five minutes in a sample, which no letter needs (§6.6).
    activation_seconds: 1_209_600,
    letter_seconds: 0,
    pending_key_reuse: "replace",
    pin_key_path: "global",
    pin_update_success_status: 200,
    sca_pin_update_success_status: 200,
    confirm_success_status: 200,
    // docs/solaris-api.md §3b: five minutes.
    change_request_seconds: 300,
    second_restricted_key: "accept",
    nested_errors: false,
    keys_as_array: false,
    device_data: "checked",
    strict_jwe_kid: false,
  };
}
