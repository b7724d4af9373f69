import { expect, it } from "vitest";
import { deviceDataFields } from "../../../src-contract/api/identifiers.ts";
import { DEVICE_DATA_LONGEST, isDeviceData } from "../../../src-contract/bridge/device-data-message.ts";

it.each([
  "Web;a1dcon;AAAAAAAAAAAAAAAAAAAAAA==;b/+x",
  "W;6.10.4;AAAA;b/+=;a1dcon", // as the vendor's library of this version makes it
  "x".repeat(DEVICE_DATA_LONGEST),
])("takes what a script may hand over, and the backend takes it too: %.30s", (text) => {
  expect(isDeviceData(text)).toBe(true);
  expect(deviceDataFields.device_data.safeParse(text).success).toBe(true);
});

it.each([
  ["nothing", undefined],
  ["null", null],
  ["an empty text", ""],
  ["more than the backend takes", "x".repeat(DEVICE_DATA_LONGEST + 1)],
  ["a line break", "Web;a\nb"],
  ["what is not ASCII", "Web;ä"],
  ["an object that would become a text", ["Web;a"]],
  ["bytes", new Uint8Array(3)],
])("takes no %s", (_what, handedOver) => {
  expect(isDeviceData(handedOver)).toBe(false);
});
