import { isUint8Array } from "node:util/types";
import { z } from "zod";
import { demoSignInRequest } from "../../src-contract/api/customer-schemas.ts";
import { createDeviceRequest } from "../../src-contract/api/device-schemas.ts";
import { opaqueId, SOLARIS_ERROR_IDS_LONGEST } from "../../src-contract/api/identifiers.ts";
import { pinChangeRoute } from "../../src-contract/api/pin-change-schemas.ts";
import { type BridgeMethod, methodsWithoutArguments } from "../../src-contract/bridge/bridge-methods.ts";
import type { DesktopBridge } from "../../src-contract/bridge/desktop-bridge.ts";
import { copiedContacts, openedContacts } from "../../src-contract/bridge/partner-identity.ts";
import { signInAccounts } from "../../src-contract/bridge/views.ts";
import { isCode } from "../../src-contract/rules/code.ts";
import { DEVICE_NAME_LONGEST } from "../../src-contract/rules/device-name.ts";
import { isLetterCode } from "../../src-contract/rules/letter-code.ts";
import { PASSCODE_LONGEST } from "../../src-contract/rules/passcode.ts";
import { isPin } from "../../src-contract/rules/pin.ts";
import {
  isProxyPasswordCharacter,
  PROXY_NAME_LONGEST,
  PROXY_PASSWORD_LONGEST,
} from "../../src-contract/rules/proxy-credentials.ts";
import { isTokenPin } from "../../src-contract/rules/token-pin.ts";
import { presentable } from "../backend/presentable-text.ts";
import { settingsChange } from "../settings/settings-file.ts";

/** Bytes with their own memory: a plain Uint8Array, not a Buffer or a view of shared memory. */
const secret = (fits: (bytes: Uint8Array) => boolean) =>
  z.custom<Uint8Array>(
    (value) =>
      isUint8Array(value) &&
      Object.getPrototypeOf(value) === Uint8Array.prototype &&
      Object.prototype.toString.call(value.buffer) === "[object ArrayBuffer]" &&
      fits(value),
  );
/** Any length that somebody may type: rules/passcode.ts checks the content. */
const passcode = secret((bytes) => bytes.byteLength >= 1 && bytes.byteLength <= PASSCODE_LONGEST);

/** Other computers show it too. */
const computerName = createDeviceRequest.shape.name
  .transform((name) => presentable(name, DEVICE_NAME_LONGEST))
  .pipe(createDeviceRequest.shape.name);

const nothing: z.ZodType<[]> = z.tuple([]);

/** Where to keep the key: the keychain, where it was to be before, or a token by its id in a list (token-choice.ts). */
const keyPlace = z.string().regex(/^(?:keychain|before|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/);

/** Without the characters that would end the name (RFC 7617 §2). */
const proxyName = z
  .string()
  .min(1)
  .max(PROXY_NAME_LONGEST)
  .regex(/^[^\p{Cc}:]+$/u);
/** ISO 8859-1 without its control characters. */
const proxyPassword = secret(
  (bytes) =>
    bytes.byteLength >= 1 && bytes.byteLength <= PROXY_PASSWORD_LONGEST && bytes.every(isProxyPasswordCharacter),
);

/** In the form in which main tells them (backend-answers.ts). */
const errorIds = z
  .string()
  .min(1)
  .max(SOLARIS_ERROR_IDS_LONGEST)
  .regex(/^[A-Za-z0-9_.:, -]+$/);

/**
 * The exact arguments of each bridge method (docs/threat-model.md#arguments-parsed). The window is not trusted, so main
 * parses what it sends.
 */
export const bridgeArguments = {
  ...(Object.fromEntries(methodsWithoutArguments.map((method) => [method, nothing])) as Record<
    (typeof methodsWithoutArguments)[number],
    typeof nothing
  >),
  signIn: z.tuple([demoSignInRequest.shape.name]),
  signInWithBrowser: z.tuple([z.enum(signInAccounts)]),
  changeSettings: z.tuple([settingsChange]),
  chooseToken: z.tuple([keyPlace]),
  requestCode: z.tuple([computerName]),
  confirmCode: z.tuple([secret(isCode)]),
  requestLetter: z.tuple([z.boolean()]),
  confirmLetterCode: z.tuple([computerName, secret(isLetterCode)]),
  setPasscode: z.tuple([passcode]),
  setTokenPin: z.tuple([secret(isTokenPin)]),
  listDevices: z.tuple([z.boolean()]),
  removeDevice: z.tuple([opaqueId]),
  removeWithToken: z.tuple([secret(isTokenPin)]),
  enterPasscode: z.tuple([passcode, opaqueId.nullable()]),
  enterTokenPin: z.tuple([secret(isTokenPin), opaqueId.nullable()]),
  changePasscode: z.tuple([passcode, passcode]),
  changePin: z.tuple([opaqueId, secret(isPin), pinChangeRoute]),
  confirmTan: z.tuple([secret(isCode)]),
  signInToProxy: z.tuple([proxyName, proxyPassword]),
  copyErrorNumber: z.tuple([errorIds]),
  copyContact: z.tuple([z.enum(copiedContacts)]),
  openContact: z.tuple([z.enum(openedContacts)]),
} satisfies { [M in BridgeMethod]: z.ZodType<Parameters<DesktopBridge[M]>> };
