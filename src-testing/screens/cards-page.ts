import type { Locator } from "playwright";
import { buttonOf, expectHeading, expectSoon, type Window } from "./one-screen.ts";

/** The cards of who has signed in. */
export interface CardsPage {
  /** Waits for the cards; after a binding past the screen that says that it worked. */
  readonly expectShown: () => Promise<void>;
  readonly cards: Locator;
  /** A card's id, as Solaris and `sandbox` know it. @param index 0 is the first one */
  readonly idOf: (index?: number) => Promise<string>;
  /** Begins to change a card's PIN. @param index 0 is the first one whose PIN can be changed */
  readonly choose: (index?: number) => Promise<void>;
  /** Finds cards, where there are many. */
  readonly find: (text: string) => Promise<void>;
  readonly openDevices: () => Promise<void>;
  readonly signOut: () => Promise<void>;
}

export function cardsPage({ page, words }: Window): CardsPage {
  const heading = page.getByRole("heading", { level: 1, name: words.cards.title, exact: true });
  const cards = page.getByTestId("card");
  return {
    expectShown: async () => {
      const onwards = buttonOf(page, words.linked.toCards);
      const isThere = async () => (await heading.isVisible()) || (await onwards.isVisible());
      await expectSoon(page, isThere, true);
      if (await onwards.isVisible()) await onwards.click();
      await expectHeading(page, words.cards.title);
    },
    cards,
    idOf: async (index = 0) => (await cards.nth(index).getAttribute("data-card-id")) ?? "",
    choose: (index = 0) => cards.getByRole("button").nth(index).click(),
    find: (text) => page.getByTestId("card-search").fill(text),
    openDevices: () => buttonOf(page, words.cards.devices).click(),
    signOut: () => buttonOf(page, words.common.signOut).click(),
  };
}
