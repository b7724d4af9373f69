import type { Locator } from "playwright";
import { expect } from "playwright/test";
import { buttonOf, expectHeading, failureOf, type Window } from "./one-screen.ts";

/** How a change ended: changed, not changed (with the reason), or it is not certain. */
export interface OutcomePage {
  readonly expectChanged: () => Promise<void>;
  /** @param code the reason's, e.g. `ERR_PIN_REFUSED` (docs/errors.md) */
  readonly expectNotChanged: (code?: string) => Promise<void>;
  readonly expectUncertain: () => Promise<void>;
  /** What failed, with its code. */
  readonly failure: Locator;
  /** The change's id, which one may quote. */
  readonly reference: Locator;
  readonly checkAgain: () => Promise<void>;
  readonly chooseAnother: () => Promise<void>;
  readonly backToCards: () => Promise<void>;
}

export function outcomePage({ page, words }: Window): OutcomePage {
  const { outcome } = words;
  const failure = failureOf(page);
  return {
    expectChanged: () => expectHeading(page, outcome.changed.title),
    expectNotChanged: async (code) => {
      await expectHeading(page, outcome.refused.title);
      if (code !== undefined) await expect(failure).toContainText(code);
    },
    expectUncertain: () => expectHeading(page, outcome.unknown.title),
    failure,
    reference: page.getByTestId("change-reference"),
    checkAgain: () => buttonOf(page, outcome.unknown.checkAgain).click(),
    chooseAnother: () => buttonOf(page, outcome.another).click(),
    backToCards: async () => {
      await buttonOf(page, outcome.toCards).click();
      await expectHeading(page, words.cards.title);
    },
  };
}
