import { z } from "zod";
import { stringToSign as form } from "../rules/string-to-sign.ts";

/**
 * An id of Solaris (cards, devices, keys, challenges): opaque, safe in a path segment (docs/solaris-api.md §11, id
 * suffixes).
 */
export const opaqueId = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/);

/** An uncompressed P-256 point, 65 bytes as 130 hex digits; either case is read, lower case is sent (§6.1, Q15). */
export const publicKeyHex = z.string().regex(/^04[0-9a-fA-F]{128}$/);

/** A DER-encoded ECDSA signature as hex; Solaris limits it to 2048 characters (§5). */
export const signatureHex = z.string().regex(/^(?:[0-9a-fA-F]{2}){8,1024}$/);

/** The `kid` of Solaris' key for PIN encryption. */
export const pinKeyId = z.string().min(1).max(256);

/** The text that the restricted key signs for a change request. */
export const stringToSign = z.string().regex(form);

/** Solaris' error ids, separated by commas, as many as fit. */
export const SOLARIS_ERROR_IDS_LONGEST = 512;

/** What a device's key is for: `restricted`, `unrestricted`, or what Solaris calls others. */
export const keyPurpose = z.string().max(32);

/** A name of a customer or a device, whoever gave it. */
export const NAME_LONGEST = 200;

/**
 * What a request says of the device that sends it: the Seon fingerprint, which is opaque (§9), and the consent under which it
 * was made. Both are optional wherever Solaris takes the first; it is never sent the second.
 */
export const deviceDataFields = {
  device_data: z
    .string()
    .min(1)
    .max(16_384)
    .optional()
    .describe(
      "Passed on exactly as it is, and never kept. Without a consent that counts: `ERR_DEVICE_CONSENT_MISSING`.",
    ),
  device_consent_id: opaqueId
    .optional()
    .describe("With `device_data`: the consent that was given on this device, by its `consent_id`."),
};

/** A point in time, RFC 3339, as Solaris writes it: with `Z` or an offset. */
export const instant = z.iso.datetime({ offset: true });
