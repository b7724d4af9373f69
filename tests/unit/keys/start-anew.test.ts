import { describe, expect, it } from "vitest";
import { abandonBinding, requestCode } from "../../../src-main/keys/bind-this-computer.ts";
import { makeKeyPair } from "../../../src-main/keys/device-key.ts";
import type { EnrolmentMarker } from "../../../src-main/keys/enrolment-marker.ts";
import type { EnrolmentRecord } from "../../../src-main/keys/enrolment-record.ts";
import { readEnrolmentState } from "../../../src-main/keys/enrolment-state.ts";
import { createPresence } from "../../../src-main/keys/presence.ts";
import { removeThisComputer } from "../../../src-main/keys/remove-this-computer.ts";
import { startAnew } from "../../../src-main/keys/start-anew.ts";
import { catchOutput } from "../../security/quiet-stderr.ts";
import { createFakeEnrolment, markerOf, noMarker, recordAt, recordOf, scope, stages } from "./fake-enrolment.ts";
import { createFakeSolaris } from "./fake-solaris.ts";
import { expectTruth, goOnUntilBound, heldDevices, killAt } from "./interruptions.ts";

catchOutput();

/** A computer with a record, and Solaris with its device. @param marker what it says; by default what belongs to the record */
function setUp(record: EnrolmentRecord | null, marker?: EnrolmentMarker) {
  const enrolment = createFakeEnrolment(record);
  if (marker) enrolment.marker = marker;
  const solaris = createFakeSolaris();
  solaris.add("a-device", recordAt("bound").unrestricted.public_key, recordAt("bound").restricted.public_key);
  const binding = { enrolment, backend: solaris.backend, language: () => "en" as const };
  const presence = createPresence();
  return { enrolment, solaris, binding, presence, anew: () => startAnew(binding, presence) };
}
type Set = ReturnType<typeof setUp>;

const text = (record: EnrolmentRecord) => JSON.stringify(record);
const replaced = `${scope}-replaced`;
const damaged = { state: "unreadable" } as const;
const unfinished = stages.filter((stage) => stage !== "bound" && stage !== "erased");
const completed = ["bound", "erased"] as const;

const mayBegin = async ({ enrolment, binding, solaris }: Set) => {
  expect(["absent", "lost"]).toContain((await readEnrolmentState(enrolment)).state);
  solaris.fate = () => "ok";
  await requestCode(binding, "A computer");
  expect((await readEnrolmentState(enrolment)).state).toBe("present");
};

describe("starting anew", () => {
  it.each([noMarker, markerOf("a-device")])("has nothing to do where there is no key: %o", async (marker) => {
    const set = setUp(null, marker);
    await set.anew();
    expect([set.enrolment.changes, set.solaris.calls]).toEqual([[], []]);
    await mayBegin(set);
  });

  it.each(completed)(
    "with a forgotten or an erased passcode removes the device, and keeps the key until the new one is bound: %s",
    async (stage) => {
      const set = setUp(recordAt(stage));
      await set.anew();
      expect(set.enrolment.changes).toEqual(["mark replaced", "set aside", "unmark"]);
      expect([set.solaris.devices, set.enrolment.marker]).toEqual([[], noMarker]);
      expect([...set.enrolment.aside]).toEqual([[replaced, text(recordAt(stage))]]);
      await mayBegin(set);
      expect(set.enrolment.aside.size).toBe(1);
      await goOnUntilBound(set.binding, set.solaris);
      expect(set.enrolment.aside.size).toBe(0);
    },
  );

  it.each(completed)("keeps the key of a device that Solaris does not know: %s", async (stage) => {
    const set = setUp(recordAt(stage));
    set.solaris.remove("a-device");
    set.presence.note("a-device", false);
    await set.anew();
    expect(set.solaris.calls).toEqual(["getDevice"]);
    expect([...set.enrolment.aside]).toEqual([[replaced, text(recordAt(stage))]]);
    await mayBegin(set);
  });

  it.each(completed)(
    "changes nothing where a device that was said to be removed is there after all, and takes that back: %s",
    async (stage) => {
      const set = setUp(recordAt(stage));
      set.presence.note("a-device", false);
      await set.anew();
      expect([set.enrolment.changes, set.solaris.calls]).toEqual([[], ["getDevice"]]);
      expect(set.presence.isRemoved("a-device")).toBe(false);
      expect(await readEnrolmentState(set.enrolment)).toEqual({ state: "present", record: recordAt(stage) });
    },
  );

  it.each(["never-sent", "lost-before", "down"] as const)(
    "changes nothing where Solaris cannot be asked: %s",
    async (fate) => {
      for (const wasSaidToBeRemoved of [true, false]) {
        const set = setUp(recordAt("bound"));
        if (wasSaidToBeRemoved) set.presence.note("a-device", false);
        set.solaris.fate = () => fate;
        await expect(set.anew()).rejects.toHaveProperty("code");
        expect([set.enrolment.changes, set.enrolment.entry]).toEqual([[], text(recordAt("bound"))]);
        expect(set.presence.isRemoved("a-device")).toBe(wasSaidToBeRemoved);
      }
    },
  );

  it.each(["lost-before", "lost-after", "down"] as const)(
    "keeps the key in its place while it is not known whether its device was removed: %s",
    async (fate) => {
      const set = setUp(recordAt("bound"));
      set.solaris.fate = (call) => (call === "removeDevice" ? fate : "ok");
      await expect(set.anew()).rejects.toHaveProperty("code");
      expect(set.enrolment.entry).toBe(text(recordAt("bound")));
      expect((await readEnrolmentState(set.enrolment)).state).toBe("removing"); // looks bound to nobody
      set.solaris.fate = () => "ok";
      await set.anew();
      expect(set.solaris.devices).toEqual([]);
      expect([...set.enrolment.aside]).toEqual([[replaced, text(recordAt("bound"))]]);
      await mayBegin(set);
    },
  );

  it.each(unfinished)("with an unfinished binding gives it up: %s", async (stage) => {
    const set = setUp(recordAt(stage));
    await set.anew();
    expect([set.enrolment.entry, set.enrolment.marker]).toEqual([null, noMarker]);
    expect(set.solaris.devices).toHaveLength(stage === "requested" ? 1 : 0);
    await mayBegin(set);
  });

  it("in a removal completes it", async () => {
    const set = setUp(recordAt("bound"), markerOf("a-device", "for-good"));
    await set.anew();
    expect([set.solaris.devices, set.enrolment.entry, set.enrolment.aside.size]).toEqual([[], null, 0]);
    await mayBegin(set);
  });

  it.each<[string, string, EnrolmentMarker]>([
    ["a key that nothing here belongs to", text(recordAt("bound")), noMarker],
    ["another device's key", text(recordAt("bound")), markerOf("other-device")],
    ["an erased key that nothing here belongs to", text(recordAt("erased")), noMarker],
    ["something of a later version", '{"version":3}', markerOf("a-device")],
    ["something that is not ours", "?", damaged],
  ])("keeps %s for good, and touches nothing at Solaris", async (_name, entry, marker) => {
    const set = setUp(null, marker);
    set.enrolment.entry = entry;
    await set.anew();
    expect(set.solaris.calls).toEqual([]);
    expect([...set.enrolment.aside.values()]).toEqual([entry]);
    const [name = ""] = set.enrolment.aside.keys();
    expect(name).toMatch(/^[\w-]{22}-\d+$/);
    expect(name.startsWith(`${scope}-`)).toBe(true);
    await goOnUntilBound(set.binding, set.solaris);
    expect([...set.enrolment.aside.values()]).toEqual([entry]);
  });

  it.each([
    ["locked", "ERR_KEYCHAIN_LOCKED"],
    ["unavailable", "ERR_KEYCHAIN_UNAVAILABLE"],
  ] as const)("does nothing without the keychain: %s", async (condition, code) => {
    const { anew, enrolment, solaris } = setUp(recordAt("bound"));
    enrolment.condition = condition;
    await expect(anew()).rejects.toMatchObject({ code });
    expect([enrolment.changes, solaris.calls]).toEqual([[], []]);
  });
});

describe("a key that waits for the new binding", () => {
  it("is not touched where that is given up, and begun again", async () => {
    const set = setUp(recordAt("bound"));
    await set.anew();
    await requestCode(set.binding, "A computer");
    await set.anew();
    await requestCode(set.binding, "A computer");
    await abandonBinding(set.binding);
    expect([...set.enrolment.aside]).toEqual([[replaced, text(recordAt("bound"))]]);
  });

  it("is kept under a name of its own where another one has to wait in its place", async () => {
    const earlier = text({ ...recordAt("bound"), device_id: "earlier-device", unrestricted: makeKeyPair() });
    const set = setUp(recordAt("bound"));
    set.enrolment.aside.set(replaced, earlier);
    await set.anew();
    expect(set.enrolment.aside.get(replaced)).toBe(text(recordAt("bound")));
    expect([...set.enrolment.aside.values()]).toContain(earlier);
    await goOnUntilBound(set.binding, set.solaris);
    expect([...set.enrolment.aside.values()]).toEqual([earlier]);
  });

  it("goes with the computer that took its place, when that is removed for good", async () => {
    const set = setUp(recordAt("bound"));
    set.enrolment.aside.set(replaced, text({ ...recordAt("erased"), device_id: "earlier-device" }));
    await removeThisComputer(set.binding);
    expect([set.enrolment.entry, set.enrolment.aside.size]).toEqual([null, 0]);
  });

  it("stays where the keychain does not delete it, and the computer is bound all the same", async () => {
    const set = setUp(recordAt("bound"));
    await set.anew();
    const { write } = set.enrolment.keychain;
    set.enrolment.keychain.write = async (account, entry) => {
      await write(account, entry);
      if (JSON.parse(entry).stage === "bound") set.enrolment.condition = "locked";
    };
    await goOnUntilBound(set.binding, set.solaris).catch(() => undefined);
    set.enrolment.condition = "usable";
    expect(recordOf(set.enrolment)).toMatchObject({ stage: "bound" });
    expect(set.enrolment.aside.size).toBe(1);
  });
});

describe("a start anew that ends in the middle", () => {
  /** Looked; marked; removed at Solaris; set aside; unmarked. Where Solaris does not know the device: looked, set aside, unmarked. */
  const ways = [
    ["known", 5],
    ["removed elsewhere", 3],
  ] as const;
  const begin = (way: (typeof ways)[number][0]) => {
    const set = setUp(recordAt("bound"));
    if (way === "removed elsewhere") set.solaris.remove("a-device");
    return set;
  };

  it.each(
    ways.flatMap(([way, points]) =>
      Array.from({ length: points }, (_, point) => point).flatMap((point) => [
        [way, point, "before"] as const,
        [way, point, "after"] as const,
      ]),
    ),
  )(
    "of a device that is %s, at point %i, %s it is done: no key is lost, and the end is bound",
    async (way, point, when) => {
      const { binding: whole, enrolment, solaris, presence } = begin(way);
      const { binding, killed } = killAt(point, when, enrolment, solaris.backend);
      await expect(startAnew(binding, presence)).rejects.toThrow("killed");
      expect(killed.done).toBe(true);
      if (way === "known") await expectTruth(enrolment, solaris);
      expect(heldDevices(enrolment)).toContain("a-device");
      await startAnew(whole, createPresence()); // the cardholder, at the next start
      expect(heldDevices(enrolment)).toContain("a-device");
      await goOnUntilBound(whole, solaris);
      await expectTruth(enrolment, solaris);
      expect(solaris.devices).toHaveLength(1);
      expect(heldDevices(enrolment)).toEqual([solaris.devices[0]?.id]);
    },
  );

  it.each(ways)("has no more points than those: %s", async (way, points) => {
    const { enrolment, solaris, presence } = begin(way);
    const { binding, killed } = killAt(Number.POSITIVE_INFINITY, "before", enrolment, solaris.backend);
    await startAnew(binding, presence);
    expect(killed.things).toBe(points);
  });
});
