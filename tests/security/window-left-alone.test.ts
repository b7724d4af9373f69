// Checklist row 44: half a PIN does not wait on a screen that was left.
import { EventEmitter } from "node:events";
import { expect, it } from "vitest";
import { wipeWhenAway } from "../../src-main/away.ts";
import { catchOutput } from "./quiet-stderr.ts";

const output = catchOutput();

it.each(["lock-screen", "suspend"])("on %s the window starts afresh, each time", (event) => {
  const monitor = new EventEmitter();
  let reloads = 0;
  wipeWhenAway(monitor as unknown as Parameters<typeof wipeWhenAway>[0], () => reloads++);
  expect(reloads).toBe(0);
  monitor.emit(event);
  monitor.emit(event);
  expect(reloads).toBe(2);
  expect(output.text()).toContain(`"event":"window_wiped","reason":"${event}"`);
});

it("on coming back it does not", () => {
  const monitor = new EventEmitter();
  wipeWhenAway(monitor as unknown as Parameters<typeof wipeWhenAway>[0], () => expect.fail("reloaded"));
  for (const event of ["resume", "unlock-screen", "on-ac"]) monitor.emit(event);
  expect(output.text()).toBe("");
});
