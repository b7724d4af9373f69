import { buttonOf, expectHeading, type Window } from "./one-screen.ts";

/** Nobody is signed in. */
export interface SignInPage {
  readonly expectShown: () => Promise<void>;
  /** Signs in as one of the demonstration's customers. Throws: Error that says who there is, if nobody has this name */
  readonly as: (person: string) => Promise<void>;
  /** Has the app open the bank's page (`identityProvider` signs in there). */
  readonly withBrowser: () => Promise<void>;
  /** Waits for the screen on which the app waits for the browser, and leaves it. */
  readonly cancelWaiting: () => Promise<void>;
}

export function signInPage({ page, words }: Window): SignInPage {
  return {
    expectShown: () => expectHeading(page, words.signIn.title),
    as: async (person) => {
      const screen = page.locator('main[data-state^="sign-in"]'); // in every language
      await screen.waitFor(); // the names come with it: who is not there now does not come
      const button = buttonOf(page, person);
      if ((await button.count()) === 0) {
        const names = await screen.getByRole("list").getByRole("button").allInnerTexts();
        const hint = names.length === 0 ? "no names are shown (signIn.withBrowser)" : `there are ${names.join(", ")}`;
        throw new Error(`nobody is called "${person}" on the screen for signing in: ${hint}`);
      }
      await button.click();
    },
    withBrowser: () => buttonOf(page, words.signIn.withBrowser).click(),
    cancelWaiting: async () => {
      await expectHeading(page, words.browserWait.title);
      await buttonOf(page, words.browserWait.cancel).click();
    },
  };
}
