// Checklist row 44: neither a session nor half a PIN waits on a computer that was left.
import { EventEmitter } from "node:events";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { lockWhenAway } from "../../src-main/away.ts";
import type { SessionLock } from "../../src-main/sign-in/session-lock.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function setUp(platform: NodeJS.Platform) {
  const said = { state: "active" };
  const monitor = Object.assign(new EventEmitter(), { getSystemIdleState: () => said.state });
  const locked: string[] = [];
  const lock: SessionLock = {
    noteActivity: () => undefined,
    lock: (reason) => locked.push(reason),
    reason: () => null,
  };
  lockWhenAway(monitor as unknown as Parameters<typeof lockWhenAway>[0], lock, platform);
  return { monitor, locked, said };
}

it.each([
  ["lock-screen", "screen"],
  ["suspend", "suspend"],
])("on %s the session is locked, each time", (event, reason) => {
  const { monitor, locked } = setUp("darwin");
  monitor.emit(event);
  monitor.emit(event);
  expect(locked).toEqual([reason, reason]);
});

it("on coming back it is not", () => {
  const { monitor, locked } = setUp("win32");
  for (const event of ["resume", "unlock-screen", "on-ac"]) monitor.emit(event);
  expect(locked).toEqual([]);
});

it("on Linux, which does not tell, a locked screen is noticed within seconds, and only that", () => {
  const { locked, said } = setUp("linux");
  for (const state of ["active", "idle", "unknown"]) {
    said.state = state;
    vi.advanceTimersByTime(60_000);
  }
  expect(locked).toEqual([]);
  said.state = "locked";
  vi.advanceTimersByTime(5_000);
  expect(locked).toEqual(["screen"]);
});
