import { describe, expect, it } from "vitest";
import { createOneAtATime } from "../../src-main/one-at-a-time.ts";

/** A step that ends when the test says. */
function heldStep<T>(value: T) {
  let end: () => void = () => undefined;
  let begun = false;
  const step = () => {
    begun = true;
    return new Promise<T>((resolve) => {
      end = () => resolve(value);
    });
  };
  return { step, end: () => end(), begun: () => begun };
}

describe("one step at a time", () => {
  it("answers what the step answers, and is free again after it", async () => {
    const exclusive = createOneAtATime();
    expect(await exclusive(async () => 1)).toBe(1);
    expect(await exclusive(async () => 2)).toBe(2);
  });

  it("refuses a second, which is not begun", async () => {
    const exclusive = createOneAtATime();
    const held = heldStep("first");
    const first = exclusive(held.step);
    let begun = false;
    await expect(exclusive(async () => (begun = true))).rejects.toMatchObject({ code: "ERR_BUSY" });
    held.end();
    expect([await first, begun]).toEqual(["first", false]);
  });

  it("is free again after a step that failed", async () => {
    const exclusive = createOneAtATime();
    await expect(exclusive(() => Promise.reject(new Error("x")))).rejects.toThrow("x");
    expect(await exclusive(async () => 2)).toBe(2);
  });

  it("has who must not be refused wait for the step that runs, whether it succeeds or fails", async () => {
    for (const fails of [false, true]) {
      const exclusive = createOneAtATime();
      const held = heldStep("first");
      const first = exclusive(() => held.step().then((value) => (fails ? Promise.reject(new Error("x")) : value)));
      const waiting = heldStep("second");
      const second = exclusive.after(waiting.step);
      await Promise.resolve();
      expect(waiting.begun()).toBe(false);
      held.end();
      await first.catch(() => undefined);
      await expect.poll(waiting.begun).toBe(true);
      await expect(exclusive(async () => 3)).rejects.toMatchObject({ code: "ERR_BUSY" });
      waiting.end();
      expect(await second).toBe("second");
    }
  });
});
