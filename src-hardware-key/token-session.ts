import { type Cryptoki, type Handle, readFlags, type TokenInfo, triesLeft } from "./cryptoki.ts";
import type { Token, TokenName } from "./token-messages.ts";
import { despiteRefusal, TokenError } from "./token-refusals.ts";

/** All tokens that are there, each as it describes itself. */
export function describeTokens(cryptoki: Cryptoki): Token[] {
  return cryptoki.slots().map((slot) => {
    const { flags, ...rest } = cryptoki.tokenInfo(slot);
    return { ...rest, ...readFlags({ flags }), tries: triesLeft({ flags }) };
  });
}

/** A token, and the session in which its holder is logged in. */
export interface TokenSession {
  readonly cryptoki: Cryptoki;
  readonly session: Handle;
}

/**
 * Logs the holder in at one token, and out again. Asks the token first whether it takes a PIN at all: a try that cannot
 * succeed is not made.
 * @param pin the caller's to wipe
 * @throws TokenError
 */
export function withLogin<T>(cryptoki: Cryptoki, name: TokenName, pin: Uint8Array, use: (token: TokenSession) => T): T {
  const slot = findSlot(cryptoki, name);
  requireTakesPin(cryptoki.tokenInfo(slot), pin);
  const session = cryptoki.openSession(slot);
  // What is not undone here ends with `C_Finalize`, and with the process.
  try {
    cryptoki.login(session, pin);
    try {
      return use({ cryptoki, session });
    } finally {
      despiteRefusal(() => cryptoki.logout(session));
    }
  } finally {
    despiteRefusal(() => cryptoki.closeSession(session));
  }
}

/** How many tries a token has left after a wrong PIN; null if it does not answer any more. */
export function triesOf(cryptoki: Cryptoki, name: TokenName) {
  try {
    return triesLeft(cryptoki.tokenInfo(findSlot(cryptoki, name)));
  } catch {
    return null;
  }
}

function findSlot(cryptoki: Cryptoki, { serial, label }: TokenName): Handle {
  const found = cryptoki.slots().filter((slot) => {
    const info = cryptoki.tokenInfo(slot);
    return info.serial === serial && info.label === label;
  });
  const [slot, second] = found;
  if (slot === undefined) throw new TokenError("no-token");
  if (second !== undefined) throw new TokenError("two-tokens"); // a PIN is for one of them, and counts at the other
  return slot;
}

function requireTakesPin(info: TokenInfo, pin: Uint8Array): void {
  const { isInitialised, hasPin, hasOwnKeypad } = readFlags(info);
  if (!(isInitialised && hasPin)) throw new TokenError("pin-not-set");
  if (hasOwnKeypad) throw new TokenError("own-keypad");
  if (triesLeft(info) === "none") throw new TokenError("locked");
  const { least, most } = info.pinLength ?? { least: 1, most: pin.length };
  if (pin.length < least || pin.length > most) throw new TokenError("pin-length");
}
