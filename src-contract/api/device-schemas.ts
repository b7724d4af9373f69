import { z } from "zod";
import { challengeTypes, signedOfCode } from "../rules/binding-codes.ts";
import { DEVICE_NAME_LONGEST } from "../rules/device-name.ts";
import { codeLanguages } from "../rules/languages.ts";
import { protectionLevels } from "../rules/protection-levels.ts";
import { leftOut } from "./card-schemas.ts";
import {
  deviceDataFields,
  instant,
  keyPurpose,
  NAME_LONGEST,
  opaqueId,
  publicKeyHex,
  signatureHex,
} from "./identifiers.ts";

/** Solaris' limit of verified devices per customer (docs/solaris-api.md §6.1). */
export const DEVICE_LIMIT = 5;

export const protectionLevel = z.enum(protectionLevels);

export const createDeviceRequest = z
  .object({
    name: z
      .string()
      .min(1)
      .max(DEVICE_NAME_LONGEST)
      .regex(/^\S(?:.*\S)?$/u)
      .describe("What the cardholder calls the device."),
    key: publicKeyHex.describe("The unrestricted public key."),
    protection_level: protectionLevel.describe(
      "Of the restricted key to come; a policy may refuse it before a code is sent.",
    ),
    challenge_type: z
      .enum(challengeTypes)
      .optional()
      .describe(
        "What proves whose device it is; `sms` where it is not said. `activation_code`, of a letter that has come, only where `activation_letters` of the policy is true: earlier versions send a text message all the same.",
      ),
    language: z.enum(codeLanguages).optional().describe("Of the message that carries the code."),
    ...deviceDataFields,
  })
  .meta({ id: "CreateDeviceRequest" });
export type CreateDeviceRequest = z.infer<typeof createDeviceRequest>;

/** The device is registered but not bound yet: the challenge waits for the signed one-time code. */
export const createDeviceResponse = z
  .object({
    device_id: opaqueId,
    challenge: z.object({ id: opaqueId, expires_at: instant }),
  })
  .meta({ id: "CreateDeviceResponse" });
export type CreateDeviceResponse = z.infer<typeof createDeviceResponse>;

export const verifyDeviceRequest = z
  .object({
    challenge_id: opaqueId,
    signature: signatureHex.describe(
      `By the unrestricted key, over ${signedOfCode.sms}; of an activation code, over ${signedOfCode.activation_code}.`,
    ),
    ...deviceDataFields,
  })
  .meta({ id: "VerifyDeviceRequest" });
export type VerifyDeviceRequest = z.infer<typeof verifyDeviceRequest>;

/** Which of a device's codes is asked about. */
export const codeTimeQuery = z.object({ challenge_id: opaqueId });

/** The code that a device waits for, and that Solaris still knows. */
export const codeTime = z
  .object({ expires_at: instant.nullable().describe("Null where Solaris does not say it in a form that can be read.") })
  .meta({ id: "CodeTime" });
export type CodeTime = z.infer<typeof codeTime>;

export const addKeyRequest = z
  .object({
    key: publicKeyHex.describe("The restricted public key."),
    signature: signatureHex.describe("By the unrestricted key, over the text of `key` exactly as sent."),
    ...deviceDataFields,
  })
  .meta({ id: "AddKeyRequest" });
export type AddKeyRequest = z.infer<typeof addKeyRequest>;

export const addKeyResponse = z.object({ key_id: opaqueId }).meta({ id: "AddKeyResponse" });
export type AddKeyResponse = z.infer<typeof addKeyResponse>;

const device = z.object({
  id: opaqueId,
  name: z.string().max(NAME_LONGEST),
  created_at: instant.nullable().describe("Null where Solaris does not say it in a form that can be read."),
});
export type Device = z.infer<typeof device>;

const leftOutOfList = leftOut.describe(
  "Devices that Solaris listed and that cannot be read, or a list without an end.",
);

/** A device of the list. */
const listedDevice = device
  .extend({
    last_used_at: instant
      .nullable()
      .optional()
      .describe(
        "With `details=true` only: when Solaris says that any of the device's keys was last used. Null where it does not say it.",
      ),
  })
  .meta({ id: "Device" });
export type ListedDevice = z.infer<typeof listedDevice>;

/** What the list says of each device. */
export const devicesQuery = z.object({
  details: z
    .enum(["true", "false"])
    .optional()
    .describe("Whether to ask for the keys of each device, too. False where it is not said."),
});

/** The list proves that a device is absent only if `left_out` is 0. */
export const devices = z
  .object({
    devices: z.array(listedDevice),
    limit: z.int(),
    left_out: leftOutOfList,
  })
  .meta({ id: "Devices" });
export type Devices = z.infer<typeof devices>;

/** As many removed devices are told as this, the newest. */
export const MOST_REMOVED_DEVICES = 20;

const removedDevice = device.extend({ removed_at: instant }).meta({ id: "RemovedDevice" });
export type RemovedDevice = z.infer<typeof removedDevice>;

export const removedDevices = z
  .object({
    devices: z.array(removedDevice).describe("The newest removal first."),
    left_out: leftOutOfList,
    truncated: z.boolean().describe("Whether there are older ones, which are not told."),
  })
  .meta({ id: "RemovedDevices" });
export type RemovedDevices = z.infer<typeof removedDevices>;

/** One bound device and the purposes of the keys that Solaris holds for it. */
export const deviceDetail = device.extend({ key_purposes: z.array(keyPurpose) }).meta({ id: "DeviceDetail" });
export type DeviceDetail = z.infer<typeof deviceDetail>;
