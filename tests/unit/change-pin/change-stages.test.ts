import { describe, expect, it } from "vitest";
import type { PinChangeStage } from "../../../src-contract/bridge/views.ts";
import { type ChangeStages, createChangeStages, type TellStage } from "../../../src-main/change-pin/change-stages.ts";

function setUp() {
  const told: PinChangeStage[] = [];
  return { told, stages: createChangeStages((stage) => told.push(stage)) };
}

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
  return { tell: (stage: PinChangeStage) => tell(stage), succeed: () => succeed(), fail, ended };
}

describe("the stages of a change", () => {
  it("are told one after the other, each once", () => {
    const { stages, told } = setUp();
    const { tell } = begin(stages);
    tell("fetching-key");
    tell("encrypted");
    tell("encrypted");
    tell("fetching-key");
    expect(told).toEqual(["fetching-key", "encrypted", "fetching-key"]);
  });

  it.each(["succeed", "fail"] as const)("end with the change (%s)", async (how) => {
    const { stages, told } = setUp();
    const change = begin(stages);
    change.tell("sent");
    const error = new Error("x");
    change[how](error);
    if (how === "fail") await expect(change.ended).rejects.toBe(error);
    else await change.ended;
    change.tell("settling");
    expect(told).toEqual(["sent"]);
  });

  it("end when the cardholder has gone, and what the change says afterwards is told to nobody", async () => {
    const { stages, told } = setUp();
    const change = begin(stages);
    change.tell("encrypted");
    stages.end();
    change.tell("sent");
    change.succeed();
    await change.ended;
    expect(told).toEqual(["encrypted"]);
  });

  it("are the newest change's: an older one that still runs neither speaks for it nor ends it", async () => {
    const { stages, told } = setUp();
    const older = begin(stages);
    older.tell("sent");
    const newer = begin(stages);
    newer.tell("fetching-key");
    older.tell("settling");
    older.succeed();
    await older.ended;
    newer.tell("encrypted");
    expect(told).toEqual(["sent", "fetching-key", "encrypted"]);
  });
});
