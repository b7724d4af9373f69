// Checklist row 44: half a PIN does not wait on a screen that was left; an outcome does.
import { EventEmitter } from "node:events";
import { expect, it } from "vitest";
import { wipeWhenAway } from "../../src-main/away.ts";
import { createPinOutcome } from "../../src-main/card-pin/pin-outcome.ts";
import { catchOutput } from "./quiet-stderr.ts";

const output = catchOutput();

function setUp() {
  const monitor = new EventEmitter();
  const pinOutcome = createPinOutcome();
  let reloads = 0;
  wipeWhenAway(monitor as unknown as Parameters<typeof wipeWhenAway>[0], pinOutcome, () => reloads++);
  return { monitor, pinOutcome, reloads: () => reloads };
}

it.each(["lock-screen", "suspend"])("on %s the window starts afresh, each time", (event) => {
  const { monitor, reloads } = setUp();
  expect(reloads()).toBe(0);
  monitor.emit(event);
  monitor.emit(event);
  expect(reloads()).toBe(2);
  expect(output.text()).toContain(`"event":"window_wiped","reason":"${event}"`);
});

it.each(["lock-screen", "suspend"])(
  "on %s an outcome that waits to be seen stays, until another PIN is begun",
  (event) => {
    const { monitor, pinOutcome, reloads } = setUp();
    pinOutcome.open();
    monitor.emit(event);
    expect(reloads()).toBe(0);
    pinOutcome.close();
    monitor.emit(event);
    expect(reloads()).toBe(1);
  },
);

it("on coming back it does not", () => {
  const { monitor, reloads } = setUp();
  for (const event of ["resume", "unlock-screen", "on-ac"]) monitor.emit(event);
  expect(reloads()).toBe(0);
  expect(output.text()).toBe("");
});
