import type { Locator } from "playwright";
import { expect } from "playwright/test";
import { buttonOf, expectHeading, fieldOf, type Window } from "./one-screen.ts";

/** This computer is not linked. */
export interface LinkPage {
  readonly expectShown: () => Promise<void>;
  readonly computerName: Locator;
  /** Names the computer and asks for a code. @param name else what the app proposes */
  readonly sendCode: (name?: string) => Promise<void>;
  /** On to the cards: each change is confirmed by a code then. */
  readonly withoutLinking: () => Promise<void>;
}

/** A code by text message is awaited: to link this computer. */
export interface CodePage {
  readonly expectShown: () => Promise<void>;
  readonly field: Locator;
  readonly enter: (code: string) => Promise<void>;
  readonly sendNew: () => Promise<void>;
  readonly startOver: () => Promise<void>;
}

/** A device passcode is chosen, the last step of linking. */
export interface PasscodePage {
  readonly expectShown: () => Promise<void>;
  readonly set: (passcode: string, again?: string) => Promise<void>;
}

/** This computer has just been linked. */
export interface LinkedPage {
  readonly expectShown: () => Promise<void>;
  readonly toCards: () => Promise<void>;
}

export function linkPage({ page, words }: Window): LinkPage {
  const computerName = page.getByRole("textbox", { name: words.binding.nameLabel });
  return {
    expectShown: () => expectHeading(page, words.binding.nameTitle),
    computerName,
    sendCode: async (name) => {
      if (name !== undefined) await computerName.fill(name);
      await buttonOf(page, words.binding.send).click();
      await expectHeading(page, words.binding.codeTitle);
    },
    withoutLinking: () => buttonOf(page, words.binding.withoutLinking).click(),
  };
}

export function codePage({ page, words }: Window): CodePage {
  const field = page.getByRole("textbox", { name: words.code.label });
  return {
    expectShown: () => expectHeading(page, words.binding.codeTitle),
    field,
    enter: async (code) => {
      await field.fill(code);
      await buttonOf(page, words.binding.link).click();
    },
    sendNew: () => buttonOf(page, words.code.newCode).click(),
    startOver: () => buttonOf(page, words.binding.startOver).click(),
  };
}

export function passcodePage({ page, words }: Window): PasscodePage {
  return {
    expectShown: () => expectHeading(page, words.passcode.setTitle),
    set: async (passcode, again = passcode) => {
      await expectHeading(page, words.passcode.setTitle);
      await fieldOf(page, words.passcode.label).fill(passcode);
      await fieldOf(page, words.passcode.again).fill(again);
      await buttonOf(page, words.passcode.set).click();
    },
  };
}

export function linkedPage({ page, words }: Window): LinkedPage {
  const toCards = buttonOf(page, words.linked.toCards);
  return {
    expectShown: () => expectHeading(page, words.linked.title),
    toCards: async () => {
      await expect(toCards).toBeVisible();
      await toCards.click();
      await expectHeading(page, words.cards.title);
    },
  };
}
