import type { Cryptoki } from "./cryptoki.ts";
import { makeTokenKey, removeTokenKey, requireTokenKey, signWithTokenKey } from "./token-key.ts";
import {
  type Answered,
  type Asked,
  type MessageKind,
  type RefusedMessage,
  type TokenName,
  tokenMessages,
} from "./token-messages.ts";
import { despiteRefusal, TokenError } from "./token-refusals.ts";
import { describeTokens, triesOf, withLogin } from "./token-session.ts";

type Answers = { readonly [K in MessageKind]: (cryptoki: Cryptoki, asked: Asked<K>) => Answered<K> };

const answers: Answers = {
  tokens: (cryptoki) => ({ tokens: describeTokens(cryptoki) }),
  makeKey: (cryptoki, asked) =>
    withLogin(cryptoki, asked, (session) => makeTokenKey(session, asked.digest, asked.keyId)),
  sign: (cryptoki, asked) => ({
    signature: withLogin(cryptoki, asked, (session) => signWithTokenKey(session, asked, asked.digest)),
  }),
  checkKey(cryptoki, asked) {
    withLogin(cryptoki, asked, (session) => requireTokenKey(session, asked));
    return {};
  },
  removeKey(cryptoki, asked) {
    withLogin(cryptoki, asked, (session) => removeTokenKey(session, asked));
    return {};
  },
};

/**
 * Answers one question. Begins and ends the module for each, so that it sees each token that has come or gone, and nobody
 * stays logged in. Wipes the PIN, whatever happens.
 * @param load loads the module, each time anew or the one that it has loaded before
 */
export function answerQuestion<K extends MessageKind>(
  load: () => Cryptoki,
  kind: K,
  asked: unknown,
): { readonly answered: Answered<K> } | { readonly refused: RefusedMessage } {
  const pin = pinIn(asked);
  try {
    const parsed = tokenMessages[kind].asked.parse(asked) as Asked<K>;
    const cryptoki = load();
    cryptoki.initialize();
    try {
      return withReason(cryptoki, parsed, () => ({ answered: answers[kind](cryptoki, parsed) }));
    } finally {
      despiteRefusal(cryptoki.finalize);
    }
  } catch (error) {
    return { refused: refusalOf(error) };
  } finally {
    pin?.fill(0);
  }
}

/** After a wrong PIN asks the token, while it is still there, how many tries are left. */
function withReason<T>(cryptoki: Cryptoki, asked: object, run: () => T): T | { refused: RefusedMessage } {
  try {
    return run();
  } catch (error) {
    const refused = refusalOf(error);
    if (refused.why === "locked") return { refused: { ...refused, tries: "none" } }; // whatever its flags say
    const isWrong = refused.why === "wrong-pin" && "token" in asked;
    return { refused: { ...refused, tries: isWrong ? triesOf(cryptoki, asked.token as TokenName) : null } };
  }
}

function refusalOf(error: unknown): RefusedMessage {
  const { why, returned } = error instanceof TokenError ? error : new TokenError("failed");
  return { why, returned, tries: null };
}

/** Before it is known that the question has the form it should have. */
function pinIn(asked: unknown): Uint8Array | null {
  const pin = typeof asked === "object" && asked !== null && "pin" in asked ? asked.pin : null;
  return pin instanceof Uint8Array ? pin : null;
}
