import { sceneNamed } from "../screens/scenes.ts";
import { wordsIn } from "../screens/spoken-words.ts";
import { expect, test } from "../screens/window-fixture.ts";
import { readAnnouncements, recordAnnouncements } from "./announcements.ts";

const words = wordsIn("en");
const { errors } = words;
const failure = (code: keyof typeof errors) => `${errors[code].what} ${errors[code].next}`;
const pinCount = (entered: number) => words.pin.count({ entered, length: 4 });
const codeCount = (entered: number) => words.code.count({ entered, length: 6 });

/** Many times what is waited for before it is told (use-announced.ts). */
const TOLD_WITHIN_MS = 8_000;

/** What is told in a scene beside what has the focus, in order. */
const told: Readonly<Record<string, readonly string[]>> = {
  "sign-in-failed": [failure("ERR_BACKEND_TIMEOUT")],
  "name-empty": [words.binding.nameEmpty],
  "code-incomplete": [words.code.incomplete, codeCount(3)],
  "cards-failed": [failure("ERR_BACKEND_UNREACHABLE")],
  "cards-loading": [words.cards.loading],
  "new-pin-complaint": [failure("ERR_PIN_SEQUENCE"), pinCount(4)],
  "new-pin-guessable": [`${words.advice.title} ${words.advice.reasons.year}`, pinCount(4)],
  sending: [words.sending.stages.send.now],
  "outcome-unknown": [words.outcome.unknown.what],
  "sign-in-waiting-long": [`${words.browserWait.longTitle} ${words.browserWait.lookForIt}`],
  "sign-in-locked": [`${words.signIn.locked.idle} ${words.signIn.lockedNext}`],
};

/** What a busy computer tells before: its stage may have lasted long enough there. */
const toldWhereSlow: Readonly<Record<string, string>> = { sending: words.sending.stages.prepare.now };

for (const [scene, expected] of Object.entries(told)) {
  test(`${scene} announces each thing once, in order`, async ({ scripted }) => {
    await recordAnnouncements(scripted.page);
    await scripted.play(sceneNamed(scene), "en");
    const texts = async () => {
      const [first, ...others] = (await readAnnouncements(scripted.page)).map(({ text }) => text);
      return first === undefined || first === toldWhereSlow[scene] ? others : [first, ...others];
    };
    await expect.poll(texts, { timeout: TOLD_WITHIN_MS }).toEqual(expected);
  });
}
