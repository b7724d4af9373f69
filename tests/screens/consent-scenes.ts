import type { DeviceConsentView, DeviceView } from "../../src-contract/bridge/views.ts";
import type { PinChangeRoute } from "../../src-contract/rules/pin-change-route.ts";
import type { ScreenState } from "../../src-renderer/screen-states.ts";
import { absent, failed, inSeconds, ok, signedIn, supportId } from "./ordinary-answers.ts";
import type { Answers, Cardholder, Scene } from "./scene.ts";

type ConsentState = Extract<ScreenState, `consent${string}`>;

/** Where the bank wants device data, and this was answered at a computer that is not linked. */
export const answered = (answer: DeviceConsentView["answer"], isRequired = false): Answers => ({
  getOverview: signedIn(absent, { deviceConsent: { isRequired, answer } }),
});

/** Where the bank takes nothing without, and the answer was no. */
export const without = (device: DeviceView, pinChangeRoutes: readonly PinChangeRoute[]): Answers => {
  const answer = { is: "refused", since: inSeconds(-900_000), isTold: true } as const;
  return { getOverview: signedIn(device, { pinChangeRoutes, deviceConsent: { isRequired: true, answer } }) };
};

const askForCode = ({ press, words }: Cardholder) => press(words.binding.send);

/** The question for device data, before a code is requested. */
export const consentScenes: Record<ConsentState, Scene> = {
  consent: { answers: answered(null), steps: askForCode },
  "consent-failed": {
    answers: { ...answered(null), giveDeviceConsent: failed("ERR_SOLARIS_UNAVAILABLE", { supportId }) },
    async steps(cardholder) {
      await askForCode(cardholder);
      await cardholder.press(cardholder.words.consent.agree);
    },
  },
  "consent-required": {
    answers: {
      ...answered(null, true),
      refuseDeviceConsent: ok({ isRequired: true, answer: { is: "refused", since: inSeconds(0), isTold: true } }),
    },
    async steps(cardholder) {
      await askForCode(cardholder);
      await cardholder.press(cardholder.words.consent.refuse);
    },
  },
};
