import { describe, expect, it } from "vitest";
import { type PinChangeRoute, type PinChangeStage, pinChangeStages } from "../../src-preload/contract/views.ts";
import { countDone, stagesOf } from "../../src-renderer/change-stages.ts";

const doneAfter = (route: PinChangeRoute, stage: PinChangeStage | null) =>
  stagesOf[route].slice(0, countDone(route, stage));

describe("the stages that are ticked", () => {
  it.each([
    ["signed", null, []],
    ["signed", "fetching-key", []],
    ["signed", "encrypted", ["prepare", "encrypt"]],
    ["signed", "signed", ["prepare", "encrypt", "sign"]],
    ["signed", "sent", ["prepare", "encrypt", "sign", "send"]],
    ["signed", "settling", ["prepare", "encrypt", "sign", "send"]],
    ["device_signing", "requested", ["prepare", "encrypt", "request"]],
    ["device_signing", "sent", ["prepare", "encrypt", "request", "sign", "send"]],
    ["sms", "requested", ["prepare", "encrypt", "request"]],
    ["sms", "settling", ["prepare", "encrypt", "request"]],
  ] as const)("%s, %s", (route, stage, done) => {
    expect(doneAfter(route, stage)).toEqual(done);
  });

  it.each(["signed", "device_signing", "sms"] as const)(
    "%s: the answer is never ticked, it ends the screen",
    (route) => {
      for (const stage of pinChangeStages) expect(doneAfter(route, stage)).not.toContain("answer");
    },
  );
});
