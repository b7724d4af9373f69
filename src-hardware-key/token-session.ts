import { type Cryptoki, type Handle, readFlags, type TokenInfo, triesLeft } from "./cryptoki.ts";
import type { Token, TokenName } from "./token-messages.ts";
import { despiteRefusal, TokenError } from "./token-refusals.ts";

/** All tokens that are there, each as it describes itself. */
export function describeTokens(cryptoki: Cryptoki): Token[] {
  return tokensThere(cryptoki).map(({ info: { flags, ...rest } }) => {
    return { ...rest, ...readFlags({ flags }), tries: triesLeft({ flags }) };
  });
}

/**
 * The slots whose token says who it is. A card in another reader may be of no known kind, or broken: it hides none of the rest.
 * @throws TokenError if nothing else is there
 */
function tokensThere(cryptoki: Cryptoki): readonly { readonly slot: Handle; readonly info: TokenInfo }[] {
  const refusals: TokenError[] = [];
  const there = cryptoki.slots().flatMap((slot) => {
    try {
      return [{ slot, info: cryptoki.tokenInfo(slot) }];
    } catch (error) {
      if (!(error instanceof TokenError)) throw error;
      refusals.push(error);
      return [];
    }
  });
  const [refusal] = refusals;
  if (there.length === 0 && refusal !== undefined) throw refusal;
  return there;
}

/** A token, and the session in which its holder is logged in. */
export interface TokenSession {
  readonly cryptoki: Cryptoki;
  readonly session: Handle;
}

/** Who logs in, and where. */
interface Login {
  readonly token: TokenName;
  /** The caller's to wipe. */
  readonly pin: Uint8Array;
  /** Whether the PIN is kept back where a wrong one would lock the token. */
  readonly sparesLastTry?: true;
}

/**
 * Logs the holder in at one token, and out again. Asks the token first whether it takes a PIN at all: a try that cannot
 * succeed is not made.
 * @throws TokenError
 */
export function withLogin<T>(cryptoki: Cryptoki, login: Login, use: (token: TokenSession) => T): T {
  const { pin } = login;
  const { slot, info } = findToken(cryptoki, login.token);
  requireTakesPin(info, login);
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
    return triesLeft(findToken(cryptoki, name).info);
  } catch {
    return null;
  }
}

function findToken(cryptoki: Cryptoki, { serial, label }: TokenName) {
  const [found, second] = tokensThere(cryptoki).filter(({ info }) => info.serial === serial && info.label === label);
  if (found === undefined) throw new TokenError("no-token");
  if (second !== undefined) throw new TokenError("two-tokens"); // a PIN is for one of them, and counts at the other
  return found;
}

function requireTakesPin(info: TokenInfo, { pin, sparesLastTry }: Login): void {
  const { isInitialised, hasPin, hasOwnKeypad } = readFlags(info);
  if (!(isInitialised && hasPin)) throw new TokenError("pin-not-set");
  if (hasOwnKeypad) throw new TokenError("own-keypad");
  if (triesLeft(info) === "none") throw new TokenError("locked");
  const { least, most } = info.pinLength ?? { least: 1, most: pin.length };
  if (pin.length < least || pin.length > most) throw new TokenError("pin-length");
  if (sparesLastTry && triesLeft(info) === "last") throw new TokenError("last-try");
}
