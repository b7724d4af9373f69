import { EventEmitter } from "node:events";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { bearerCredentials } from "../../../src-main/backend/credentials.ts";
import { watchUserActivity } from "../../../src-main/shell/user-activity.ts";
import { createCurrentCustomer } from "../../../src-main/sign-in/current-customer.ts";
import { createSessionLock } from "../../../src-main/sign-in/session-lock.ts";

const times = { quietMs: 240_000, warningMs: 60_000 };
beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** @param activation what Chromium says of a user activation, where it says anything */
function setUp(activation: () => Promise<unknown> = async () => false) {
  const customer = createCurrentCustomer();
  const ignore = () => undefined;
  const lock = createSessionLock({
    times,
    browserMs: 0,
    customer,
    leave: ignore,
    forget: ignore,
    reloadWindow: ignore,
  });
  customer.set({ customer_id: "customer-0000000001", name: "Ada Single" }, bearerCredentials("a-token"));
  lock.begin();
  const cursor = { x: 5, y: 5 };
  const contents = Object.assign(new EventEmitter(), { executeJavaScriptInIsolatedWorld: activation });
  const isUserActive = watchUserActivity(contents as never, { getCursorScreenPoint: () => ({ ...cursor }) }, lock);
  const send = (type: string) => contents.emit("input-event", {}, { type });
  send("mouseMove"); // where the cursor is at first
  return { lock, cursor, send, isUserActive };
}

describe("of somebody tells", () => {
  it.each(["mouseDown", "rawKeyDown", "keyDown", "touchStart", "mouseWheel", "touchMove"])("%s", (type) => {
    const { lock, send } = setUp();
    vi.advanceTimersByTime(100_000);
    send(type);
    expect(lock.quietMs()).toBe(0);
  });

  it("a pointer that moves, and none that rests while windows come and go under it", () => {
    const { lock, send, cursor } = setUp();
    vi.advanceTimersByTime(100_000);
    send("mouseMove");
    expect(lock.quietMs()).toBe(100_000);
    cursor.y += 1;
    send("mouseMove");
    expect(lock.quietMs()).toBe(0);
  });

  it.each(["mouseEnter", "mouseLeave", "gestureScrollUpdate", "keyUp", "mouseUp", "undefined", "char", "later"])(
    "not %s",
    (type) => {
      const { lock, send } = setUp();
      vi.advanceTimersByTime(100_000);
      send(type);
      expect(lock.quietMs()).toBe(100_000);
    },
  );
});

describe("somebody is acting", () => {
  it("who has pressed something since the warning came due, whatever it was", async () => {
    const { send, isUserActive } = setUp();
    vi.advanceTimersByTime(times.quietMs + 1000);
    expect(await isUserActive()).toBe(false);
    send("rawKeyDown");
    vi.advanceTimersByTime(30_000);
    expect(await isUserActive()).toBe(true);
  });

  it("nobody in a page that never answers, so that no call of it stays open", async () => {
    const { isUserActive } = setUp(() => new Promise(() => undefined));
    vi.advanceTimersByTime(1000);
    const answered = vi.fn();
    void isUserActive().then(answered);
    await vi.advanceTimersByTimeAsync(2000);
    expect(answered).toHaveBeenCalledWith(false);
  });

  it("not who pressed something before it", async () => {
    const { send, isUserActive } = setUp();
    send("mouseDown");
    vi.advanceTimersByTime(times.quietMs + 1000);
    send("mouseMove");
    expect(await isUserActive()).toBe(false);
  });

  it("whose assistive technology acts, without any input", async () => {
    expect(await setUp(async () => true).isUserActive()).toBe(true);
  });

  it("is asked in a world that the page's script does not share, and nothing else is", async () => {
    const activation = vi.fn(async () => true);
    await setUp(activation).isUserActive();
    const [[world, scripts]] = activation.mock.calls as unknown as [[number, unknown]];
    expect(world).toBeGreaterThan(0); // 0 is the page's own
    expect(scripts).toEqual([{ code: "navigator.userActivation.isActive" }]);
  });

  it.each<[string, () => Promise<unknown>]>([
    ["says something else", async () => "true"],
    ["is gone", () => Promise.reject(new Error("Render frame was disposed"))],
  ])("not where the page's process %s", async (_name, activation) => {
    expect(await setUp(activation).isUserActive()).toBe(false);
  });
});
