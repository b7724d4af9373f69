import { describe, expect, it } from "vitest";
import type { DeviceView } from "../../src-contract/bridge/views.ts";
import type { PinChangeRoute } from "../../src-contract/rules/pin-change-route.ts";
import { limitedActionsOf, longestWait } from "../../src-renderer/longest-wait.ts";
import { canChangeWithoutLinking, chooseRoute } from "../../src-renderer/pin-routes.ts";

const bound: DeviceView = { state: "bound", computerName: "A", passcodeAttemptsLeft: 5 };
const absent: DeviceView = { state: "absent", suggestedName: "A" };

describe("the way that a PIN change takes", () => {
  it.each<[DeviceView | null, PinChangeRoute[], PinChangeRoute | null]>([
    [bound, ["signed", "sms"], "signed"],
    [bound, ["sms", "signed"], "sms"],
    [bound, ["device_signing", "signed"], "device_signing"],
    [absent, ["signed", "device_signing", "sms"], "sms"],
    [absent, ["signed", "device_signing"], null],
    [{ state: "removed", computerName: "A" }, ["signed", "sms"], "sms"],
    [{ state: "unconfirmed", why: "no-marker", computerName: "A" }, ["signed"], null],
    [null, ["signed"], null],
    [bound, [], null],
  ])("%j with %j: %s", (device, pinChangeRoutes, route) => {
    expect(chooseRoute({ device, pinChangeRoutes })).toBe(route);
  });

  it("is offered without a connection only where the partner allows it and there is none", () => {
    expect(canChangeWithoutLinking({ device: absent, pinChangeRoutes: ["signed", "sms"] })).toBe(true);
    expect(canChangeWithoutLinking({ device: absent, pinChangeRoutes: ["signed"] })).toBe(false);
    expect(canChangeWithoutLinking({ device: bound, pinChangeRoutes: ["sms"] })).toBe(false);
  });
});

describe("waiting", () => {
  const waits = { pin_change: 600_000, binding: null, code: 1_800_000 };

  it("is for the last of what is needed", () => {
    expect(longestWait(waits, ["pin_change", "code"])).toEqual({ action: "code", ms: waits.code });
    expect(longestWait(waits, ["code", "pin_change"])).toEqual({ action: "code", ms: waits.code });
    expect(longestWait(waits, ["pin_change", "binding"])).toEqual({ action: "pin_change", ms: waits.pin_change });
  });

  it("is not needed where nothing has to wait", () => {
    expect(longestWait(waits, ["binding"])).toBeNull();
    expect(longestWait(waits, [])).toBeNull();
    expect(longestWait(undefined, ["code"])).toBeNull();
  });

  it("is for a code, too, where one is sent", () => {
    expect(limitedActionsOf("sms")).toEqual(["pin_change", "code"]);
    expect(limitedActionsOf("signed")).toEqual(["pin_change"]);
    expect(limitedActionsOf("device_signing")).toEqual(["pin_change"]);
  });
});
