// PSD2 RTS article 4(3)(d): who does nothing is warned, and signed out by main if they do not answer.
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { watchQuietTime } from "../../src-renderer/quiet-time.ts";

const times = { quietMs: 240_000, warningMs: 60_000 };
beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** The window's count before a main that last saw somebody when the test says so, and takes the window's word or not. */
async function watched({ lock = times, believes = true, silent = false } = {}) {
  let seenAt = performance.now();
  const asked = vi.fn();
  const noteActivity = vi.fn(async () => {
    if (believes) seenAt = performance.now();
  });
  const warn = vi.fn<(endsAt: number | null) => void>();
  const askQuietMs = async () => {
    asked();
    return silent ? null : performance.now() - seenAt;
  };
  const quietTime = watchQuietTime(lock, { askQuietMs, noteActivity, warn });
  await vi.advanceTimersByTimeAsync(0);
  const seeSomebody = () => {
    seenAt = performance.now();
  };
  return { ...quietTime, asked, noteActivity, warn, seeSomebody };
}

describe("quiet time", () => {
  it("ends in a warning with main's own end", async () => {
    const { warn } = await watched();
    await vi.advanceTimersByTimeAsync(239_999);
    expect(warn.mock.lastCall).toEqual([null]);
    await vi.advanceTimersByTimeAsync(1);
    expect(warn.mock.lastCall).toEqual([performance.now() + 60_000]);
  });

  it("is as long as main's: what main has seen counts, and takes no word of the window", async () => {
    const { seeSomebody, warn, noteActivity, asked } = await watched();
    for (let minute = 0; minute < 10; minute++) {
      await vi.advanceTimersByTimeAsync(60_000);
      seeSomebody();
    }
    expect([warn.mock.calls.flat().every((endsAt) => endsAt === null), noteActivity.mock.calls]).toEqual([true, []]);
    expect(asked.mock.calls.length).toBeLessThan(10);
    await vi.advanceTimersByTimeAsync(240_000);
    expect(warn.mock.lastCall).toEqual([performance.now() + 60_000]);
  });

  it("ends in a warning where main does not say how long it has been quiet", async () => {
    const { warn } = await watched({ silent: true });
    expect(warn.mock.lastCall).toEqual([performance.now() + 60_000]);
  });

  it.each([
    [times, 5000],
    [{ quietMs: 2000, warningMs: 1000 }, 200],
  ])("tells main of clicks no more often than it must: %j", async (lock, pause) => {
    const { noteClick, noteActivity } = await watched({ lock });
    for (let passed = 0; passed < 10 * pause; passed += pause / 10) {
      noteClick();
      await vi.advanceTimersByTimeAsync(pause / 10);
    }
    expect(noteActivity).toHaveBeenCalledTimes(10);
  });

  it("takes nothing but an answer once it warns", async () => {
    const { noteClick, noteActivity, warn, stay } = await watched();
    await vi.advanceTimersByTimeAsync(270_000);
    noteClick();
    expect(noteActivity).not.toHaveBeenCalled();
    await stay();
    expect(noteActivity).toHaveBeenCalledTimes(1);
    expect(warn.mock.lastCall).toEqual([null]);
    await vi.advanceTimersByTimeAsync(240_000);
    expect(warn.mock.lastCall).toEqual([performance.now() + 60_000]);
  });

  it("warns on where main does not take the answer for somebody's, until the end that stood before", async () => {
    const { warn, stay } = await watched({ believes: false });
    await vi.advanceTimersByTimeAsync(270_000);
    const endsAt = performance.now() + 30_000;
    await stay();
    expect(warn.mock.calls.slice(-2)).toEqual([[null], [endsAt]]);
  });

  it("does nothing more once it was stopped", async () => {
    const { stop, warn } = await watched();
    const before = warn.mock.calls.length;
    stop();
    await vi.advanceTimersByTimeAsync(1_000_000);
    expect(warn).toHaveBeenCalledTimes(before);
  });
});
