import { buttonOf, expectHeading, type Window } from "./one-screen.ts";

/** This computer is no longer linked. */
export interface NoLongerLinkedPage {
  /** The bank does not list it any more. */
  readonly expectRemoved: () => Promise<void>;
  /** A wrong passcode was entered five times. */
  readonly expectErased: () => Promise<void>;
  readonly linkAgain: () => Promise<void>;
  /** On to the cards: each change is confirmed by a code then. */
  readonly withoutLinking: () => Promise<void>;
}

/** The computer's keychain does not give the key. */
export interface KeychainPage {
  /** @param state which of its screens */
  readonly expectShown: (state: KeychainState) => Promise<void>;
  /** Where it is locked, the computer asks for its password then. */
  readonly tryAgain: () => Promise<void>;
}

export type KeychainState = "locked" | "unavailable" | "silent" | "unreadable";

/** There is a key that may be another computer's: somebody has to say so. */
export interface FoundKeyPage {
  /** @param why the app's files do not know the key, or name another device */
  readonly expectShown: (why: "no-marker" | "other-device") => Promise<void>;
  readonly use: () => Promise<void>;
  readonly linkAgain: () => Promise<void>;
}

export function noLongerLinkedPage({ page, words }: Window): NoLongerLinkedPage {
  const { state, binding } = words;
  return {
    expectRemoved: () => expectHeading(page, state.removed.title),
    expectErased: () => expectHeading(page, state.erased.title),
    linkAgain: () => buttonOf(page, state.linkAgain).click(),
    withoutLinking: () => buttonOf(page, binding.withoutLinking).click(),
  };
}

export function keychainPage({ page, words }: Window): KeychainPage {
  const { keychain, common } = words;
  return {
    expectShown: (state) => expectHeading(page, keychain[state].title),
    tryAgain: () => buttonOf(page, common.tryAgain).or(buttonOf(page, keychain.locked.unlock)).click(),
  };
}

export function foundKeyPage({ page, words }: Window): FoundKeyPage {
  const { state } = words;
  return {
    expectShown: (why) => expectHeading(page, state[why].title),
    use: () => buttonOf(page, state.useKey).click(),
    linkAgain: () => buttonOf(page, state.linkAgain).click(),
  };
}
