import { isUint8Array } from "node:util/types";
import { z } from "zod";
import { demoSignInRequest } from "../src-backend/api/customer.ts";
import { createDeviceRequest } from "../src-backend/api/devices.ts";
import { opaqueId } from "../src-backend/api/identifiers.ts";
import type { BridgeMethod, DesktopBridge } from "../src-preload/contract/bridge.ts";
import { PIN_LENGTH } from "../src-preload/contract/pin-rules.ts";

const ONE_TIME_CODE_LENGTH = 6;

/** ASCII digits as bytes: a plain Uint8Array over memory of its own, neither a Buffer nor a view of shared memory. */
const digits = (length: number) =>
  z.custom<Uint8Array>(
    (value) =>
      isUint8Array(value) &&
      Object.getPrototypeOf(value) === Uint8Array.prototype &&
      Object.prototype.toString.call(value.buffer) === "[object ArrayBuffer]" &&
      value.byteLength === length &&
      value.every((byte) => byte >= 0x30 && byte <= 0x39),
  );

/**
 * What each bridge method takes: exactly these arguments, in this form (checklist row 21). The window is not trusted:
 * what it says is parsed here, in main.
 */
export const bridgeArguments = {
  getOverview: z.tuple([]),
  signIn: z.tuple([demoSignInRequest.shape.name]),
  signOut: z.tuple([]),
  requestCode: z.tuple([createDeviceRequest.shape.name]),
  confirmCode: z.tuple([digits(ONE_TIME_CODE_LENGTH)]),
  continueBinding: z.tuple([]),
  abandonBinding: z.tuple([]),
  listCards: z.tuple([]),
  beginPinEntry: z.tuple([]),
  changePin: z.tuple([opaqueId, digits(PIN_LENGTH)]),
  endPinChange: z.tuple([]),
} satisfies { [M in BridgeMethod]: z.ZodType<Parameters<DesktopBridge[M]>> };
