import { errorMeaning } from "../src-contract/errors/error-codes.ts";
import type { ErrorMeaning } from "../src-contract/errors/error-entry.ts";
import type { Failure } from "../src-contract/errors/result.ts";
import { sayTriesLeft } from "./token-words.ts";
import { errorWords, words } from "./words/words.ts";

/**
 * What a field says of its entry, in the hint's place, if the failure is of those that the cardholder corrects there (the
 * catalogue's `field`). No number comes with it: nobody asks support about a mistyped code.
 * @returns null if it is no such failure, which a notice tells then
 */
export function fieldFailure(
  failure: Omit<Failure, "ok"> | null,
  field: NonNullable<ErrorMeaning["field"]>,
): string | null {
  if (failure === null || errorMeaning(failure.code).field !== field) return null;
  const { what, next } = errorWords(failure.code);
  const { attemptsLeft, triesLeft } = failure;
  const left = attemptsLeft === undefined ? sayTriesLeft(triesLeft) : sayAttemptsLeft(attemptsLeft);
  return [what, ...(left === null ? [] : [left]), next].join(" ");
}

/** The attempts left; before the last one it says what another wrong passcode does (PSD2 RTS article 4(3)(b)). */
export function sayAttemptsLeft(attempts: number): string {
  const { attemptsLeft, lastAttempt } = words().passcode;
  const left = attemptsLeft({ left: attempts });
  return attempts === 1 ? `${left} ${lastAttempt}` : left;
}
