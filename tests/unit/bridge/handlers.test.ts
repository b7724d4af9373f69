import { describe, expect, it } from "vitest";
import { bridgeMethods } from "../../../src-contract/bridge/bridge-methods.ts";
import { BackendError } from "../../../src-main/backend/backend-error.ts";
import { catchOutput } from "../../security/quiet-stderr.ts";
import { ascii, makeRsaKey } from "../by-hand.ts";
import { createFakeComputer } from "../fake-computer.ts";
import { passcode, recordAt, wrongPasscode } from "../keys/fake-enrolment.ts";
import { createFakeSolaris } from "../keys/fake-solaris.ts";
import { startCore } from "../start-core.ts";

catchOutput();

function setUp(computer = createFakeComputer()) {
  const solaris = createFakeSolaris();
  let answerKey: (value: unknown) => void = () => {};
  const policy = {
    pin_change_routes: ["signed" as const, "sms" as const],
    accepted_protection_levels: ["keychain_passcode" as const],
  };
  const said = { waits: { pin_change: 0, binding: 0, code: 0 }, policy: async () => policy };
  const core = startCore({
    computer,
    backend: {
      ...solaris.backend,
      listCards: async () => ({ cards: [], cards_left_out: 0, accounts_left_out: 2, truncated: false }),
      getPinKey: () => new Promise((resolve) => (answerKey = resolve)),
      changePin: async () => undefined,
      createChangeRequest: () => Promise.reject(new BackendError("ERR_REFUSED", "answered")),
      settleChange: async (request_id) => ({ request_id, state: "refused" }),
      getPolicy: () => said.policy(),
      getWaits: async () => said.waits,
    },
  });
  const { handlers } = core;
  const bound = async () => {
    solaris.add("a-device", recordAt("bound").unrestricted.public_key, recordAt("bound").restricted.public_key);
    await handlers.signIn("Ada Single");
  };
  return { ...core, computer, solaris, said, bound, answerKey: (jwk: unknown) => answerKey(jwk) };
}

const withKey = () => createFakeComputer(recordAt("bound"));

describe("the use cases behind the bridge", () => {
  it("are one per method of the contract", () => {
    expect(Object.keys(setUp().handlers).sort()).toEqual([...bridgeMethods].sort());
  });

  it("show and change the settings before anybody has signed in, and while a step runs", async () => {
    const { handlers, bound } = setUp(withKey());
    const { settings } = await handlers.getSettings();
    await handlers.changeSettings({ ...settings, theme: "dark" });
    expect(await handlers.getSettings()).toMatchObject({ settings: { theme: "dark" } });
    await bound();
    await handlers.enterPasscode(passcode());
    void handlers.changePin("a-card", ascii("1928"), "signed").catch(() => undefined);
    expect(await handlers.changeSettings({ ...settings, theme: "light" })).toMatchObject({
      settings: { theme: "light" },
    });
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
    expect((await handlers.listDevices()).devices).toMatchObject([{ name: "A computer", isThisComputer: true }]);
    expect(await handlers.enterPasscode(passcode())).toBeNull();
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
      () => handlers.listDevices(),
      () => handlers.removeDevice("a-device"),
      () => handlers.removeThisComputer(),
      () => handlers.enterPasscode(passcode()),
      () => handlers.changePasscode(passcode(), ascii("another-1-good")),
      () => handlers.settleOpenChange(),
    ]) {
      await expect(step()).rejects.toMatchObject({ code: "ERR_NOT_SIGNED_IN" });
    }
  });

  it("run one at a time: while a PIN is changed, no second change and no other step", async () => {
    const { handlers, customer, bound, answerKey } = setUp(withKey());
    await bound();
    await handlers.enterPasscode(passcode());
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
    await handlers.enterPasscode(passcode());
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

describe("signing out", () => {
  it("works while a step runs, as a lock does: the window is empty at once, and the step puts nothing back", async () => {
    const { handlers, customer, bound, answerKey, reloads } = setUp(withKey());
    await bound();
    await handlers.enterPasscode(passcode());
    const change = handlers.changePin("a-card", ascii("1928"), "signed");
    await expect(handlers.signOut()).resolves.toBeNull();
    expect([await customer(), reloads()]).toEqual([null, 1]);
    const next = handlers.signIn("Ada Single");
    answerKey(null);
    await expect(change).rejects.toThrow();
    expect(await next).toMatchObject({ customer: { name: "Ada Single" }, lockedBecause: null, hasOpenChange: false });
    expect(reloads()).toBe(1);
    const locked = handlers.changePin("a-card", ascii("1928"), "signed");
    await expect(locked).rejects.toMatchObject({ code: "ERR_PASSCODE_NEEDED" });
  });

  it("works while the keychain does not answer, and that step's end signs nobody in", async () => {
    const { handlers, customer, bound, computer, reloads } = setUp(withKey());
    await bound();
    let answerKeychain = () => {};
    const { setPassword } = computer.keytar;
    computer.keytar.setPassword = async (...args) => {
      await new Promise<void>((resolve) => (answerKeychain = resolve));
      return setPassword(...args);
    };
    const step = handlers.removeThisComputer().catch((error: unknown) => error);
    await handlers.signOut();
    expect([await customer(), reloads()]).toEqual([null, 1]);
    computer.keytar.setPassword = setPassword;
    answerKeychain();
    await step;
    expect([await customer(), reloads()]).toEqual([null, 1]);
  });

  it("is not undone by a sign-in that was asked for before", async () => {
    const { handlers, customer } = setUp();
    const before = handlers.signIn("Ada Single");
    await handlers.signOut();
    await expect(before).rejects.toMatchObject({ code: "ERR_NOT_SIGNED_IN" });
    expect(await customer()).toBeNull();
    expect(await handlers.signIn("Ada Single")).toMatchObject({ customer: { name: "Ada Single" } });
  });

  it("works also while a first sign-out runs, and loads the window anew once", async () => {
    const { handlers, customer, reloads } = setUp();
    await handlers.signIn("Ada Single");
    await Promise.all([handlers.signOut(), handlers.signOut()]);
    expect([await customer(), reloads()]).toEqual([null, 1]);
  });
});

describe("signing in", () => {
  it("fails as a whole when the bank does not say what it allows", async () => {
    const { handlers, customer, said } = setUp();
    said.policy = () => Promise.reject(new BackendError("ERR_BACKEND_TIMEOUT", "unclear"));
    await expect(handlers.signIn("Ada Single")).rejects.toMatchObject({ code: "ERR_BACKEND_TIMEOUT" });
    expect(await customer()).toBeNull();
  });

  it("asks Solaris whether it still knows this computer", async () => {
    const { handlers } = setUp(withKey());
    expect(await handlers.signIn("Ada Single")).toMatchObject({ device: { state: "removed" } });
  });

  it("takes the computer for bound while Solaris does not answer", async () => {
    const { handlers, solaris } = setUp(withKey());
    solaris.fate = () => "down";
    expect(await handlers.signIn("Ada Single")).toMatchObject({ device: { state: "bound" } });
  });

  it("says what has to wait, and a limit that was met says it too", async () => {
    const { handlers, said } = setUp();
    said.waits = { pin_change: 60, binding: 0, code: 0 };
    const { waits } = await handlers.signIn("Ada Single");
    expect(waits.pin_change).toBeGreaterThan(50_000);
    said.waits = { pin_change: 60, binding: 0, code: 30 };
    const { waits: later } = await handlers.requestCode("A computer");
    expect(later.code).toBeGreaterThan(20_000);
  });

  it("waits for the step that the one before left running", async () => {
    const { handlers, lock, bound, answerKey } = setUp(withKey());
    await bound();
    await handlers.enterPasscode(passcode());
    const change = handlers.changePin("a-card", ascii("1928"), "signed");
    lock.lock("screen");
    const signedIn = handlers.signIn("Ada Single");
    answerKey(null);
    await expect(change).rejects.toThrow();
    expect(await signedIn).toMatchObject({ customer: { name: "Ada Single" }, lockedBecause: null });
  });
});

describe("a locked session", () => {
  it("is signed out, says why, and has started the window afresh", async () => {
    const { handlers, lock, bound, reloads } = setUp(withKey());
    await bound();
    lock.lock("suspend");
    expect(await handlers.getOverview()).toMatchObject({ customer: null, lockedBecause: "suspend" });
    expect(reloads()).toBe(1);
  });

  it("gets no key unlocked by a passcode that was entered before", async () => {
    const { handlers, lock, bound } = setUp(withKey());
    await bound();
    const entered = handlers.enterPasscode(passcode());
    lock.lock("screen");
    await expect(entered).rejects.toMatchObject({ code: "ERR_NOT_SIGNED_IN" });
    await handlers.signIn("Ada Single");
    const change = handlers.changePin("a-card", ascii("1928"), "signed");
    await expect(change).rejects.toMatchObject({ code: "ERR_PASSCODE_NEEDED" });
  });

  it("passes no unlocked key on to the next cardholder", async () => {
    const { handlers, bound } = setUp(withKey());
    await bound();
    await handlers.enterPasscode(passcode());
    await handlers.signIn("Ada Single");
    const change = handlers.changePin("a-card", ascii("1928"), "signed");
    await expect(change).rejects.toMatchObject({ code: "ERR_PASSCODE_NEEDED" });
  });
});

describe("the device passcode", () => {
  it("that is wrong says how often it may still be, and the fifth time there is no key", async () => {
    const { handlers, bound } = setUp(withKey());
    await bound();
    for (const attemptsLeft of [4, 3, 2, 1]) {
      const wrong = handlers.enterPasscode(wrongPasscode());
      await expect(wrong).rejects.toMatchObject({ code: "ERR_PASSCODE_WRONG", details: { attemptsLeft } });
      expect(await handlers.getOverview()).toMatchObject({ device: { passcodeAttemptsLeft: attemptsLeft } });
    }
    await expect(handlers.enterPasscode(wrongPasscode())).rejects.toMatchObject({ code: "ERR_KEY_ERASED" });
    expect(await handlers.getOverview()).toMatchObject({ device: { state: "erased" } });
    expect(await handlers.startAnew()).toMatchObject({ device: { state: "absent" } });
  });

  it("can be changed", async () => {
    const { handlers, bound } = setUp(withKey());
    await bound();
    expect(await handlers.changePasscode(passcode(), wrongPasscode())).toBeNull();
    expect(await handlers.enterPasscode(wrongPasscode())).toBeNull();
  });
});

describe("the diagnosis", () => {
  it("needs nobody to be signed in, and waits for no step that is under way", async () => {
    const { handlers, bound, answerKey, stages } = setUp(withKey());
    expect(await handlers.runDiagnosis()).toMatchObject({ backend: { state: "reachable" } });
    expect(await handlers.copyReport()).toBeNull();
    await bound();
    await handlers.enterPasscode(passcode());
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
