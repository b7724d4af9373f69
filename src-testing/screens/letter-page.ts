import type { Locator } from "playwright";
import { buttonOf, expectHeading, type Window } from "./one-screen.ts";

/** This computer is linked by the code of a letter, where the backend offers it (`ACTIVATION_LETTERS`) and no text message can be sent. */
export interface LetterPage {
  /** From the screen that names the computer, by asking for a code, to the offer of a letter. */
  readonly open: () => Promise<void>;
  /** From the offer to the screen that says that a letter was asked for. */
  readonly send: () => Promise<void>;
  /** Waits for the screen that says that a letter was asked for, where the app also begins after a restart. */
  readonly expectAsked: () => Promise<void>;
  /** The field for the letter's code. */
  readonly field: Locator;
  /** Enters the code, from the screen that says that a letter was asked for, or after a wrong one. */
  readonly enter: (code: string) => Promise<void>;
  /** Has another letter sent; the code of the one before then counts no more. */
  readonly sendNew: () => Promise<void>;
  /** Cancels the letter, whose code then counts no more. */
  readonly cancel: () => Promise<void>;
}

export function letterPage({ page, words }: Window): LetterPage {
  const text = words.letter;
  const field = page.getByRole("textbox", { name: text.code.label });
  const expectAsked = () => expectHeading(page, text.title);
  return {
    open: async () => {
      await buttonOf(page, words.binding.send).click();
      await expectHeading(page, text.offer.title);
    },
    send: async () => {
      await expectHeading(page, text.offer.title);
      await buttonOf(page, text.offer.send).click();
      await expectAsked();
    },
    expectAsked,
    field,
    enter: async (code) => {
      if (!(await field.isVisible())) await buttonOf(page, text.enter).click();
      await field.fill(code);
      await buttonOf(page, words.binding.link).click();
    },
    sendNew: async () => {
      await buttonOf(page, text.again.open).click();
      await expectHeading(page, text.again.title);
      await buttonOf(page, text.again.send).click();
      await expectAsked();
    },
    cancel: async () => {
      await buttonOf(page, text.cancel).click();
      await page.getByRole("group", { name: text.cancelAsk }).getByRole("button", { name: text.cancel }).click();
      await expectHeading(page, text.cancelled.title);
    },
  };
}
