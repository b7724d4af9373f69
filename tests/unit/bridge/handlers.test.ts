import { describe, expect, it } from "vitest";
import { bridgeMethods } from "../../../src-contract/bridge/bridge-methods.ts";
import { catchOutput } from "../../security/quiet-stderr.ts";
import { ascii, makeRsaKey } from "../by-hand.ts";
import { createFakeComputer } from "../fake-computer.ts";
import { passcode, recordAt, wrongPasscode } from "../keys/fake-enrolment.ts";
import { setUp, withKey } from "./running-handlers.ts";

catchOutput();

describe("the use cases behind the bridge", () => {
  it("are one per method of the contract", () => {
    expect(Object.keys(setUp().handlers).sort()).toEqual([...bridgeMethods].sort());
  });

  it("show and change the settings before anybody has signed in, and while a step runs", async () => {
    const { handlers, bound } = setUp(withKey());
    await handlers.changeSettings({ theme: "dark" });
    expect(await handlers.getSettings()).toMatchObject({ settings: { theme: "dark" } });
    await bound();
    await handlers.enterPasscode(passcode(), null);
    void handlers.changePin("a-card", ascii("1928"), "signed").catch(() => undefined);
    expect(await handlers.changeSettings({ theme: "light" })).toMatchObject({ settings: { theme: "light" } });
  });

  it("lead from signing in to a bound computer and back, each answering how things stand", async () => {
    const { handlers, solaris } = setUp();
    expect(await handlers.getOverview()).toMatchObject({ customer: null, pinChangeRoutes: [] });
    expect(await handlers.signIn("Ada Single")).toMatchObject({
      customer: { name: "Ada Single" },
      device: { state: "absent" },
      pinChangeRoutes: ["signed", "sms"],
    });
    expect(await handlers.requestCode("A computer")).toMatchObject({ device: { state: "binding", step: "code" } });
    expect(await handlers.continueDevice()).toMatchObject({ device: { state: "binding", step: "code" } });
    expect(await handlers.confirmCode(solaris.newestCode())).toMatchObject({
      device: { state: "binding", step: "passcode" },
    });
    expect(await handlers.setPasscode(passcode())).toMatchObject({
      device: { state: "bound", passcodeAttemptsLeft: 5 },
    });
    expect(await handlers.listCards()).toMatchObject({ cards: [], accountsLeftOut: 2 });
    expect((await handlers.listDevices(true)).devices).toMatchObject([{ name: "A computer", isThisComputer: true }]);
    expect(await handlers.enterPasscode(passcode(), null)).toBeNull();
    expect(await handlers.removeThisComputer()).toMatchObject({ device: { state: "absent" } });
    expect(await handlers.signOut()).toBeNull();
    expect(await handlers.getOverview()).toMatchObject({ customer: null, device: null });
  }, 30_000);

  it("need somebody to be signed in", async () => {
    const { handlers } = setUp();
    for (const step of [
      () => handlers.requestCode("A computer"),
      () => handlers.confirmCode(ascii("212212")),
      () => handlers.setPasscode(passcode()),
      () => handlers.continueDevice(),
      () => handlers.abandonBinding(),
      () => handlers.adoptDevice(),
      () => handlers.startAnew(),
      () => handlers.listDevices(true),
      () => handlers.removeDevice("a-device"),
      () => handlers.removeThisComputer(),
      () => handlers.enterPasscode(passcode(), null),
      () => handlers.changePasscode(passcode(), ascii("another-1-good")),
      () => handlers.settleOpenChange(),
    ]) {
      await expect(step()).rejects.toMatchObject({ code: "ERR_NOT_SIGNED_IN" });
    }
  });

  it("run one at a time: while a PIN is changed, no second change and no other step", async () => {
    const { handlers, customer, bound, answerKey } = setUp(withKey());
    await bound();
    await handlers.enterPasscode(passcode(), null);
    const first = handlers.changePin("a-card", ascii("1928"), "signed");
    await expect(handlers.changePin("a-card", ascii("1928"), "signed")).rejects.toMatchObject({ code: "ERR_BUSY" });
    await expect(handlers.getOverview()).resolves.toMatchObject({ device: { state: "bound" } });
    answerKey(null);
    await expect(first).rejects.toMatchObject({ code: "ERR_PIN_KEY_INVALID" });
    await expect(handlers.signOut()).resolves.toBeNull();
    expect(await customer()).toBeNull();
  });

  it("keep the end of a change for a page that has not shown it, say after the one that was told died", async () => {
    const { handlers, bound, answerKey, computer, noteSeen } = setUp(withKey());
    await bound();
    await handlers.enterPasscode(passcode(), null);
    const changing = handlers.changePin("a-card", ascii("1928"), "signed");
    answerKey(makeRsaKey("a-key").jwk);
    expect(await changing).toMatchObject({ outcome: "changed" });
    await handlers.replayEvents();
    await noteSeen();
    await handlers.endPinChange();
    expect(computer.openChanges()).toHaveLength(1);
  });

  it("empty the window's memory when a PIN change is left", async () => {
    const { handlers, reloads } = setUp();
    expect(await handlers.endPinChange()).toBeNull();
    expect(reloads()).toBe(1);
  });

  it("do not remove this computer as if it were another", async () => {
    const { handlers, bound, solaris } = setUp(withKey());
    await bound();
    await expect(handlers.removeDevice("a-device")).rejects.toMatchObject({ code: "ERR_BAD_ARGUMENT" });
    expect(solaris.devices).toHaveLength(1);
  });
});

describe("the device passcode", () => {
  it("that is wrong says how often it may still be, and the fifth time there is no key", async () => {
    const { handlers, bound } = setUp(withKey());
    await bound();
    for (const attemptsLeft of [4, 3, 2, 1]) {
      const wrong = handlers.enterPasscode(wrongPasscode(), null);
      await expect(wrong).rejects.toMatchObject({ code: "ERR_PASSCODE_WRONG", details: { attemptsLeft } });
      expect(await handlers.getOverview()).toMatchObject({ device: { passcodeAttemptsLeft: attemptsLeft } });
    }
    await expect(handlers.enterPasscode(wrongPasscode(), null)).rejects.toMatchObject({ code: "ERR_KEY_ERASED" });
    expect(await handlers.getOverview()).toMatchObject({ device: { state: "erased" } });
    expect(await handlers.startAnew()).toMatchObject({ device: { state: "absent" } });
  });

  it("can be changed", async () => {
    const { handlers, bound } = setUp(withKey());
    await bound();
    expect(await handlers.changePasscode(passcode(), wrongPasscode())).toBeNull();
    expect(await handlers.enterPasscode(wrongPasscode(), null)).toBeNull();
  });
});

describe("the diagnosis", () => {
  it("needs nobody to be signed in, and waits for no step that is under way", async () => {
    const { handlers, bound, answerKey, stages } = setUp(withKey());
    expect(await handlers.runDiagnosis()).toMatchObject({ backend: { state: "reachable" } });
    expect(await handlers.copyReport()).toBeNull();
    await bound();
    await handlers.enterPasscode(passcode(), null);
    const change = handlers.changePin("a-card", ascii("1928"), "signed");
    expect(stages).toEqual(["fetching-key"]); // so it is under way
    expect(await handlers.runDiagnosis()).toMatchObject({ keychain: { state: "works" } });
    expect(await handlers.saveReport()).toEqual({ saved: true });
    answerKey(null);
    await expect(change).rejects.toMatchObject({ code: "ERR_PIN_KEY_INVALID" });
  });

  it("has a refused change among the errors, though it is an answer and not a failure", async () => {
    const { handlers, bound, answerKey } = setUp(withKey());
    await bound();
    const change = handlers.changePin("a-card", ascii("1928"), "sms");
    answerKey(makeRsaKey("a-key").jwk);
    expect(await change).toMatchObject({ outcome: "refused" });
    const { recentErrors } = await handlers.runDiagnosis();
    expect(recentErrors[0]).toMatchObject({ method: "changePin", code: "ERR_REFUSED" });
  });
});

describe("a key of uncertain origin", () => {
  it("is adopted when Solaris knows it, and kept aside for a new start", async () => {
    const computer = createFakeComputer(recordAt("bound"));
    computer.mark(null);
    const { handlers, bound, solaris } = setUp(computer);
    await handlers.signIn("Ada Single");
    expect(await handlers.getOverview()).toMatchObject({ device: { state: "unconfirmed", why: "no-marker" } });
    await expect(handlers.adoptDevice()).rejects.toMatchObject({ code: "ERR_DEVICE_REMOVED" });
    await bound();
    expect(await handlers.adoptDevice()).toMatchObject({ device: { state: "bound" } });
    computer.mark(null);
    expect(await handlers.startAnew()).toMatchObject({ device: { state: "absent" } });
    expect([computer.otherEntries(), solaris.devices.length]).toEqual([1, 1]);
  });
});
