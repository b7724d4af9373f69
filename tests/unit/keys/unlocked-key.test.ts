import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createUnlockedKey } from "../../../src-main/keys/unlocked-key.ts";

const signer = (deviceId: string) => ({
  deviceId,
  signEncryptedPin: () => "3006",
  signStringToSign: () => "3006",
  end() {},
});
const needsPasscode = expect.objectContaining({ code: "ERR_PASSCODE_NEEDED" });

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe("an unlocked key", () => {
  it("is there for the step that the passcode was entered for, until half a minute has passed", () => {
    const unlocked = createUnlockedKey();
    unlocked.put(signer("a-device"));
    vi.advanceTimersByTime(29_999);
    expect(unlocked.take().deviceId).toBe("a-device");
  });

  it("is dropped after half a minute", () => {
    const unlocked = createUnlockedKey();
    unlocked.put(signer("a-device"));
    vi.advanceTimersByTime(30_000);
    expect(() => unlocked.take()).toThrow(needsPasscode);
  });

  it("serves once", () => {
    const unlocked = createUnlockedKey();
    unlocked.put(signer("a-device"));
    unlocked.take();
    expect(() => unlocked.take()).toThrow(needsPasscode);
  });

  it("gives way to the next, which has half a minute of its own", () => {
    const unlocked = createUnlockedKey();
    unlocked.put(signer("a-device"));
    vi.advanceTimersByTime(20_000);
    unlocked.put(signer("another-device"));
    vi.advanceTimersByTime(29_999);
    expect(unlocked.take().deviceId).toBe("another-device");
    unlocked.put(signer("a-third-device"));
    vi.advanceTimersByTime(1); // what the second one had left does not end the third
    expect(unlocked.take().deviceId).toBe("a-third-device");
  });

  it("can be dropped at any time, and leaves no timer behind", () => {
    const unlocked = createUnlockedKey();
    unlocked.put(signer("a-device"));
    unlocked.drop();
    expect(() => unlocked.take()).toThrow(needsPasscode);
    expect(vi.getTimerCount()).toBe(0);
  });
});
