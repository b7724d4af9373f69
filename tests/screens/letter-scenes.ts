import type { Overview } from "../../src-contract/bridge/views.ts";
import type { ScreenState } from "../../src-renderer/screen-states.ts";
import { absent, computerName, failed, inSeconds, ok, signedIn, supportId } from "./ordinary-answers.ts";
import type { Answers, Cardholder, Scene } from "./scene.ts";

type LetterState = Extract<ScreenState, "letter" | `letter-${string}`>;
type Letters = NonNullable<Overview["letters"]>;

const DAY = 86_400;
const requested = { state: "binding", step: "request", computerName } as const;
const mayWait = { asked: null, waitMs: 4.5 * DAY * 1000 };
const asked = { requestedAt: inSeconds(-4 * DAY), countsUntil: inSeconds(10 * DAY), ended: null, linkedSince: null };

/** @param change of a letter that was asked for four days ago, and whose code counts for ten more */
export const onItsWay = (change: Partial<NonNullable<Letters["asked"]>> = {}, more: Partial<Letters> = {}): Answers => {
  const overview = signedIn(requested, { letters: { asked: { ...asked, ...change }, waitMs: null, ...more } });
  return { getOverview: overview, lookForLetter: overview, beginLetterCode: ok(null) };
};

/** Where no text message can be sent. */
const withoutNumber = (letters: Letters): Answers => ({
  getOverview: [signedIn(absent, { letters }), signedIn(requested, { letters })],
  requestCode: failed("ERR_NO_MOBILE_NUMBER", { supportId }),
});
const askForCode = ({ press, words }: Cardholder) => press(words.binding.send);

const toCode = ({ press, words }: Cardholder) => press(words.letter.enter);
const enter = async (cardholder: Cardholder, code: string) => {
  await toCode(cardholder);
  await cardholder.type(cardholder.words.letter.code.label, code, "enter");
};
const expired = { ended: "expired", countsUntil: inSeconds(-2 * DAY), requestedAt: inSeconds(-16 * DAY) } as const;
const askAgain = { requestLetter: failed("ERR_SOLARIS_UNAVAILABLE", { supportId }) } as const;
const sendAgain = ({ press, words }: Cardholder) => press(words.letter.again.send);

/** From the offer of a letter to its code. */
export const letterScenes: Record<LetterState, Scene> = {
  "letter-offer": { answers: withoutNumber({ asked: null, waitMs: null }), steps: askForCode },
  "letter-offer-failed": {
    answers: { ...withoutNumber({ asked: null, waitMs: null }), ...askAgain },
    async steps(cardholder) {
      await askForCode(cardholder);
      await cardholder.press(cardholder.words.letter.offer.send);
    },
  },
  "letter-offer-waits": { answers: withoutNumber(mayWait), steps: askForCode },

  letter: { answers: onItsWay() },
  "letter-failed": {
    answers: { ...onItsWay(), requestCode: failed("ERR_NO_MOBILE_NUMBER", { supportId }) },
    steps: ({ press, words }) => press(words.letter.byMessage),
  },

  "letter-again": { answers: onItsWay(), steps: openAgain },
  "letter-again-failed": {
    answers: { ...onItsWay(), ...askAgain },
    async steps(cardholder) {
      await openAgain(cardholder);
      await sendAgain(cardholder);
    },
  },
  "letter-again-waits": { answers: onItsWay({}, { waitMs: mayWait.waitMs }), steps: openAgain },

  "letter-code": { answers: onItsWay(), steps: toCode },
  "letter-code-incomplete": {
    answers: onItsWay(),
    async steps(cardholder) {
      await toCode(cardholder);
      await cardholder.press(cardholder.words.binding.link);
    },
  },
  "letter-code-busy": {
    answers: { ...onItsWay(), confirmLetterCode: "never" },
    steps: (cardholder) => enter(cardholder, "k7m2npq49wxt"),
  },
  "letter-code-failed": {
    answers: { ...onItsWay(), confirmLetterCode: failed("ERR_CODE_REFUSED", { supportId }) },
    steps: (cardholder) => enter(cardholder, "k7m2npq49wxl"),
  },
  "letter-code-waits": {
    answers: {
      ...onItsWay(),
      getOverview: signedIn(requested, {
        letters: { asked, waitMs: null },
        waits: { pin_change: null, binding: 250_000, code: null },
      }),
      lookForLetter: signedIn(requested, {
        letters: { asked, waitMs: null },
        waits: { pin_change: null, binding: 250_000, code: null },
      }),
    },
    steps: toCode,
  },

  "letter-over-expired": { answers: onItsWay(expired) },
  "letter-over-early": { answers: onItsWay({ ended: "early" }) },
  "letter-over-unknown": { answers: onItsWay({ ended: "unknown", countsUntil: null, requestedAt: null }) },
  "letter-over-failed": { answers: { ...onItsWay(expired), ...askAgain }, steps: sendAgain },
  "letter-over-waits": { answers: onItsWay(expired, { waitMs: mayWait.waitMs }) },

  "letter-cancelled": {
    answers: { ...onItsWay(), cancelLetter: signedIn(requested, { letters: { asked: null, waitMs: null } }) },
    async steps(cardholder) {
      await askToCancel(cardholder);
      await cardholder.press(cardholder.words.letter.cancel);
    },
  },
};

function openAgain({ press, words }: Cardholder): Promise<void> {
  return press(words.letter.again.open);
}

/** To the question whether to cancel the letter. */
export function askToCancel({ press, words }: Cardholder): Promise<void> {
  return press(words.letter.cancel);
}
