import { beforeEach, describe, expect, it } from "vitest";
import type { PinChangeStage } from "../../src-contract/bridge/views.ts";
import { showEvent } from "../../src-renderer/show-event.ts";
import { store } from "../../src-renderer/store.ts";
import { cards, sentCode } from "../screens/ordinary-answers.ts";

const [card] = cards;
const tell = (value: PinChangeStage) => showEvent({ type: "pin-change-stage", value });

beforeEach(() => store.setState(store.getInitialState()));

describe("what main tells by itself", () => {
  it("that the keychain keeps a step waiting is shown for as long as it does", () => {
    showEvent({ type: "keychain-waits", value: true });
    expect(store.getState().keychainAsks).toBe(true);
    showEvent({ type: "keychain-waits", value: false });
    expect(store.getState().keychainAsks).toBe(false);
  });

  it.each(["settings", "help", "about"] as const)("the menu opens the %s, over whatever there is", (value) => {
    store.setState({ panel: "proxy" });
    showEvent({ type: "open-panel", value });
    expect(store.getState().panel).toBe(value);
  });

  it("how much of a newer version is there is shown while it is fetched, and only then", () => {
    showEvent({ type: "update-progress", value: 35 });
    expect(store.getState().updatePercent).toBeNull();
    store.setState({ updatePercent: 0 });
    showEvent({ type: "update-progress", value: 35 });
    expect(store.getState().updatePercent).toBe(35);
  });

  it("ticks the stages of the change that is sent, one after the other", () => {
    store.setState({ pinChange: { stage: "sending", card, route: "signed", done: 0 } });
    const done = (["fetching-key", "encrypted", "signed", "settling"] as const).map((stage) => {
      tell(stage);
      const { pinChange } = store.getState();
      return pinChange?.stage === "sending" && pinChange.done;
    });
    expect(done).toEqual([0, 2, 3, 3]);
  });

  it.each([
    ["no change", null],
    ["a PIN being entered", { stage: "entering", card, route: "signed" }],
    ["a code being entered", { stage: "tan", card, sent: sentCode(272) }],
  ] as const)("a stage changes nothing where there is %s", (_name, pinChange) => {
    store.setState({ pinChange });
    tell("sent");
    expect(store.getState()).toEqual({ ...store.getInitialState(), pinChange });
  });
});
