import { buttonOf, expectHeading, fieldOf, type Window } from "./one-screen.ts";

/** A change was left before its result was certain; the app asks the bank at the next sign-in. */
export interface OpenChangePage {
  readonly expectShown: () => Promise<void>;
  /** Where the bank could not say it. */
  readonly tryAgain: () => Promise<void>;
  readonly notNow: () => Promise<void>;
}

/** The bank asked for a newer sign-in when the new PIN was to be sent; it is kept, encrypted. */
export interface PausedChangePage {
  readonly expectShown: () => Promise<void>;
  /** @param passcode where the change is signed after it was sent (route `device_signing`) */
  readonly send: (passcode?: string) => Promise<void>;
  readonly giveUp: () => Promise<void>;
}

/** The bank asks for a newer or stronger sign-in before the next step. */
export interface SignInAgainPage {
  readonly expectShown: () => Promise<void>;
  /** Has the app open the bank's page (`identityProvider` signs in there). */
  readonly withBrowser: () => Promise<void>;
  readonly notNow: () => Promise<void>;
}

export function openChangePage({ page, words }: Window): OpenChangePage {
  const { openChange, common } = words;
  return {
    expectShown: () => expectHeading(page, openChange.title),
    tryAgain: () => buttonOf(page, common.tryAgain).click(),
    notNow: () => buttonOf(page, openChange.later).click(),
  };
}

export function pausedChangePage({ page, words }: Window): PausedChangePage {
  const { pausedChange, passcode } = words;
  return {
    expectShown: () => expectHeading(page, pausedChange.title),
    send: async (entered) => {
      if (entered !== undefined) await fieldOf(page, passcode.label).fill(entered);
      await buttonOf(page, pausedChange.send).click();
    },
    giveUp: () => buttonOf(page, pausedChange.giveUp).click(),
  };
}

export function signInAgainPage({ page, words }: Window): SignInAgainPage {
  const { signInAgain, signIn } = words;
  return {
    expectShown: () => expectHeading(page, signInAgain.title),
    withBrowser: () => buttonOf(page, signIn.withBrowser).click(),
    notNow: () => buttonOf(page, signInAgain.notNow).click(),
  };
}
