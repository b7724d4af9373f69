// PSD2 RTS article 4(3)(d): who does nothing is warned, and signed out by main if they do not answer.
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createMoveSense, watchQuietTime } from "../../src-renderer/quiet-time.ts";

const times = { quietMs: 240_000, warningMs: 60_000 };
beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function watched(lock = times) {
  const noteActivity = vi.fn();
  const warn = vi.fn<(endsAt: number | null) => void>();
  return { noteActivity, warn, ...watchQuietTime(lock, { noteActivity, warn }) };
}

describe("quiet time", () => {
  it("begins with a word to main, and ends in a warning with main's own end", () => {
    const { noteActivity, warn } = watched();
    expect(noteActivity).toHaveBeenCalledTimes(1);
    vi.advanceTimersByTime(239_999);
    expect(warn).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(warn.mock.calls).toEqual([[Date.now() + 60_000]]);
  });

  it("begins anew with any input", () => {
    const { noteInput, warn } = watched();
    for (let minute = 0; minute < 10; minute++) {
      vi.advanceTimersByTime(60_000);
      noteInput();
    }
    vi.advanceTimersByTime(239_999);
    expect(warn).not.toHaveBeenCalled();
  });

  it.each([
    [times, 5000],
    [{ quietMs: 2000, warningMs: 1000 }, 200],
  ])("tells main no more often than it must: %j", (lock, pause) => {
    const { noteInput, noteActivity } = watched(lock);
    for (let passed = 0; passed < 10 * pause; passed += pause / 10) {
      vi.advanceTimersByTime(pause / 10);
      noteInput();
    }
    expect(noteActivity).toHaveBeenCalledTimes(1 + 10);
  });

  it("never warns later than main's count allows, whatever came in between two words to main", () => {
    const { noteInput, warn } = watched();
    vi.advanceTimersByTime(4999);
    noteInput(); // too soon to be told
    vi.advanceTimersByTime(240_000 - 4999);
    expect(warn).toHaveBeenCalledTimes(1);
  });

  it("takes nothing but an answer once it warns", () => {
    const { noteInput, noteActivity, warn, stay } = watched();
    vi.advanceTimersByTime(240_000);
    vi.advanceTimersByTime(30_000);
    noteInput();
    expect(noteActivity).toHaveBeenCalledTimes(1);
    stay();
    expect(noteActivity).toHaveBeenCalledTimes(2);
    expect(warn.mock.calls.at(-1)).toEqual([null]);
    vi.advanceTimersByTime(240_000);
    expect(warn.mock.calls.at(-1)).toEqual([Date.now() + 60_000]);
  });

  it("does nothing more once it was stopped", () => {
    const { stop, warn } = watched();
    stop();
    vi.advanceTimersByTime(1_000_000);
    expect(warn).not.toHaveBeenCalled();
  });

  it("is not led astray by a clock that is set back", () => {
    const { noteInput, noteActivity } = watched();
    vi.advanceTimersByTime(10_000);
    vi.setSystemTime(Date.now() - 3_600_000);
    noteInput();
    expect(noteActivity).toHaveBeenCalledTimes(2);
  });
});

describe("a pointer", () => {
  const at = (type: string, screenX: number, screenY = 10) => ({ type, screenX, screenY });

  it("that rests while windows come and go under it tells of nobody", () => {
    const hasMoved = createMoveSense();
    expect(hasMoved(at("pointermove", 5))).toBe(true);
    expect([1, 2, 3].map(() => hasMoved(at("pointermove", 5)))).toEqual([false, false, false]);
    expect(hasMoved(at("pointermove", 5, 11))).toBe(true);
  });

  it("that is pressed where it rests tells of somebody", () => {
    const hasMoved = createMoveSense();
    hasMoved(at("pointermove", 5));
    expect(hasMoved(at("pointerdown", 5))).toBe(true);
  });
});
