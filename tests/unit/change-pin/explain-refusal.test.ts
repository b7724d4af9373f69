import { describe, expect, it } from "vitest";
import type { PinChangeRoute } from "../../../src-contract/rules/pin-change-route.ts";
import { AppError } from "../../../src-main/app-error.ts";
import { answered, record, takeSteps } from "./scripted-change.ts";

describe("a refusal that does not say whether it is for the device's sake", () => {
  const refuse = async (route: PinChangeRoute, isThisRemoved: () => Promise<boolean>) => {
    const { change, fail, device } = takeSteps();
    device.isThisRemoved = isThisRemoved;
    fail(route === "sms" ? "createChangeRequest" : "changePin", answered("ERR_REFUSED"));
    return change(route);
  };
  const refused = { outcome: "refused", code: "ERR_REFUSED" };
  const withOtherWay = { ...refused, alternative: "sms" };

  it("is said to be for a removed device only where Solaris says that it was removed", async () => {
    expect(await refuse("signed", async () => false)).toEqual(withOtherWay);
    const removed = { outcome: "refused", code: "ERR_DEVICE_REMOVED", alternative: "sms" };
    expect(await refuse("signed", async () => true)).toEqual(removed);
  });

  it.each([
    "ERR_ATTEMPT_REFUSED",
    "ERR_INVALID_REQUEST",
    "ERR_REQUEST_ID_REUSED",
    "ERR_RESTRICTED_KEY_EXISTS",
  ] as const)("is looked into under %s, which is said as such a refusal, and keeps its code", async (code) => {
    const { change, fail, device } = takeSteps();
    fail("changePin", answered(code));
    fail("changePin", answered(code));
    expect(await change("signed")).toEqual({ outcome: "refused", code, alternative: "sms" });
    device.isThisRemoved = async () => true;
    expect(await change("signed")).toMatchObject({ code: "ERR_DEVICE_REMOVED" });
  });

  it("stands as it is where Solaris cannot be asked, the session locked meanwhile", async () => {
    expect(await refuse("signed", () => Promise.reject(new AppError("ERR_NOT_SIGNED_IN")))).toEqual(withOtherWay);
  });

  it("of which the ledger alone is left is asked about too, where it names the device", async () => {
    const { steps, next, device, journal } = takeSteps();
    await journal.write("a-scope", "5b1c1c9e-35f0-4f7e-9f53-0c5a3c2c7a10");
    device.isThisRemoved = async () => true;
    next("settleChange", () => record("refused", { problem: "ERR_DEVICE_REFUSED" }));
    expect(await steps.settleOpen()).toEqual({ outcome: "refused", code: "ERR_DEVICE_REMOVED" });
    next("settleChange", () => record("refused", { problem: "ERR_REFUSED" }));
    expect(await steps.settleOpen()).toEqual(refused); // it can have been a change by text message
  });

  it("has nothing to do with a device where the change goes by a text message", async () => {
    expect(await refuse("sms", () => expect.fail("the device was asked about"))).toEqual(refused);
  });
});
