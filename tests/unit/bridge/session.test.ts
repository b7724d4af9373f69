import { describe, expect, it } from "vitest";
import { BackendError } from "../../../src-main/backend/backend-error.ts";
import { catchOutput } from "../../security/quiet-stderr.ts";
import { ascii } from "../by-hand.ts";
import { passcode } from "../keys/fake-enrolment.ts";
import { setUp, withKey } from "./running-handlers.ts";

catchOutput();

describe("signing out", () => {
  it("works while a step runs, as a lock does: the window is empty at once, and the step puts nothing back", async () => {
    const { handlers, customer, bound, answerKey, reloads } = setUp(withKey());
    await bound();
    await handlers.enterPasscode(passcode(), null);
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

  it.each<[string, (set: ReturnType<typeof setUp>) => unknown]>([
    ["is locked", ({ lock }) => lock.lock("screen")],
    ["signs out", ({ handlers }) => handlers.signOut()],
    [
      "is signed out by the backend",
      () => {
        throw new BackendError("ERR_NOT_SIGNED_IN", "answered");
      },
    ],
  ])("says so where its cardholder %s before it is complete", async (_, leave) => {
    const set = setUp(withKey());
    set.solaris.fate = (call) => {
      if (call === "getDevice") void leave(set);
      return "ok";
    };
    await expect(set.handlers.signIn("Ada Single")).rejects.toMatchObject({ code: "ERR_NOT_SIGNED_IN" });
    expect(await set.customer()).toBeNull();
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
    await handlers.enterPasscode(passcode(), null);
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
    const entered = handlers.enterPasscode(passcode(), null);
    lock.lock("screen");
    await expect(entered).rejects.toMatchObject({ code: "ERR_NOT_SIGNED_IN" });
    await handlers.signIn("Ada Single");
    const change = handlers.changePin("a-card", ascii("1928"), "signed");
    await expect(change).rejects.toMatchObject({ code: "ERR_PASSCODE_NEEDED" });
  });

  it("passes no unlocked key on to the next cardholder", async () => {
    const { handlers, bound } = setUp(withKey());
    await bound();
    await handlers.enterPasscode(passcode(), null);
    await handlers.signIn("Ada Single");
    const change = handlers.changePin("a-card", ascii("1928"), "signed");
    await expect(change).rejects.toMatchObject({ code: "ERR_PASSCODE_NEEDED" });
  });
});
