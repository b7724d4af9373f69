import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
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
    customer,
    forget: () => happened.push("forgotten"),
    reloadWindow: () => happened.push("reloaded"),
  });
  const signIn = () => {
    customer.set(ada, "a-token");
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
    expect([customer.get(), customer.token(), lock.reason()]).toEqual([null, null, "idle"]);
    expect(happened).toEqual(["forgotten", "reloaded"]);
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
    expect([customer.get(), lock.reason(), happened]).toEqual([null, reason, ["forgotten", "reloaded"]]);
    vi.advanceTimersByTime(inAll);
    expect(happened).toHaveLength(2);
  });

  it("does nothing where nobody is signed in: not on the sign-in screen, and not after signing out", () => {
    const { customer, lock, happened, signIn } = setUp();
    lock.lock("screen");
    signIn();
    customer.clear();
    vi.advanceTimersByTime(inAll);
    lock.noteInput();
    lock.begin();
    vi.advanceTimersByTime(inAll);
    expect([happened, lock.reason()]).toEqual([[], null]);
  });

  it("is no longer told of once somebody has signed in again", () => {
    const { lock, signIn } = setUp();
    signIn();
    lock.lock("suspend");
    signIn();
    expect(lock.reason()).toBeNull();
  });
});
