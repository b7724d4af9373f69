import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { bearerCredentials } from "../../../src-main/backend/credentials.ts";
import { createCurrentCustomer } from "../../../src-main/sign-in/current-customer.ts";
import { createSessionLock } from "../../../src-main/sign-in/session-lock.ts";
import { catchOutput } from "../../security/quiet-stderr.ts";

const output = catchOutput();
const ada = { customer_id: "customer-0000000001", name: "Ada Single" };
const times = { quietMs: 240_000, warningMs: 60_000 };
const inAll = times.quietMs + times.warningMs;

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function setUp() {
  const customer = createCurrentCustomer();
  const happened: string[] = [];
  const lock = createSessionLock({
    times,
    browserMs: 300_000,
    customer,
    leave: () => happened.push("left"),
    forget: () => happened.push("forgotten"),
    reloadWindow: () => happened.push("reloaded"),
  });
  const signIn = () => {
    customer.set(ada, bearerCredentials("a-token"));
    lock.begin();
  };
  return { customer, lock, happened, signIn };
}

describe("the lock", () => {
  it("signs out, forgets and empties the window after four quiet minutes and one of warning", () => {
    const { customer, lock, happened, signIn } = setUp();
    signIn();
    vi.advanceTimersByTime(inAll - 1);
    expect([customer.get(), happened]).toEqual([ada, []]);
    vi.advanceTimersByTime(1);
    expect([customer.get(), customer.credentials(), lock.reason()]).toEqual([null, null, "idle"]);
    expect(happened).toEqual(["left", "forgotten", "reloaded"]);
    expect(output.text()).toContain('"event":"session_locked","reason":"idle"');
  });

  it("begins anew with whatever the cardholder does", () => {
    const { customer, lock, signIn } = setUp();
    signIn();
    for (let minute = 0; minute < 30; minute++) {
      vi.advanceTimersByTime(60_000);
      lock.noteInput();
    }
    expect([customer.get(), lock.quietMs()]).toEqual([ada, 0]);
    vi.advanceTimersByTime(inAll);
    expect(customer.get()).toBeNull();
  });

  it("takes nothing but an answer once the warning is due", () => {
    const { customer, lock, signIn } = setUp();
    signIn();
    vi.advanceTimersByTime(times.quietMs);
    lock.noteInput();
    expect(lock.quietMs()).toBe(times.quietMs);
    vi.advanceTimersByTime(times.warningMs - 1);
    lock.begin();
    vi.advanceTimersByTime(inAll - 1);
    expect(customer.get()).toEqual(ada);
    vi.advanceTimersByTime(1);
    expect(customer.get()).toBeNull();
  });

  it("is not put off by a clock that is set back", () => {
    const { customer, signIn } = setUp();
    signIn();
    vi.setSystemTime(Date.now() - 3_600_000);
    vi.advanceTimersByTime(inAll);
    expect(customer.get()).toBeNull();
  });

  it.each(["screen", "suspend"] as const)("does not wait on %s", (reason) => {
    const { customer, lock, happened, signIn } = setUp();
    signIn();
    lock.lock(reason);
    expect([customer.get(), lock.reason(), happened]).toEqual([null, reason, ["left", "forgotten", "reloaded"]]);
    vi.advanceTimersByTime(inAll);
    expect(happened).toHaveLength(3);
  });

  it("signs out nobody where nobody is signed in: not on the sign-in screen, and not after signing out", () => {
    const { customer, lock, happened, signIn } = setUp();
    lock.lock("screen");
    signIn();
    customer.clear();
    vi.advanceTimersByTime(inAll);
    lock.noteInput();
    lock.begin();
    vi.advanceTimersByTime(inAll);
    expect([happened.includes("reloaded"), lock.reason()]).toEqual([false, null]);
  });

  it("forgets a change that waits for a sign-in after five quiet minutes, also where nobody is signed in any more", () => {
    const { customer, happened, signIn } = setUp();
    signIn();
    customer.clear(); // as a 401 does
    vi.advanceTimersByTime(inAll - 1);
    expect(happened).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(happened).toEqual(["forgotten"]);
  });

  it("ends a sign-in that waits for the browser, and a change that waits for one, also without anybody", () => {
    const { lock, happened } = setUp();
    lock.lock("screen");
    expect(happened).toEqual(["left", "forgotten"]);
  });

  describe("while the provider's page is in front", () => {
    it("counts that as activity, and warns nobody", () => {
      const { customer, lock, signIn } = setUp();
      signIn();
      lock.hold(false);
      vi.advanceTimersByTime(inAll - 1);
      expect([customer.get(), lock.quietMs()]).toEqual([ada, 0]);
      lock.release(true);
      vi.advanceTimersByTime(inAll - 1);
      expect(customer.get()).toEqual(ada);
      vi.advanceTimersByTime(1);
      expect(customer.get()).toBeNull();
    });

    it("keeps the warning that was due before, where nobody has pressed for it: then too it needs an answer", () => {
      const { customer, lock, signIn } = setUp();
      signIn();
      vi.advanceTimersByTime(times.quietMs);
      lock.hold(false); // as a script of the window's does
      lock.noteInput(); // a mouse that is bumped into
      expect(lock.quietMs()).toBe(times.quietMs);
      lock.begin(); // the warning's answer
      vi.advanceTimersByTime(times.quietMs + 1);
      lock.noteInput();
      expect(lock.quietMs()).toBe(0);
      vi.advanceTimersByTime(inAll - 1);
      expect(customer.get()).toEqual(ada);
      lock.release(false);
      vi.advanceTimersByTime(1);
      expect(customer.get()).toBeNull();
    });

    it("strikes at the end of the wait if the browser has not come back", () => {
      const { customer, lock, signIn } = setUp();
      signIn();
      lock.hold(false);
      vi.advanceTimersByTime(inAll);
      lock.release(false);
      expect([customer.get(), lock.reason()]).toEqual([null, "idle"]);
    });

    it("is not put off by asking again and again: the time runs from the last input", () => {
      const { customer, lock, signIn } = setUp();
      signIn();
      lock.hold(false);
      for (let minute = 0; minute < 5; minute++) {
        vi.advanceTimersByTime(60_000 - 1);
        lock.hold(false);
        lock.release(false);
      }
      vi.advanceTimersByTime(10);
      expect(customer.get()).toBeNull();
    });
  });

  it("does not count a sign-in at which nobody was asked as a sign that somebody is there", () => {
    const { customer, lock, signIn } = setUp();
    signIn();
    vi.advanceTimersByTime(inAll - 1);
    customer.clear(); // the token has ended
    customer.set(ada, bearerCredentials("another"));
    lock.begin(false);
    vi.advanceTimersByTime(1);
    expect(customer.get()).toBeNull();
  });

  it("counts the press with which somebody asks to sign in", () => {
    const { customer, lock, signIn } = setUp();
    signIn();
    vi.advanceTimersByTime(times.quietMs);
    lock.hold(true);
    vi.advanceTimersByTime(inAll - 1);
    lock.release(false);
    expect(customer.get()).toEqual(ada);
    vi.advanceTimersByTime(1);
    expect(customer.get()).toBeNull();
  });

  it("of a session that was left does not end the next person's sign-in", () => {
    const { customer, lock, happened, signIn } = setUp();
    signIn();
    customer.clear();
    vi.advanceTimersByTime(inAll - 1);
    lock.hold(false);
    vi.advanceTimersByTime(inAll);
    expect(happened).toEqual(["forgotten"]); // of the one before
  });

  it("is no longer told of once somebody has signed in again", () => {
    const { lock, signIn } = setUp();
    signIn();
    lock.lock("suspend");
    signIn();
    expect(lock.reason()).toBeNull();
  });
});
