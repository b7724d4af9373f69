import type { PinChangeEnd } from "../../src-contract/bridge/views.ts";
import type { PinChangeRoute } from "../../src-contract/rules/pin-change-route.ts";
import type { CodeState, ScreenState } from "../../src-renderer/screen-states.ts";
import { absent, bound, cardList, cards, failed, now, ok, sentCode, signedIn, supportId } from "./ordinary-answers.ts";
import type { Answers, Cardholder, Scene } from "./scene.ts";

type PinState = Extract<
  ScreenState,
  | "cards"
  | `cards-${string}`
  | `new-pin${string}`
  | "sending"
  | `tan${CodeState}`
  | `outcome-${string}`
  | `open-change${string}`
  | `paused-change${string}`
  | "are-you-there"
>;

const route = (preferred: PinChangeRoute): Answers => ({
  getOverview: signedIn(bound, { pinChangeRoutes: [preferred] }),
});
const waiting = { waits: { pin_change: 750_000, binding: null, code: null } };
const [card] = cards;
/** What a success leaves behind. */
const keepsake = { reference: "7f3a92c1-5d04-4c8e-9b1f-20e6a8d7c415", changedAt: now.toISOString() };
const pausedChange = { cardId: cards[0].id, route: "signed" } as const;
/** Signed in after a change of which nobody has seen the end. */
const looksUp = (end: PinChangeEnd): Scene => ({
  answers: { getOverview: signedIn(bound, { hasOpenChange: true }), settleOpenChange: ok({ ...end, card }) },
});
/** @param secondsLeft how long the TAN is still valid */
const awaitingTan = (secondsLeft: number): Answers => ({
  ...route("sms"),
  changePin: ok({ outcome: "tan-awaited", sent: sentCode(secondsLeft) }),
});

/** The cards, and a change of a card's PIN from its first digit to its end. */
export const pinScenes: Record<PinState, Scene> = {
  cards: {},
  "cards-loading": { answers: { listCards: "never" } },
  "cards-failed": { answers: { listCards: failed("ERR_BACKEND_UNREACHABLE") } },
  "cards-none": { answers: { listCards: ok(cardList([])) } },
  "cards-none-shown": { answers: { listCards: ok(cardList([], { accountsLeftOut: 1 })) } },
  "cards-left-out": {
    answers: { listCards: ok(cardList(cards.slice(0, 1), { cardsLeftOut: 1, accountsLeftOut: 2, isCutShort: true })) },
  },
  "cards-not-linked": {
    answers: { getOverview: signedIn(absent), listCards: ok(cardList(cards)) },
    steps: ({ press, words }) => press(words.binding.withoutLinking),
  },
  "cards-wait": { answers: { getOverview: signedIn(bound, waiting) } },

  "new-pin": { steps: choosePinChange },
  "new-pin-complaint": { steps: (cardholder) => enterPin(cardholder, "1234") },
  "new-pin-guessable": { steps: chooseGuessablePin },
  "new-pin-last-attempts": {
    answers: { getOverview: signedIn({ ...bound, passcodeAttemptsLeft: 1 }) },
    steps: choosePinChange,
  },
  "new-pin-failed": {
    answers: { enterPasscode: failed("ERR_PASSCODE_WRONG", { attemptsLeft: 4 }) },
    steps: changePin,
  },
  "new-pin-busy": { answers: { enterPasscode: "never" }, steps: changePin },
  sending: {
    answers: { changePin: "never" },
    async steps(cardholder) {
      await changePin(cardholder);
      await cardholder.isTold({ type: "pin-change-stage", value: "signed" }, "sending");
    },
  },

  tan: { answers: awaitingTan(272), steps: enterPinTwice },
  "tan-incomplete": {
    answers: awaitingTan(272),
    async steps(cardholder) {
      await enterPinTwice(cardholder);
      await cardholder.type(cardholder.words.code.label, "212", "enter");
    },
  },
  "tan-failed": {
    answers: { ...awaitingTan(272), confirmTan: failed("ERR_TAN_REFUSED", { supportId }) },
    async steps(cardholder) {
      await enterPinTwice(cardholder);
      await cardholder.type(cardholder.words.code.label, "000000", "enter");
    },
  },
  "tan-busy": {
    answers: { ...awaitingTan(272), confirmTan: "never" },
    async steps(cardholder) {
      await enterPinTwice(cardholder);
      await cardholder.type(cardholder.words.code.label, "212212", "enter");
    },
  },
  "tan-ending": { answers: awaitingTan(48), steps: enterPinTwice },
  "tan-expired": { answers: awaitingTan(-5), steps: enterPinTwice },

  "outcome-changed": { answers: { changePin: ok({ outcome: "changed", ...keepsake }) }, steps: changePin },
  "outcome-refused": looksUp({ outcome: "refused", code: "ERR_PIN_REFUSED", supportId }),
  "outcome-not-sent": looksUp({ outcome: "not-sent" }),
  "outcome-failed": { answers: { changePin: failed("ERR_BACKEND_UNREACHABLE") }, steps: changePin },
  "outcome-in-progress": looksUp({ outcome: "in-progress" }),
  "outcome-unknown": looksUp({ outcome: "unknown", supportId }),
  "outcome-unknown-again": {
    ...looksUp({ outcome: "unknown", supportId }),
    steps: ({ press, words }) => press(words.outcome.unknown.checkAgain),
  },
  "open-change": {
    answers: { getOverview: signedIn(bound, { hasOpenChange: true }), settleOpenChange: "never" },
  },
  "paused-change": { answers: { getOverview: signedIn(bound, { pausedChange }) } },
  "paused-change-failed": {
    answers: {
      getOverview: signedIn(bound, { pausedChange: { ...pausedChange, route: "device_signing" } }),
      enterPasscode: failed("ERR_PASSCODE_WRONG", { attemptsLeft: 4 }),
    },
    steps: ({ type, words }) => type(words.passcode.label, "Rain on 7 roofs", "enter"),
  },
  "open-change-failed": {
    answers: {
      getOverview: signedIn(bound, { hasOpenChange: true }),
      settleOpenChange: failed("ERR_BACKEND_UNREACHABLE"),
    },
  },

  "are-you-there": {
    answers: { getOverview: signedIn(bound, { lock: { quietMs: 1, warningMs: 60_000 } }) },
  },
};

export async function choosePinChange({ press, words }: Cardholder): Promise<void> {
  await press(words.cards.changePinOf({ lastDigits: "1234" }));
}

export async function chooseGuessablePin(cardholder: Cardholder): Promise<void> {
  await choosePinChange(cardholder);
  await cardholder.type(cardholder.words.pin.newPin, "1985");
}

/** Enters a new PIN once, and goes on to the next field. */
async function enterPin(cardholder: Cardholder, pin: string): Promise<void> {
  await choosePinChange(cardholder);
  await cardholder.type(cardholder.words.pin.newPin, pin, "enter");
}

/** @param again what is entered the second time */
export async function enterPinTwice(cardholder: Cardholder, again = "7305"): Promise<void> {
  await enterPin(cardholder, "7305");
  await cardholder.type(cardholder.words.pin.again, again, "enter");
}

export async function changePin(cardholder: Cardholder): Promise<void> {
  await enterPinTwice(cardholder);
  await cardholder.type(cardholder.words.passcode.label, "Rain on 7 roofs", "enter");
}
