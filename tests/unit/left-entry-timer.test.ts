import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createLeftEntryTimer } from "../../src-renderer/secrets/left-entry-timer.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function left(holds = true) {
  const warn = vi.fn<(wipesAt: number | null) => void>();
  const wipe = vi.fn();
  return { warn, wipe, ...createLeftEntryTimer({ holdsEntry: () => holds, warn, wipe }) };
}

describe("an entry whose window was left", () => {
  it("is kept for two minutes, warned of for one, and wiped", () => {
    const { leave, warn, wipe } = left();
    leave();
    vi.advanceTimersByTime(119_999);
    expect(warn).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(warn.mock.calls).toEqual([[performance.now() + 60_000]]);
    vi.advanceTimersByTime(59_999);
    expect(wipe).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(wipe).toHaveBeenCalledTimes(1);
    expect(warn).toHaveBeenLastCalledWith(null);
  });

  it("is wiped before main would sign its owner out", () => {
    const { leave, wipe } = left();
    leave();
    vi.advanceTimersByTime(240_000);
    expect(wipe).toHaveBeenCalledTimes(1);
  });

  it("is kept by whoever comes back, before the warning and after it, as often as they like", () => {
    const { leave, comeBack, warn, wipe } = left();
    for (let times = 0; times < 20; times++) {
      leave();
      vi.advanceTimersByTime(times % 2 === 0 ? 119_000 : 179_000);
      comeBack();
      expect(warn).toHaveBeenLastCalledWith(null);
    }
    vi.advanceTimersByTime(600_000);
    expect(wipe).not.toHaveBeenCalled();
  });

  it("has no more time because the window, left already, is hidden as well", () => {
    const { leave, wipe } = left();
    leave();
    vi.advanceTimersByTime(100_000);
    leave();
    vi.advanceTimersByTime(80_000);
    leave();
    expect(wipe).toHaveBeenCalledTimes(1);
  });

  it("is kept by whoever comes back to a window that was left and hidden", () => {
    const { leave, comeBack, warn, wipe } = left();
    leave();
    leave();
    comeBack();
    vi.advanceTimersByTime(600_000);
    expect(warn.mock.calls).toEqual([[null]]);
    expect(wipe).not.toHaveBeenCalled();
  });

  it("is not warned of where there is none", () => {
    const { leave, warn, wipe } = left(false);
    leave();
    vi.advanceTimersByTime(600_000);
    expect(warn).not.toHaveBeenCalled();
    expect(wipe).not.toHaveBeenCalled();
  });
});
