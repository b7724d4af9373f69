import { EventEmitter } from "node:events";
import type { BrowserWindow } from "electron";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { bringToFront } from "../../../src-main/shell/to-front.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A window of a system that gives the focus away, or does not. */
function setUp({ getsFocus = false, isMinimized = false }) {
  const done: string[] = [];
  const state = { focused: false, destroyed: false };
  const window = Object.assign(new EventEmitter(), {
    isDestroyed: () => state.destroyed,
    isMinimized: () => isMinimized,
    isFocused: () => state.focused,
    restore: () => done.push("restore"),
    show: () => done.push("show"),
    focus: () => {
      done.push("focus");
      state.focused = getsFocus;
    },
    flashFrame: (on: boolean) => done.push(on ? "flash" : "rest"),
  });
  return { window: window as unknown as BrowserWindow, done, state };
}

it("shows and focuses the window, which is all where the system lets it", () => {
  const { window, done } = setUp({ getsFocus: true });
  bringToFront(window);
  vi.advanceTimersByTime(10_000);
  expect(done).toEqual(["show", "focus"]);
});

it("restores a minimised one first", () => {
  const { window, done } = setUp({ getsFocus: true, isMinimized: true });
  bringToFront(window);
  expect(done).toEqual(["restore", "show", "focus"]);
});

it("asks for attention after half a second without the focus, until the window has it", () => {
  const { window, done } = setUp({});
  bringToFront(window);
  vi.advanceTimersByTime(499);
  expect(done).toEqual(["show", "focus"]);
  vi.advanceTimersByTime(1);
  expect(done.at(-1)).toBe("flash");
  window.emit("focus");
  expect(done.at(-1)).toBe("rest");
});

it("does nothing to a window that is gone, or goes meanwhile", () => {
  const { window, done, state } = setUp({});
  bringToFront(window);
  state.destroyed = true;
  vi.advanceTimersByTime(500);
  bringToFront(window);
  expect(done).toEqual(["show", "focus"]);
});
