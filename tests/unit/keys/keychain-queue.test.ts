import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createKeychainQueue, KeychainSilence } from "../../../src-main/keys/keychain-queue.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** An operation that answers when the test says so, as the system does once a person has. */
function asked() {
  const begun: string[] = [];
  const waiting: ((answer: string) => void)[] = [];
  const operation = (name: string) => () => {
    begun.push(name);
    return new Promise<string>((resolve) => waiting.push(resolve));
  };
  return { begun, operation, answer: (answer = "an answer") => waiting.shift()?.(answer) };
}

const settle = () => vi.advanceTimersByTimeAsync(0);

describe("the way to the keychain", () => {
  it("lets one operation after the other, so that one that hangs holds one thread", async () => {
    const { begun, operation, answer } = asked();
    const queue = createKeychainQueue(1000);
    const answers = [queue.run(operation("first")), queue.run(operation("second"))];
    await settle();
    expect([begun, queue.isBusy()]).toEqual([["first"], true]);
    answer("1");
    await settle();
    expect(begun).toEqual(["first", "second"]);
    answer("2");
    expect(await Promise.all(answers)).toEqual(["1", "2"]);
    expect(queue.isBusy()).toBe(false);
  });

  it("ends the wait after its limit, goes on all the same, and begins nothing that nobody waits for", async () => {
    const { begun, operation, answer } = asked();
    const queue = createKeychainQueue(1000);
    const awaited: boolean[] = [];
    const late = queue.run(async (isAwaited) => {
      await operation("hangs")();
      awaited.push(isAwaited());
    });
    const behind = queue.run(operation("behind it"));
    const ends = Promise.allSettled([late, behind]);
    await vi.advanceTimersByTimeAsync(1000);
    expect((await ends).map((end) => end.status === "rejected" && end.reason)).toEqual([
      expect.any(KeychainSilence),
      expect.any(KeychainSilence),
    ]);
    const again = queue.run(operation("again"));
    answer();
    await settle();
    expect(awaited).toEqual([false]);
    expect(begun).toEqual(["hangs", "again"]);
    answer("seen");
    expect(await again).toBe("seen");
  });

  it("gives who asks again, for what is being read already, the same answer and no second question", async () => {
    const { begun, operation, answer } = asked();
    const queue = createKeychainQueue(1000);
    const first = queue.run(operation("read"), { sameAs: "read a" }).catch(() => "gave up");
    await vi.advanceTimersByTimeAsync(1000);
    expect(await first).toBe("gave up");
    const again = queue.run(operation("read again"), { sameAs: "read a" });
    const other = queue.run(operation("read b"), { sameAs: "read b" });
    const afterwards = queue.run(operation("read after b"), { sameAs: "read a" });
    answer("locked");
    expect(await again).toBe("locked");
    await settle();
    answer("b");
    await settle();
    answer("a");
    expect(await Promise.all([other, afterwards])).toEqual(["b", "a"]);
    expect(begun).toEqual(["read", "read b", "read after b"]);
  });

  it("waits less for who has less patience", async () => {
    const queue = createKeychainQueue(1000);
    const silence = queue.run(() => new Promise(() => {}), { patienceMs: 10 }).catch((error: unknown) => error);
    await vi.advanceTimersByTimeAsync(10);
    expect(await silence).toBeInstanceOf(KeychainSilence);
  });

  it("passes a failure on to its own caller only", async () => {
    const queue = createKeychainQueue(1000);
    const failed = queue.run(() => Promise.reject(new Error("no bus"))).catch((error: Error) => error.message);
    const next = queue.run(async () => "works");
    expect(await Promise.all([failed, next])).toEqual(["no bus", "works"]);
  });

  it("tells after three seconds that somebody waits, and when nobody does any more", async () => {
    const { operation, answer } = asked();
    const told: boolean[] = [];
    const queue = createKeychainQueue(90_000, (waits) => told.push(waits));
    const first = queue.run(operation("asks"));
    await vi.advanceTimersByTimeAsync(2_999);
    expect(told).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(told).toEqual([true]);
    const second = queue.run(operation("asks too"));
    await vi.advanceTimersByTimeAsync(3_000);
    answer();
    await first;
    expect(told).toEqual([true]); // the second waits still
    answer();
    await second;
    expect(told).toEqual([true, false]);
  });

  it("says nothing of an answer that comes in time", async () => {
    const told = vi.fn();
    const queue = createKeychainQueue(90_000, told);
    await queue.run(async () => "at once");
    await vi.advanceTimersByTimeAsync(10_000);
    expect(told).not.toHaveBeenCalled();
  });
});
