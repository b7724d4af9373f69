import { EventEmitter } from "node:events";
import type { WebContents } from "electron";
import { describe, expect, it } from "vitest";
import type { BridgeEvent } from "../../../src-contract/bridge/events.ts";
import { openEventChannel } from "../../../src-main/shell/event-channel.ts";

const waits = (value: boolean): BridgeEvent => ({ type: "keychain-waits", value });
const opens = (value: "settings" | "help"): BridgeEvent => ({ type: "open-panel", value });
const sent: BridgeEvent = { type: "pin-change-stage", value: "sent" };

/** A window, whose page has told that it listens unless a test says otherwise. */
function setUp({ isListening = true } = {}) {
  const told: unknown[] = [];
  const contents = Object.assign(new EventEmitter(), {
    send: (name: string, event: unknown) => void told.push(name === "event" ? event : name),
  });
  const channel = openEventChannel(contents as unknown as WebContents);
  if (isListening) channel.replay();
  const navigate = (how: object = {}) =>
    contents.emit("did-start-navigation", { isMainFrame: true, isSameDocument: false, ...how });
  return { ...channel, contents, told, navigate };
}

describe("the event channel", () => {
  it("tells a page that listens, at once and once", () => {
    const { send, told } = setUp();
    for (const event of [sent, waits(true), waits(false), opens("help")]) send(event);
    expect(told).toEqual([sent, waits(true), waits(false), opens("help")]);
  });

  it("tells nobody before there is a page that listens, and then what still holds", () => {
    const { send, told, replay } = setUp({ isListening: false });
    for (const event of [waits(false), opens("help"), waits(true), opens("settings"), sent]) send(event);
    expect(told).toEqual([]);
    replay();
    expect(told).toEqual([waits(true), opens("settings")]);
  });

  it.each<[string, (given: ReturnType<typeof setUp>) => void]>([
    ["is loaded anew", ({ navigate }) => navigate()],
    ["has died", ({ contents }) => contents.emit("render-process-gone")],
  ])("a page that %s has it told anew how the keychain stands, and what was chosen meanwhile", (_name, end) => {
    const given = setUp();
    const { send, replay, told } = given;
    send(waits(true));
    send(opens("settings"));
    end(given);
    told.length = 0;
    send(opens("help"));
    expect(told).toEqual([]);
    replay();
    expect(told).toEqual([waits(true), opens("help")]);
    replay();
    expect(told).toEqual([waits(true), opens("help"), waits(true)]); // the choice counts once
  });

  it("a page never hears of a change that another began", () => {
    const { send, navigate, replay, told } = setUp();
    navigate();
    send(sent);
    replay();
    expect(told).toEqual([]);
  });

  it.each([
    ["a fragment of its address", { isSameDocument: true }],
    ["a frame", { isMainFrame: false }],
    ["its address, which is refused,", { initiator: {} }],
  ])("a page that changes %s listens on", (_name, how) => {
    const { send, navigate, told } = setUp();
    navigate(how);
    send(sent);
    expect(told).toEqual([sent]);
  });

  it("says nothing to a window that was closed", () => {
    const { send, contents, told } = setUp();
    contents.emit("destroyed");
    send(waits(true));
    expect(told).toEqual([]);
  });
});
