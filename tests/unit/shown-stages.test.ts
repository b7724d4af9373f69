import { describe, expect, it } from "vitest";
import { type PinChangeStage, pinChangeStages } from "../../src-contract/bridge/views.ts";
import type { PinChangeRoute } from "../../src-contract/rules/pin-change-route.ts";
import { countDone, stagesOf, standingOf } from "../../src-renderer/shown-stages.ts";

const doneAfter = (route: PinChangeRoute, ...stages: readonly PinChangeStage[]) =>
  stagesOf[route].slice(
    0,
    stages.reduce((before, stage) => countDone(route, before, stage), 0),
  );

describe("the stages that are ticked", () => {
  it.each([
    ["signed", [], []],
    ["signed", ["fetching-key"], []],
    ["signed", ["encrypted"], ["prepare", "encrypt"]],
    ["signed", ["signed"], ["prepare", "encrypt", "sign"]],
    ["signed", ["signed", "sent"], ["prepare", "encrypt", "sign", "send"]],
    ["signed", ["sent", "settling"], ["prepare", "encrypt", "sign", "send"]],
    ["signed", ["sent", "fetching-key"], []],
    ["device_signing", ["requested"], ["prepare", "encrypt", "request"]],
    ["device_signing", ["requested", "settling"], ["prepare", "encrypt", "request"]],
    ["device_signing", ["sent"], ["prepare", "encrypt", "request", "sign", "send"]],
    ["sms", ["requested", "settling"], ["prepare", "encrypt", "request"]],
  ] as const)("%s, %s", (route, stages, done) => {
    expect(doneAfter(route, ...stages)).toEqual(done);
  });

  it.each(["signed", "device_signing", "sms"] as const)(
    "%s: the answer is never ticked, it ends the screen",
    (route) => {
      for (const stage of pinChangeStages) expect(doneAfter(route, stage)).not.toContain("answer");
    },
  );
});

it("each stage is over, is the one of now, or waits", () => {
  expect([0, 1, 2, 3].map((at) => standingOf(at, 2))).toEqual(["done", "done", "now", "waiting"]);
});
