import { describe, expect, it } from "vitest";
import { makeKeyPair } from "../../../src-main/keys/device-key.ts";
import type { EnrolmentMarker } from "../../../src-main/keys/enrolment-marker.ts";
import type { EnrolmentRecord } from "../../../src-main/keys/enrolment-record.ts";
import { readEnrolmentState } from "../../../src-main/keys/enrolment-state.ts";
import { adoptDevice, continueRemoval, removeThisComputer } from "../../../src-main/keys/remove-this-computer.ts";
import { createFakeEnrolment, markerOf, noMarker, recordAt, stages } from "./fake-enrolment.ts";
import { createFakeSolaris } from "./fake-solaris.ts";

/** A computer with a record, and Solaris with its device. @param marker what it says; by default what belongs to the record */
function setUp(record: EnrolmentRecord | null, marker?: EnrolmentMarker) {
  const enrolment = createFakeEnrolment(record);
  if (marker) enrolment.marker = marker;
  const solaris = createFakeSolaris();
  solaris.add("a-device", recordAt("bound").unrestricted.public_key, recordAt("bound").restricted.public_key);
  return { enrolment, solaris, binding: { enrolment, backend: solaris.backend } };
}
const text = (record: EnrolmentRecord) => JSON.stringify(record);
const other = { ...recordAt("bound"), device_id: "other-device", unrestricted: makeKeyPair() };
const unfinished = stages.filter((stage) => stage !== "bound" && stage !== "erased");

describe("removing this computer", () => {
  it.each(["bound", "erased"] as const)("goes from Solaris to the keychain to the marker: %s", async (stage) => {
    const { binding, enrolment, solaris } = setUp(recordAt(stage));
    solaris.fate = () => {
      expect(enrolment.changes).toEqual(["mark removing"]);
      return "ok";
    };
    await removeThisComputer(binding);
    expect(enrolment.changes).toEqual(["mark removing", "remove", "unmark"]);
    expect([solaris.devices, enrolment.entry, enrolment.marker]).toEqual([[], null, noMarker]);
  });

  it("is done too where Solaris had no such device any more", async () => {
    const { binding, enrolment, solaris } = setUp(recordAt("bound"));
    solaris.remove("a-device");
    await removeThisComputer(binding);
    expect([enrolment.entry, enrolment.marker]).toEqual([null, noMarker]);
  });

  it.each(["never-sent", "lost-before", "lost-after", "down"] as const)(
    "that gets no answer (%s) keeps the key, and is completed by the next try",
    async (fate) => {
      const { binding, enrolment, solaris } = setUp(recordAt("bound"));
      solaris.fate = () => fate;
      await expect(removeThisComputer(binding)).rejects.toHaveProperty("code");
      expect(enrolment.entry).toBe(text(recordAt("bound")));
      expect(await readEnrolmentState(enrolment)).toEqual({
        state: "removing",
        deviceId: "a-device",
        removal: "for-good",
      });
      solaris.fate = () => "ok";
      expect(await continueRemoval(binding)).toBe(true);
      expect([solaris.devices, enrolment.entry, enrolment.marker]).toEqual([[], null, noMarker]);
    },
  );

  it.each(unfinished)("is not for a binding that was not completed: %s", async (stage) => {
    const { binding, enrolment, solaris } = setUp(recordAt(stage));
    await expect(removeThisComputer(binding)).rejects.toMatchObject({ code: "ERR_NOT_BOUND" });
    expect([enrolment.changes, solaris.calls]).toEqual([[], []]);
  });

  it.each<[string, EnrolmentRecord | null, EnrolmentMarker, string]>([
    ["of which nothing says that it is this one", recordAt("bound"), noMarker, "ERR_DEVICE_UNCONFIRMED"],
    ["whose key is another's", recordAt("bound"), markerOf("other-device"), "ERR_DEVICE_UNCONFIRMED"],
    ["whose key is lost", null, markerOf("a-device"), "ERR_KEYCHAIN_LOST"],
    ["that was never bound", null, noMarker, "ERR_NOT_BOUND"],
  ])("is not for one %s", async (_name, record, marker, code) => {
    const { binding, enrolment, solaris } = setUp(record, marker);
    await expect(removeThisComputer(binding)).rejects.toMatchObject({ code });
    expect([enrolment.changes, solaris.calls]).toEqual([[], []]);
  });
});

describe("completing a removal", () => {
  it("is nothing where none was begun", async () => {
    for (const record of [null, ...stages.map(recordAt)]) {
      const { binding, enrolment, solaris } = setUp(record);
      expect(await continueRemoval(binding)).toBe(false);
      expect([enrolment.changes, solaris.calls]).toEqual([[], []]);
    }
  });

  it("needs no entry", async () => {
    const { binding, enrolment, solaris } = setUp(null, markerOf("a-device", "for-good"));
    expect(await continueRemoval(binding)).toBe(true);
    expect([solaris.devices, enrolment.marker]).toEqual([[], noMarker]);
  });

  it.each<[string, string, string]>([
    ["another device's", text(other), "unconfirmed"],
    ["of a later version", '{"version":3}', "unreadable"],
    ["of a binding that was begun since", text({ ...recordAt("keyed"), device_id: "new-device" }), "present"],
  ])("leaves an entry alone that is %s", async (_name, entry, state) => {
    const { binding, enrolment, solaris } = setUp(recordAt("bound"), markerOf("a-device", "for-good"));
    enrolment.entry = entry;
    expect(await continueRemoval(binding)).toBe(true);
    expect([solaris.devices, enrolment.entry, enrolment.marker]).toEqual([[], entry, noMarker]);
    expect((await readEnrolmentState(enrolment)).state).toBe(state);
  });

  it.each(["locked", "unavailable"] as const)("waits for a keychain that is %s", async (condition) => {
    const { binding, enrolment, solaris } = setUp(recordAt("bound"), markerOf("a-device", "for-good"));
    enrolment.condition = condition;
    expect(await continueRemoval(binding)).toBe(false);
    enrolment.condition = "usable";
    expect(await continueRemoval(binding)).toBe(true);
    expect(solaris.devices).toEqual([]);
  });

  it("notices a keychain that was locked in between, and goes on later", async () => {
    const { binding, enrolment, solaris } = setUp(recordAt("bound"), markerOf("a-device", "for-good"));
    solaris.fate = () => {
      enrolment.condition = "locked";
      return "ok";
    };
    await expect(continueRemoval(binding)).rejects.toMatchObject({ code: "ERR_KEYCHAIN_LOCKED" });
    enrolment.condition = "usable";
    solaris.fate = () => "ok";
    expect((await readEnrolmentState(enrolment)).state).toBe("removing");
    expect(await continueRemoval(binding)).toBe(true);
    expect(enrolment.entry).toBeNull();
  });
});

describe("taking a found key into use", () => {
  it.each<[string, EnrolmentMarker]>([
    ["without a marker", noMarker],
    ["with another device's marker", markerOf("other-device")],
  ])("%s: where Solaris knows its device, it is this computer's from then on", async (_name, marker) => {
    const { binding, enrolment } = setUp(recordAt("bound"), marker);
    await adoptDevice(binding);
    expect(enrolment.changes).toEqual(["mark"]);
    expect(await readEnrolmentState(enrolment)).toEqual({ state: "present", record: recordAt("bound") });
  });

  it("is refused where Solaris does not know its device, or does not answer", async () => {
    const { binding, enrolment, solaris } = setUp(recordAt("bound"), noMarker);
    solaris.fate = () => "down";
    await expect(adoptDevice(binding)).rejects.toMatchObject({ code: "ERR_SOLARIS_UNAVAILABLE" });
    solaris.fate = () => "ok";
    solaris.remove("a-device");
    await expect(adoptDevice(binding)).rejects.toMatchObject({ code: "ERR_DEVICE_REMOVED" });
    expect(enrolment.changes).toEqual([]);
  });

  it.each<[string, EnrolmentRecord | null, EnrolmentMarker, string]>([
    ["that is confirmed", recordAt("bound"), markerOf("a-device"), "ERR_ALREADY_BOUND"],
    ["that is being bound", recordAt("verified"), noMarker, "ERR_ALREADY_BOUND"],
    ["that is not there", null, noMarker, "ERR_NOT_BOUND"],
    ["that is lost", null, markerOf("a-device"), "ERR_KEYCHAIN_LOST"],
    ["that is being removed", recordAt("bound"), markerOf("a-device", "for-good"), "ERR_NOT_BOUND"],
  ])("is not for one %s", async (_name, record, marker, code) => {
    const { binding, enrolment, solaris } = setUp(record, marker);
    await expect(adoptDevice(binding)).rejects.toMatchObject({ code });
    expect([enrolment.changes, solaris.calls]).toEqual([[], []]);
  });
});
