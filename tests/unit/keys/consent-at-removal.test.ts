// When the consent to device data ends with its computer. How it ends: tests/unit/device-data/consent-left.test.ts.
import { describe, expect, it } from "vitest";
import type { EnrolmentMarker } from "../../../src-main/keys/enrolment-marker.ts";
import type { EnrolmentRecord } from "../../../src-main/keys/enrolment-record.ts";
import { createPresence } from "../../../src-main/keys/presence.ts";
import { continueRemoval, removeThisComputer } from "../../../src-main/keys/remove-this-computer.ts";
import { startAnew } from "../../../src-main/keys/start-anew.ts";
import { createFakeEnrolment, markerOf, noMarker, recordAt, scope, stages } from "./fake-enrolment.ts";
import { createFakeSolaris } from "./fake-solaris.ts";
import { killAt } from "./interruptions.ts";

const LEFT = `leave the consent of ${scope}`;

/** A computer with a record, and Solaris with its device. */
function setUp(record: EnrolmentRecord | null = recordAt("bound"), marker?: EnrolmentMarker) {
  const enrolment = createFakeEnrolment(record);
  if (marker) enrolment.marker = marker;
  const solaris = createFakeSolaris();
  solaris.add("a-device", recordAt("bound").unrestricted.public_key, recordAt("bound").restricted.public_key);
  const presence = createPresence();
  const leaveConsent = async (own: string) => {
    expect(solaris.devices).toEqual([]); // the consent is for a device that Solaris has
    enrolment.changes.push(`leave the consent of ${own}`);
  };
  const own = { enrolment, backend: solaris.backend, leaveConsent, language: () => "en" as const };
  return { enrolment, solaris, presence, own, anew: () => startAnew(own, presence) };
}

describe("the consent of a computer that is removed", () => {
  it("ends once Solaris has no such device, while the removal is still noted", async () => {
    const { own, enrolment } = setUp();
    await removeThisComputer(own);
    expect(enrolment.changes).toEqual(["mark removing", LEFT, "remove", "unmark"]);
  });

  it.each(["lost-before", "lost-after", "down"] as const)(
    "stays without Solaris' answer (%s), and ends when the removal is continued, or begun anew",
    async (fate) => {
      for (const goOn of ["continue", "start over"] as const) {
        const { own, enrolment, solaris, anew } = setUp();
        solaris.fate = () => fate;
        await expect(removeThisComputer(own)).rejects.toHaveProperty("code");
        expect(enrolment.changes).toEqual(["mark removing"]);
        solaris.fate = () => "ok";
        await (goOn === "continue" ? continueRemoval(own) : anew());
        expect(enrolment.changes).toEqual(["mark removing", LEFT, "remove", "unmark"]);
      }
    },
  );

  it("ends, whatever kills the removal in between", async () => {
    for (const when of ["before", "after"] as const) {
      for (let point = 0; ; point++) {
        const { own, enrolment } = setUp();
        const { binding, killed } = killAt(point, when, enrolment, own.backend);
        const { leaveConsent } = own;
        await removeThisComputer({ ...binding, leaveConsent }).catch(() => undefined);
        if (!killed.done) break;
        const isUnbegun = point === 0 && when === "before";
        await continueRemoval(own);
        expect(enrolment.changes.includes(LEFT)).toBe(!isUnbegun);
      }
    }
  });

  it("ends too where the entry is another device's by now", async () => {
    const { own, enrolment } = setUp(null, markerOf("a-device", "for-good"));
    await continueRemoval(own);
    expect(enrolment.changes).toEqual([LEFT, "unmark"]);
  });
});

describe("the consent of a computer that is linked anew", () => {
  it.each(["bound", "erased"] as const)("stays where the same person replaces the link: %s", async (stage) => {
    const { enrolment, solaris, anew } = setUp(recordAt(stage));
    await anew();
    expect(solaris.devices).toEqual([]);
    const interrupted = setUp(recordAt(stage), markerOf("a-device", "replaced"));
    await continueRemoval(interrupted.own);
    expect([enrolment.changes, interrupted.enrolment.changes].flat()).not.toContain(LEFT);
  });

  it.each(["bound", "erased"] as const)("ends where another computer has removed this one: %s", async (stage) => {
    const { enrolment, solaris, anew } = setUp(recordAt(stage));
    solaris.remove("a-device");
    await anew();
    expect(enrolment.changes).toEqual([LEFT, "set aside", "unmark"]);
  });

  it("stays where Solaris does not say whether it has the device, and where it has it after all", async () => {
    const { enrolment, solaris, presence, anew } = setUp();
    presence.note("a-device", false);
    solaris.fate = () => "down";
    await expect(anew()).rejects.toHaveProperty("code");
    solaris.fate = () => "ok";
    await anew();
    expect(enrolment.changes).toEqual([]);
  });

  it.each(stages.filter((stage) => stage !== "bound" && stage !== "erased"))(
    "stays where a link that was begun is given up: %s",
    async (stage) => {
      const { enrolment, anew } = setUp(recordAt(stage));
      await anew();
      expect(enrolment.changes).not.toContain(LEFT);
    },
  );

  it("stays with a key of uncertain origin, which is kept", async () => {
    const { enrolment, anew } = setUp(recordAt("bound"), noMarker);
    await anew();
    expect(enrolment.changes).toEqual(["set aside", "unmark"]);
  });
});
