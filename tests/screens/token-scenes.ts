import type { ErrorCode } from "../../src-contract/errors/error-codes.ts";
import type { ScreenState } from "../../src-renderer/screen-states.ts";
import { bindingScenes } from "./binding-scenes.ts";
import { toDevices } from "./device-scenes.ts";
import {
  absent,
  boundToToken,
  computerName,
  failed,
  inSeconds,
  ok,
  onToken,
  signedIn,
  token,
} from "./ordinary-answers.ts";
import { enterPinTwice } from "./pin-scenes.ts";
import type { Scene } from "./scene.ts";

/** A token that refuses before anything is sent. */
const refusedByToken = (code: ErrorCode): Scene => ({
  answers: { getOverview: signedIn(boundToToken), enterTokenPin: failed(code) },
  async steps(cardholder) {
    await enterPinTwice(cardholder);
    await cardholder.type(cardholder.words.token.label, "604213", "enter");
  },
});

/** A token was chosen, and the code that comes before it comes by letter. */
const letterOnItsWay = signedIn(
  { state: "binding", step: "request", computerName, onToken },
  {
    letters: {
      asked: { requestedAt: inSeconds(-86_400), countsUntil: inSeconds(864_000), ended: null, linkedSince: null },
      waitMs: null,
    },
  },
);

/** What further-scenes.ts has of tokens. */
export const tokenScenes: Readonly<Record<string, Scene & { readonly state: ScreenState }>> = {
  "name-choice-none": {
    state: "name",
    answers: {
      ...bindingScenes.name.answers,
      getOverview: signedIn(absent, { offersTokens: true }),
      listTokens: ok([]),
    },
    async steps({ page, press, words }) {
      await press(words.token.look);
      await page.getByTestId("checked").waitFor();
    },
  },
  "name-choice-many": {
    state: "name-choice",
    answers: {
      ...bindingScenes.name.answers,
      getOverview: signedIn(
        { state: "binding", step: "request", computerName, onToken: { label: "Office card" } },
        { offersTokens: true },
      ),
      listTokens: ok([token, { id: "1", label: null }]),
    },
  },
  "set-token-pin-asking-to-start-over": {
    state: "set-token-pin",
    answers: {
      getOverview: signedIn(
        { state: "binding", step: "passcode", computerName, onToken },
        { letters: { asked: null, waitMs: null } },
      ),
    },
    steps: ({ press, words }) => press(words.binding.startOver),
  },
  "letter-on-token": {
    state: "letter",
    answers: { getOverview: letterOnItsWay, lookForLetter: letterOnItsWay, beginLetterCode: ok(null) },
  },
  "set-token-pin-wrong": {
    state: "set-token-pin-failed",
    answers: {
      getOverview: signedIn({ state: "binding", step: "passcode", computerName, onToken }),
      setTokenPin: failed("ERR_TOKEN_PIN_WRONG", { triesLeft: "last" }),
    },
    steps: ({ type, words }) => type(words.token.label, "604213", "enter"),
  },
  "new-pin-on-token": {
    state: "new-pin-failed",
    answers: {
      getOverview: signedIn(boundToToken),
      enterTokenPin: failed("ERR_TOKEN_PIN_WRONG", { triesLeft: "few" }),
    },
    async steps(cardholder) {
      await enterPinTwice(cardholder);
      await cardholder.type(cardholder.words.token.label, "111111", "enter");
    },
  },
  "new-pin-token-last-try": { state: "new-pin-failed", ...refusedByToken("ERR_TOKEN_LAST_TRY") },
  "new-pin-token-missing": { state: "new-pin-failed", ...refusedByToken("ERR_TOKEN_MISSING") },
  "new-pin-token-locked": { state: "new-pin-failed", ...refusedByToken("ERR_TOKEN_LOCKED") },
  "new-pin-token-empty": { state: "new-pin-failed", ...refusedByToken("ERR_TOKEN_KEY_MISSING") },
  "new-pin-token-other": { state: "new-pin-failed", ...refusedByToken("ERR_TOKEN_KEY_OTHER") },
  "sending-token-waits": {
    state: "sending",
    answers: { getOverview: signedIn(boundToToken), enterTokenPin: ok(null), changePin: "never" },
    async steps(cardholder) {
      await enterPinTwice(cardholder);
      await cardholder.type(cardholder.words.token.label, "604213", "enter");
      await cardholder.isTold({ type: "token-waits", value: true }, "sending");
    },
  },
  "name-removed-with-key": {
    state: "name",
    answers: {
      ...bindingScenes.name.answers,
      getOverview: signedIn(boundToToken, { protection: "hardware_passcode" }),
      removeWithToken: signedIn(absent),
    },
    async steps(cardholder) {
      const { page, press, type, words } = cardholder;
      await toDevices(cardholder);
      await press(words.devices.removeThis);
      await page.getByTestId("remove-from-token").waitFor();
      await type(words.token.label, "604213", "enter");
      await page.getByTestId("removed-with-key").waitFor();
    },
  },
  "devices-asking-this-on-token": {
    state: "devices-on-token",
    answers: { getOverview: signedIn(boundToToken, { protection: "hardware_passcode" }) },
    async steps(cardholder) {
      await toDevices(cardholder);
      await cardholder.press(cardholder.words.devices.removeThis);
      await cardholder.page.getByTestId("remove-from-token").waitFor();
    },
  },
  "devices-token-missing": {
    state: "devices-failed",
    answers: {
      getOverview: signedIn(boundToToken, { protection: "hardware_passcode" }),
      removeWithToken: failed("ERR_TOKEN_MISSING"),
    },
    async steps(cardholder) {
      const { page, press, type, words } = cardholder;
      await toDevices(cardholder);
      await press(words.devices.removeThis);
      await page.getByTestId("remove-from-token").waitFor();
      await type(words.token.label, "604213", "enter");
      await page.getByTestId("failure").waitFor();
    },
  },
};
