// Every error says what happened, whether the card PIN is changed, and what to do now; and what it says is what the
// catalogue knows.
import { describe, expect, it } from "vitest";
import { errorMeaning, type WordedCode, wordedCodes } from "../../src-contract/errors/error-codes.ts";
import { errors as firstErrors } from "../../src-renderer/words/en/errors.ts";
import { openChange, outcome, tan } from "../../src-renderer/words/en/pin-change.ts";
import { tokenErrors } from "../../src-renderer/words/en/token.ts";

const errors = { ...firstErrors, ...tokenErrors };

const saysAsBefore = /\bas before\b/;
/** What would settle how a change ended. */
const settlesTheChange = /as before|nothing was sent|not carr|before it was carried|(?:is|was|been) changed/i;
const beginsWithWhatToDo =
  /^(?:Ask|Check|Choose|Close|Compare|Connect|Contact|Do not|Enter|Give|Go|Install|Link|Look|Make|Remove|Say|Set|Sign|Start|Try|Unlock|Use|Wait)\b/;

describe.each(wordedCodes)("%s", (code) => {
  const { pinChange, retry } = errorMeaning(code);
  const { what, next } = errors[code];

  it("tells first what to do now", () => {
    expect(next).toMatch(beginsWithWhatToDo);
  });

  it("offers to try again where that can help, and only there", () => {
    const advice: Record<typeof retry, RegExp> = {
      "at-once": /\bagain\b|once more/,
      later: /^Try again (?:later|in a few minutes)/,
      "after-wait": /^Wait .*\bagain\b/,
      "after-change": /./,
      no: /^(?!.*(?:try again|once more))/i,
    };
    expect(next).toMatch(advice[retry]);
  });

  it("claims no more of a PIN change than is known", () => {
    const text = `${what} ${next}`;
    expect(text).not.toMatch(pinChange === "not-changed" ? /(?:is|was|been) changed/i : settlesTheChange);
  });
});

describe("whether the card PIN is changed", () => {
  it.each([outcome.refused.what, outcome.notSent.what, outcome.notSent.neverArrived, tan.ifBack])(
    "is said by the screens on which it is not: %s",
    (text) => {
      expect(text).toMatch(saysAsBefore);
    },
  );

  it.each([outcome.unknown.title, openChange.notAnswered])("is left open where nobody knows: %s", (text) => {
    expect(text).toMatch(/not certain|could not say yet how it ended/);
    expect(text).not.toMatch(saysAsBefore);
  });

  it.each<WordedCode>([
    "ERR_CHANGE_REQUEST_ENDED",
    "ERR_JOURNAL",
    "ERR_KEY_ERASED",
    "ERR_PIN_CHANGE_CLOSED",
    "ERR_TAN_REFUSED",
  ])("is said by %s itself, which ends or stops a change on other screens too", (code) => {
    expect(errorMeaning(code).pinChange).toBe("not-changed");
    expect(errors[code].what).toMatch(saysAsBefore);
  });
});
