// Attacker: a script in the window. Way: it listens to what main tells by itself, throws, forges, or waits for more than is
// said. Impact: it learns what the window need not know, gets hold of Electron's objects, or keeps others from being told.
// docs/threat-model.md#closed-events
import { describe, expect, it } from "vitest";
import { type BridgeEvent, bridgeEvents, eventChannel, readEvent } from "../../src-contract/bridge/events.ts";
import { runPreload } from "./run-preload.ts";

const notEvents: [string, unknown][] = [
  ["nothing", undefined],
  ["null", null],
  ["text", "pin-change-stage"],
  ["an unknown type", { type: "pin", value: "1928" }],
  ["a PIN for a stage", { type: "pin-change-stage", value: "1928" }],
  ["another type's value", { type: "pin-change-stage", value: true }],
  ["a panel that main does not open", { type: "open-panel", value: "proxy" }],
  ["a name for a yes", { type: "keychain-waits", value: "Ada Single" }],
  ["a part that is none", { type: "update-progress", value: 28 }],
  ["a number for a yes", { type: "keychain-waits", value: 1 }],
  ["an object that prints as a value", { type: "open-panel", value: { toString: () => "help" } }],
  ["a key of Object", { type: "__proto__", value: "toString" }],
  ["a list of events", [...bridgeEvents]],
];

describe("what main can tell by itself", () => {
  it("is a closed list, with nothing in it that is anybody's", () => {
    expect(bridgeEvents.map(({ type, value }) => `${type} ${value}`)).toEqual([
      "pin-change-stage fetching-key",
      "pin-change-stage encrypted",
      "pin-change-stage requested",
      "pin-change-stage signed",
      "pin-change-stage sent",
      "pin-change-stage settling",
      "keychain-waits true",
      "keychain-waits false",
      "token-waits true",
      "token-waits false",
      "open-panel settings",
      "open-panel help",
      "open-panel about",
      "settings-changed true",
      ...Array.from({ length: 21 }, (_, step) => `update-progress ${step * 5}`),
    ]);
  });

  it.each(notEvents)("is not %s", (_name, received) => {
    expect(readEvent(received)).toBeNull();
  });
});

describe("the preload", () => {
  function listen() {
    const { exposed, listening } = runPreload();
    const [[channel, emit] = expect.fail("it does not listen")] = listening;
    const onEvent = exposed[0]?.[1].onEvent ?? expect.fail("no onEvent");
    expect(channel).toBe(eventChannel);
    const electrons = { sender: { send: () => expect.fail("an answer went back") }, ports: [] };
    return { onEvent, tell: (...args: unknown[]) => emit(electrons, ...args) };
  }

  it("hands on each event as it is, and neither Electron's event nor anything that came with it", () => {
    const { onEvent, tell } = listen();
    const heard: unknown[][] = [];
    onEvent((...args: unknown[]) => void heard.push(structuredClone(args)));
    for (const event of bridgeEvents) tell({ ...event, customer: "Ada Single" }, "more");
    expect(heard).toEqual(bridgeEvents.map((event) => [event]));
  });

  it.each(notEvents)("does not hand on %s", (_name, received) => {
    const { onEvent, tell } = listen();
    const heard: unknown[] = [];
    onEvent((event: unknown) => heard.push(event));
    tell(received);
    expect(heard).toEqual([]);
  });

  it("tells one listener, the last, however many there were, and nobody where there is none", () => {
    const { onEvent, tell } = listen();
    tell(bridgeEvents[0]);
    const heard: number[] = [];
    for (let at = 0; at < 10_000; at++) expect(onEvent(() => heard.push(at))).toBeUndefined();
    tell(bridgeEvents[0]);
    expect(heard).toEqual([9999]);
  });

  it("goes on after a listener that throws, that is none, or that changes what it was told", () => {
    const { onEvent, tell } = listen();
    const event: BridgeEvent = { type: "open-panel", value: "help" };
    const thrown = (listener: unknown) => {
      onEvent(listener);
      try {
        tell(event);
      } catch {} // Electron tells the console
    };
    thrown(() => expect.fail("x"));
    thrown("no function");
    thrown((told: { value: string }) => {
      told.value = "settings";
    });
    const heard: unknown[] = [];
    onEvent((told: unknown) => heard.push(structuredClone(told)));
    tell(event);
    expect(heard).toEqual([event]);
  });

  it("gives the page no way to send an event: all that it sends is a call of a method", () => {
    const invoked: unknown[][] = [];
    const { exposed } = runPreload((...args) => {
      invoked.push(args);
      return Promise.resolve();
    });
    const bridge = exposed[0]?.[1] ?? expect.fail("no bridge");
    bridge.onEvent?.(() => undefined);
    expect(invoked).toEqual([]);
    bridge.replayEvents?.({ type: "open-panel", value: "help" });
    expect(invoked).toEqual([["replayEvents"]]);
  });
});
