import { describe, expect, it } from "vitest";
import { type DeviceRecord, deviceRecord, parseDeviceRecord } from "../../../src-main/device/device-record.ts";
import { recordAt, scope } from "./fake-enrolment.ts";

const stages = ["requested", "challenged", "verified", "bound"] as const;

describe("the device record", () => {
  it.each(stages)("comes back from its text as it was: %s", (stage) => {
    expect(parseDeviceRecord(JSON.stringify(recordAt(stage)), scope)).toEqual(recordAt(stage));
  });

  it.each(stages)("belongs to one customer: %s of another is not read", (stage) => {
    expect(parseDeviceRecord(JSON.stringify(recordAt(stage)), "of-somebody-else")).toBeNull();
  });

  const bound = recordAt("bound");
  it.each<[string, string]>([
    ["no JSON", "{"],
    ["nothing", ""],
    ["null", "null"],
    ["an array", JSON.stringify([bound])],
    ["a stage of a later version", JSON.stringify({ ...bound, stage: "renewing" })],
    ["a later version", JSON.stringify({ ...bound, version: 2 })],
    ["a member of a later version", JSON.stringify({ ...bound, hardware: true })],
    ["no restricted key", JSON.stringify({ ...bound, restricted: undefined })],
    [
      "a private key that is too short",
      JSON.stringify({ ...bound, restricted: { ...bound.restricted, private_key: "AA" } }),
    ],
    ["a public key that is none", JSON.stringify({ ...bound, restricted: { ...bound.restricted, public_key: "04" } })],
    ["a device id that leads elsewhere", JSON.stringify({ ...bound, device_id: "../cards" })],
    ["bound without a device", JSON.stringify({ ...bound, device_id: undefined })],
    ["bound with a challenge", JSON.stringify({ ...bound, challenge_id: "a" })],
  ])("is not made from %s", (_name, text) => {
    expect(parseDeviceRecord(text, scope)).toBeNull();
  });

  it("fits into one Windows credential (2,560 bytes) with every value as long as it may be", () => {
    const longest: DeviceRecord = {
      ...recordAt("challenged"),
      computer_name: '"'.repeat(64), // each becomes two bytes of JSON
      device_id: "d".repeat(64),
      challenge_id: "c".repeat(64),
      expires_at: "2031-01-01T00:00:00.123456789+00:00",
    };
    expect(deviceRecord.safeParse(longest).success).toBe(true);
    expect(Buffer.byteLength(JSON.stringify(longest))).toBeLessThan(2560);
  });
});
