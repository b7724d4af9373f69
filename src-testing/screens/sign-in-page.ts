import { buttonOf, expectHeading, type Window } from "./one-screen.ts";

/** Nobody is signed in. */
export interface SignInPage {
  readonly expectShown: () => Promise<void>;
  /** Signs in as one of the demonstration's customers. */
  readonly as: (person: string) => Promise<void>;
  /** Has the app open the bank's page (`identityProvider` signs in there). */
  readonly withBrowser: () => Promise<void>;
  /** Waits for the screen on which the app waits for the browser, and leaves it. */
  readonly cancelWaiting: () => Promise<void>;
}

export function signInPage({ page, words }: Window): SignInPage {
  return {
    expectShown: () => expectHeading(page, words.signIn.title),
    as: (person) => buttonOf(page, person).click(),
    withBrowser: () => buttonOf(page, words.signIn.withBrowser).click(),
    cancelWaiting: async () => {
      await expectHeading(page, words.browserWait.title);
      await buttonOf(page, words.browserWait.cancel).click();
    },
  };
}
