import { afterEach, expect, it } from "vitest";
import type { DeviceConsentView } from "../../src-contract/bridge/views.ts";
import { asksForConsent } from "../../src-renderer/asks-for-consent.ts";
import { store } from "../../src-renderer/store.ts";
import { absent, signedIn } from "../screens/ordinary-answers.ts";

afterEach(() => store.setState(store.getInitialState(), true));

const given = { is: "given", since: null } as const;
const refused = { is: "refused", since: "2027-03-08T09:30:00Z", isTold: true } as const;
const goOn = async () => undefined;

it.each<[string, DeviceConsentView | null, { before: boolean; meanwhile: boolean }]>([
  ["nobody is asked", null, { before: false, meanwhile: false }],
  ["it was never answered", { isRequired: false, answer: null }, { before: true, meanwhile: false }],
  ["it was a yes", { isRequired: false, answer: given }, { before: false, meanwhile: false }],
  ["it was a no", { isRequired: false, answer: refused }, { before: false, meanwhile: false }],
  ["it must be, and was never answered", { isRequired: true, answer: null }, { before: true, meanwhile: true }],
  ["it must be, and was a yes", { isRequired: true, answer: given }, { before: false, meanwhile: false }],
  ["it must be, and was a no", { isRequired: true, answer: refused }, { before: true, meanwhile: true }],
])("where %s: asks before a step %o", (_what, deviceConsent, { before, meanwhile }) => {
  const answer = signedIn(absent, { deviceConsent });
  store.setState({ overview: answer.ok ? answer.value : null });
  expect(asksForConsent({ step: "binding", goOn }, true)).toBe(meanwhile);
  expect(asksForConsent({ step: "binding", goOn })).toBe(before);
  expect(store.getState().consentFor !== null).toBe(before || meanwhile);
});
