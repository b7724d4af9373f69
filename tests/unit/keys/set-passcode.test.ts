import { describe, expect, it } from "vitest";
import { continueBinding, requestCode, setPasscode } from "../../../src-main/keys/bind-this-computer.ts";
import type { RecordAt } from "../../../src-main/keys/enrolment-record.ts";
import { ascii } from "../by-hand.ts";
import { failOnce, finish, setUp, setUpVerified } from "./begun-binding.ts";
import { derive, passcode, recordAt, recordOf, smallCost, stages } from "./fake-enrolment.ts";

describe("the passcode", () => {
  it.each([
    ["12345", "ERR_PASSCODE_LENGTH"],
    ["blue\tKettle", "ERR_PASSCODE_CHARACTERS"],
    ["121212", "ERR_PASSCODE_REPEATED"],
    ["qwertz", "ERR_PASSCODE_SEQUENCE"],
    ["Password1!", "ERR_PASSCODE_COMMON"],
  ])("that cannot be taken makes no key and asks nobody: %j", async (text, code) => {
    const { binding, enrolment, solaris } = await setUpVerified();
    const before = { entry: enrolment.entry, calls: solaris.calls.length };
    await expect(setPasscode(binding, derive, ascii(text), smallCost)).rejects.toMatchObject({ code });
    expect({ entry: enrolment.entry, calls: solaris.calls.length }).toEqual(before);
  });

  it.each(stages.filter((stage) => stage !== "verified"))("is not taken at stage %s", async (stage) => {
    const { binding, enrolment, solaris } = setUp(recordAt(stage));
    await expect(finish(binding)).rejects.toMatchObject({
      code: { bound: "ERR_ALREADY_BOUND", erased: "ERR_KEY_ERASED" }[stage as string] ?? "ERR_NOT_BOUND",
    });
    expect([enrolment.changes, solaris.calls]).toEqual([[], []]);
  });

  it("whose key could not be added is not asked for again: the binding is completed without it", async () => {
    const { binding, enrolment, solaris } = await setUpVerified();
    solaris.fate = failOnce("addKey", "never-sent");
    await expect(finish(binding)).rejects.toThrow();
    const keyed = recordOf(enrolment);
    expect(keyed?.stage).toBe("keyed");
    expect(await continueBinding(binding)).toBe(true);
    expect(recordOf(enrolment)).toMatchObject({
      stage: "bound",
      restricted: { ...(keyed as RecordAt<"keyed">).restricted },
    });
  });

  it("is awaited where the code was accepted, and no code is sent any more", async () => {
    const { binding, enrolment, solaris } = await setUpVerified();
    expect(await continueBinding(binding)).toBe(true);
    await requestCode(binding, "A computer");
    expect(recordOf(enrolment)?.stage).toBe("verified");
    expect(solaris.devices).toHaveLength(1);
  });

  it("makes no key where the derivation fails", async () => {
    const { binding, enrolment, solaris } = await setUpVerified();
    const dying = () => Promise.reject(new Error("the worker died"));
    await expect(setPasscode(binding, dying, passcode())).rejects.toThrow("the worker died");
    expect(recordOf(enrolment)?.stage).toBe("verified");
    expect(solaris.calls).not.toContain("addKey");
  });
});
