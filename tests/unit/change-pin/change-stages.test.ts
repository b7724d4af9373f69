import { describe, expect, it } from "vitest";
import { type ChangeStages, createChangeStages, type TellStage } from "../../../src-main/change-pin/change-stages.ts";

/** A change that goes on when the test says. */
function begin(stages: ChangeStages) {
  let tell: TellStage = () => {};
  let succeed = () => {};
  let fail = (_error: Error) => {};
  const ended = stages.during((told) => {
    tell = told;
    return new Promise<void>((resolve, reject) => {
      succeed = resolve;
      fail = reject;
    });
  });
  return { tell: (stage: Parameters<TellStage>[0]) => tell(stage), succeed: () => succeed(), fail, ended };
}

/** Whether a promise is still open once everything that can go on has gone on. */
async function isOpen(promise: Promise<unknown>): Promise<boolean> {
  const open = Symbol();
  return (await Promise.race([promise, new Promise((resolve) => setImmediate(() => resolve(open)))])) === open;
}

describe("the stages of a change", () => {
  it("are none where no change is under way: who asks does not wait", async () => {
    const stages = createChangeStages();
    expect(await stages.next(null)).toBeNull();
    expect(await stages.next("sent")).toBeNull();
  });

  it("are told at once to who has seen another, and to who has seen the newest as soon as it is over", async () => {
    const stages = createChangeStages();
    const { tell } = begin(stages);
    const first = stages.next(null);
    expect(await isOpen(first)).toBe(true);
    tell("fetching-key");
    expect(await first).toBe("fetching-key");
    expect(await stages.next(null)).toBe("fetching-key");
    const second = stages.next("fetching-key");
    tell("fetching-key");
    expect(await isOpen(second)).toBe(true);
    tell("encrypted");
    expect(await second).toBe("encrypted");
  });

  it.each(["succeed", "fail"] as const)("end with the change, for everybody who asks (%s)", async (how) => {
    const stages = createChangeStages();
    const change = begin(stages);
    change.tell("sent");
    const asking = [stages.next("sent"), stages.next("sent")];
    const error = new Error("x");
    change[how](error);
    if (how === "fail") await expect(change.ended).rejects.toBe(error);
    else await change.ended;
    expect(await Promise.all(asking)).toEqual([null, null]);
    expect(await stages.next(null)).toBeNull();
  });

  it("end when the cardholder has gone, and what the change says afterwards is told to nobody", async () => {
    const stages = createChangeStages();
    const change = begin(stages);
    change.tell("encrypted");
    const asking = stages.next("encrypted");
    stages.end();
    expect(await asking).toBeNull();
    change.tell("sent");
    expect(await stages.next(null)).toBeNull();
    change.succeed();
    await change.ended;
  });

  it("are the newest change's: an older one that still runs neither speaks for it nor ends it", async () => {
    const stages = createChangeStages();
    const older = begin(stages);
    older.tell("sent");
    const askingOfOlder = stages.next("sent");
    const newer = begin(stages);
    expect(await askingOfOlder).toBeNull();
    newer.tell("fetching-key");
    older.tell("settling");
    older.succeed();
    await older.ended;
    expect(await stages.next(null)).toBe("fetching-key");
    expect(await isOpen(stages.next("fetching-key"))).toBe(true);
  });
});
