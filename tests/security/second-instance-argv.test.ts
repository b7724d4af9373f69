// Attacker: another program. Way: it starts the app again, with arguments or an address.
// Impact: it steers the app that runs already.
// docs/threat-model.md#second-start-ignored
import { describe, expect, it } from "vitest";
import { isOnlyInstance } from "../../src-main/shell/hardening.ts";
import { showWindow } from "../../src-main/shell/window.ts";
import { asApp, FakeApp } from "./fake-electron.ts";

const hostile = [
  ["--backend=https://evil.example"],
  ["--remote-debugging-port=9222", "--inspect"],
  ["app://pin/../../etc/passwd", "javascript:alert(1)"],
  ["x".repeat(1 << 20)],
  [],
];

describe("the first instance", () => {
  it.each(hostile)("shows its window and does nothing else with %j", (...argv) => {
    const app = new FakeApp();
    const shown: unknown[][] = [];
    expect(isOnlyInstance(asApp(app), (...args: unknown[]) => shown.push(args))).toBe(true);
    expect(shown).toEqual([]);
    app.emit("second-instance", {}, argv, "/somewhere/else", { additional: "data" });
    expect(shown).toEqual([[]]);
  });

  it("asks for the lock without data of its own", () => {
    const app = new FakeApp();
    isOnlyInstance(asApp(app), () => {});
    expect(app.story).toEqual(["lock []"]);
  });
});

it("a second instance knows that it is one, and listens to nothing", () => {
  const app = new FakeApp();
  app.first = false;
  expect(isOnlyInstance(asApp(app), () => expect.fail("not ours"))).toBe(false);
  expect(app.eventNames()).toEqual([]);
});

describe("showing the window", () => {
  const fakeWindow = (minimized: boolean) => {
    const story: string[] = [];
    const keep = (what: string) => () => void story.push(what);
    const window = { isMinimized: () => minimized, restore: keep("restore"), show: keep("show"), focus: keep("focus") };
    return { story, window: window as unknown as Parameters<typeof showWindow>[0] };
  };

  it.each([
    [false, ["show", "focus"]],
    [true, ["restore", "show", "focus"]],
  ])("minimised %s: %j", (minimized, expected) => {
    const { story, window } = fakeWindow(minimized);
    showWindow(window);
    expect(story).toEqual(expected);
  });

  it("before there is one does nothing", () => {
    expect(() => showWindow(null)).not.toThrow();
  });
});
