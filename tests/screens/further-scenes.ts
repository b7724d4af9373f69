import type { ScreenState } from "../../src-renderer/screen-states.ts";
import { bindingScenes } from "./binding-scenes.ts";
import { answered, without } from "./consent-scenes.ts";
import { toDevices, toRemovedDevices } from "./device-scenes.ts";
import { askToCancel, onItsWay } from "./letter-scenes.ts";
import {
  absent,
  awaitingCode,
  bound,
  cardList,
  cards,
  computerName,
  failed,
  firstSettings,
  inSeconds,
  ok,
  oldPhone,
  removedDevices,
  signedIn,
  signedOut,
} from "./ordinary-answers.ts";
import { allIsWell, nothingIsWell, openHelp, openSettings } from "./panel-scenes.ts";
import { changePin, chooseGuessablePin, choosePinChange, enterPinTwice } from "./pin-scenes.ts";
import type { Scene } from "./scene.ts";
import { tokenScenes } from "./token-scenes.ts";

/** A scene that plays in a state which another scene shows already. */
type FurtherScene = Scene & { readonly state: ScreenState };

/** States that look so different from case to case that each case is worth a picture. */
export const furtherScenes: Readonly<Record<string, FurtherScene>> = {
  ...tokenScenes,
  "sign-in-locked-screen": {
    state: "sign-in-locked",
    answers: { getOverview: signedOut({ lockedBecause: "screen" }) },
  },
  "sign-in-keychain-asks": {
    state: "sign-in",
    answers: { getOverview: signedOut(), signIn: "never" },
    async steps({ press, isTold }) {
      await press("Ada Single");
      await isTold({ type: "keychain-waits", value: true }, "sign-in");
    },
  },
  "cards-many": { state: "cards", answers: { listCards: ok(cardList(cards)) } },
  "name-no-cards-again": {
    ...bindingScenes["name-no-cards"],
    state: "name-no-cards",
    steps: ({ press, words }) => press(words.binding.noCards.look),
  },
  "cards-newer-version": {
    state: "cards",
    answers: { getUpdate: ok({ newer: null, isRequired: true, failure: null }) },
    async steps({ page }) {
      await page.getByTestId("update-notice").waitFor();
    },
  },
  "code-over": {
    state: "code-expired",
    answers: {
      getOverview: signedIn(awaitingCode(200)),
      continueDevice: signedIn(awaitingCode(200, { isOver: true })),
    },
  },
  "letter-no-room": {
    state: "limit",
    answers: { ...bindingScenes.limit.answers, ...onItsWay(), beginLetterCode: failed("ERR_DEVICE_LIMIT") },
    steps: ({ press, words }) => press(words.letter.enter),
  },
  "name-or-letter": {
    state: "name",
    answers: {
      ...bindingScenes.name.answers,
      getOverview: signedIn(absent, { letters: { asked: null, waitMs: null } }),
    },
  },
  "set-passcode-asking-to-start-over": {
    state: "set-passcode",
    answers: {
      getOverview: signedIn(
        { state: "binding", step: "passcode", computerName },
        { letters: { asked: null, waitMs: null } },
      ),
    },
    steps: ({ press, words }) => press(words.binding.startOver),
  },
  "letter-asking-to-cancel": { state: "letter", answers: onItsWay(), steps: askToCancel },
  "letter-used-elsewhere": {
    state: "letter-over-early",
    answers: onItsWay({ ended: "early", linkedSince: { name: "Laptop in the kitchen", at: inSeconds(-90_000) } }),
  },
  "consent-must": {
    state: "consent",
    answers: answered(null, true),
    steps: ({ press, words }) => press(words.binding.send),
  },
  "consent-required-change": {
    state: "consent-required",
    answers: without(bound, ["signed", "sms"]),
    steps: choosePinChange,
  },
  "consent-required-no-way": { state: "consent-required", answers: without(bound, ["signed"]), steps: choosePinChange },
  "settings-consent-open": { state: "settings", answers: answered(null), steps: openSettings },
  "settings-consent-given": {
    state: "settings",
    answers: answered({ is: "given", since: inSeconds(-900_000) }),
    steps: openSettings,
  },
  "settings-consent-asking": {
    state: "settings",
    answers: answered({ is: "given", since: inSeconds(-900_000) }, true),
    async steps(cardholder) {
      await openSettings(cardholder);
      await cardholder.press(cardholder.words.consent.settings.withdraw);
    },
  },
  "settings-consent-untold": {
    state: "settings",
    answers: answered({ is: "refused", since: inSeconds(-60), isTold: false }),
    steps: openSettings,
  },
  "settings-consent-refused": {
    state: "settings",
    answers: answered({ is: "refused", since: inSeconds(-900_000), isTold: true }),
    steps: openSettings,
  },
  "devices-removed-cut-short": {
    state: "devices-removed",
    answers: { listRemovedDevices: ok(removedDevices({ leftOut: 1, isCutShort: true })) },
    steps: toRemovedDevices,
  },
  "devices-removed-failed": {
    state: "devices-failed",
    answers: { listRemovedDevices: failed("ERR_SOLARIS_UNAVAILABLE") },
    steps: toRemovedDevices,
  },
  "devices-asking": {
    state: "devices",
    async steps(cardholder) {
      await toDevices(cardholder);
      await cardholder.press(cardholder.words.devices.removeOf(oldPhone));
    },
  },
  "devices-asking-this": {
    state: "devices",
    async steps(cardholder) {
      await toDevices(cardholder);
      await cardholder.press(cardholder.words.devices.removeThis);
    },
  },
  "new-pin-keypad": {
    state: "new-pin",
    settings: { settings: { ...firstSettings, keypad: "on" } },
    steps: choosePinChange,
  },
  "new-pin-guessable-kept": {
    state: "new-pin-guessable",
    async steps(cardholder) {
      await chooseGuessablePin(cardholder);
      await cardholder.press(cardholder.words.advice.keep);
    },
  },
  "new-pin-birth-date": {
    state: "new-pin",
    async steps(cardholder) {
      const { page, words } = cardholder;
      await choosePinChange(cardholder);
      await page.getByText(words.birthDate.summary, { exact: true }).click();
      await page.getByTestId("birth-day").fill("31");
      await page.getByTestId("birth-month").fill("2");
      await page.getByTestId("birth-year").fill("1980");
    },
  },
  "new-pin-mismatch": { state: "new-pin-complaint", steps: (cardholder) => enterPinTwice(cardholder, "7306") },
  "new-pin-revealed": {
    state: "new-pin",
    async steps(cardholder) {
      const { type, press, words } = cardholder;
      await choosePinChange(cardholder);
      await type(words.pin.newPin, "7305");
      await press(`${words.reveal.show}: ${words.pin.newPin}`);
    },
  },
  "set-passcode-shown": {
    ...bindingScenes["set-passcode"],
    state: "set-passcode",
    async steps({ type, press, words }) {
      await type(words.passcode.label, "Rain on 7 roofs, and a lamp of zebra in the old kettle at home");
      await press(`${words.passcode.reveal.show}: ${words.passcode.label}`);
    },
  },
  "new-pin-last-attempt-failed": {
    state: "new-pin-failed",
    answers: {
      getOverview: signedIn({ ...bound, passcodeAttemptsLeft: 1 }),
      enterPasscode: failed("ERR_PASSCODE_WRONG", { attemptsLeft: 1 }),
    },
    steps: changePin,
  },
  "sending-by-request": {
    state: "sending",
    answers: {
      getOverview: signedIn(bound, { pinChangeRoutes: ["device_signing"] }),
      changePin: "never",
    },
    async steps(cardholder) {
      await changePin(cardholder);
      await cardholder.isTold({ type: "pin-change-stage", value: "requested" }, "sending");
    },
  },
  "outcome-refused-with-other-way": {
    state: "outcome-refused",
    answers: { changePin: ok({ outcome: "refused", code: "ERR_DEVICE_REFUSED", alternative: "sms" }) },
    steps: changePin,
  },
  "help-article": {
    state: "help",
    answers: { runDiagnosis: ok(allIsWell) },
    async steps(cardholder) {
      const { page, words } = cardholder;
      await openHelp(cardholder);
      await page.getByTestId("help-search").fill("SIM");
      await page.getByText(words.howTo.lost.title, { exact: true }).click();
    },
  },
  "help-about": {
    state: "help",
    answers: { runDiagnosis: ok(allIsWell) },
    async steps({ isTold, page }) {
      await isTold({ type: "open-panel", value: "about" }, "cards");
      await page.getByTestId("licences").locator("summary").first().click();
    },
  },
  "help-with-problems": { state: "help", answers: { runDiagnosis: ok(nothingIsWell) }, steps: openHelp },
  "settings-that-cannot-be": {
    state: "settings",
    settings: {
      settings: { ...firstSettings, keypad: "on" },
      captureHiding: "unsupported",
      screenReader: true,
      rendering: { now: "software", because: "none-available", changesAtNextStart: false },
    },
    steps: openSettings,
  },
};
