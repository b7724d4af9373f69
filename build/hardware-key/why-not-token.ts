import { type NoAnswer, TokenRefused } from "../../src-hardware-key/ask-token.ts";
import { TokenError, type TokenRefusal } from "../../src-hardware-key/token-refusals.ts";
import { Refusal } from "../say.mjs";

/** What happened, and what to do. */
const reasons: Readonly<Record<TokenRefusal | NoAnswer, readonly [string, string]>> = {
  "module-missing": ["There is no such file.", "Name the module by its path."],
  "module-changed": ["The module has another SHA-256.", "It was not loaded. Find out who has changed it, and when."],
  "module-unusable": ["This file is no PKCS#11 module for this system.", "Ask the token's vendor for its module."],
  "no-token": ["The token is not there.", "Plug it in, and try again."],
  "two-tokens": ["Two tokens have this label and serial number.", "Leave one plugged in."],
  "pin-not-set": ["The token is not set up, or has no PIN.", "Set it up with its vendor's program."],
  "own-keypad": ["The token takes its PIN on its own keypad.", "Such a token cannot be used."],
  "pin-length": ["The PIN is too short or too long for this token.", "It was not tried."],
  "last-try": ["The next wrong PIN locks the token.", "It was not tried."],
  "wrong-pin": ["The PIN is wrong.", "Run this command without --try to see how many tries are left."],
  locked: ["The token is locked.", "Unlock it with its vendor's program."],
  "no-key": ["The token does not have the key.", "Try again."],
  "not-ours": ["Another key has this name.", "It was left as it is."],
  "two-keys": ["The token has two keys of this name.", "Remove one with its vendor's program."],
  "not-capable": [
    "The token makes no P-256 key for its holder that cannot leave it.",
    "This token, or this module, cannot be used.",
  ],
  "token-full": ["The token has no room for another key.", "Remove one with its vendor's program."],
  failed: ["The module failed.", "Look at its own log."],
  silent: ["The module did not answer in time, and was ended.", "Try again, and touch the token when it blinks."],
  ended: ["The module ended the process that it was loaded into.", "Look at its own log."],
  "not-understood": ["What the module's process says is not understood.", "Try again."],
};

/**
 * Says in words why a token, or its module, refused.
 * @throws Refusal
 */
export function orWhyNot<T>(run: () => T): T {
  try {
    const result = run();
    return result instanceof Promise ? (result.catch(refuse) as T) : result;
  } catch (error) {
    return refuse(error);
  }
}

function refuse(error: unknown): never {
  if (error instanceof TokenError) throw refusal(error.why, error.returned);
  if (!(error instanceof TokenRefused)) throw error;
  const { refused } = error;
  throw refusal(
    refused.why,
    "returned" in refused ? refused.returned : null,
    "tries" in refused ? refused.tries : null,
  );
}

function refusal(why: TokenRefusal | NoAnswer, returned: number | null, tries: string | null = null): Refusal {
  const [what, next] = reasons[why];
  const details = [returned && `PKCS#11 returned 0x${returned.toString(16)}`, tries && `tries left: ${tries}`];
  const told = details.filter((detail) => detail);
  return new Refusal(told.length === 0 ? what : `${what} (${told.join("; ")})`, next);
}
