import { afterEach, expect, it } from "vitest";
import { leaveConsent, openConsent } from "../../src-renderer/consent-actions.ts";
import { openPanel, store } from "../../src-renderer/store.ts";

afterEach(() => store.setState(store.getInitialState(), true));

it.each([true, false])("from the settings to the question and back to them, answered: %s", async (isAnswered) => {
  openPanel("settings");
  openConsent();
  expect(store.getState().panel).toBeNull();
  await leaveConsent(isAnswered);
  expect([store.getState().panel, store.getState().consentFor]).toEqual(["settings", null]);
});

it("a step that waits for the answer goes on only with one", async () => {
  for (const isAnswered of [true, false]) {
    let hasGoneOn = false;
    const goOn = async () => {
      hasGoneOn = true;
    };
    store.setState({ consentFor: { step: "binding", goOn } });
    await leaveConsent(isAnswered);
    expect([hasGoneOn, store.getState().consentFor]).toEqual([isAnswered, null]);
  }
});
