// Attacker: somebody at an unattended computer. Way: a session that is still open after a locked screen or a sleep.
// Impact: they act as the cardholder.
// docs/threat-model.md#locked-when-away
import { EventEmitter } from "node:events";
import { expect, it } from "vitest";
import { lockWhenAway } from "../../src-main/shell/lock-when-away.ts";
import type { SessionLock } from "../../src-main/sign-in/session-lock.ts";

function setUp() {
  const monitor = new EventEmitter();
  const locked: string[] = [];
  const lock: SessionLock = {
    begin: () => undefined,
    hold: () => undefined,
    release: () => undefined,
    noteInput: () => undefined,
    quietMs: () => 0,
    lock: (reason) => locked.push(reason),
    reason: () => null,
  };
  lockWhenAway(monitor as unknown as Parameters<typeof lockWhenAway>[0], lock);
  return { monitor, locked };
}

it.each([
  ["lock-screen", "screen"],
  ["suspend", "suspend"],
])("on %s the session is locked, each time", (event, reason) => {
  const { monitor, locked } = setUp();
  monitor.emit(event);
  monitor.emit(event);
  expect(locked).toEqual([reason, reason]);
});

it("on coming back it is not", () => {
  const { monitor, locked } = setUp();
  for (const event of ["resume", "unlock-screen", "on-ac"]) monitor.emit(event);
  expect(locked).toEqual([]);
});
