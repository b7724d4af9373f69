import type { Locator } from "playwright";
import { buttonOf, expectHeading, fieldOf, typeInto, type Window } from "./one-screen.ts";

/** A new PIN is chosen, and sent. */
export interface NewPinPage {
  readonly expectShown: () => Promise<void>;
  readonly field: Locator;
  /** Types the PIN as on a keyboard, twice. */
  readonly enterTwice: (pin: string, again?: string) => Promise<void>;
  /** Types the device passcode, the last field of a signed change, and sends it. */
  readonly enterPasscode: (passcode: string) => Promise<void>;
  /** All of it, where the computer is linked. */
  readonly change: (pin: string, passcode: string) => Promise<void>;
  readonly back: () => Promise<void>;
}

/** The change is confirmed with a code by text message, where the computer is not linked. */
export interface ConfirmPage {
  readonly expectShown: () => Promise<void>;
  readonly confirm: (code: string) => Promise<void>;
}

export function newPinPage({ page, words }: Window): NewPinPage {
  const enterTwice = async (pin: string, again = pin) => {
    await expectHeading(page, words.pin.title);
    await typeInto(page, words.pin.newPin, pin);
    await page.keyboard.press("Enter");
    await typeInto(page, words.pin.again, again);
    await page.keyboard.press("Enter");
  };
  const enterPasscode = async (passcode: string) => {
    await typeInto(page, words.passcode.label, passcode);
    await page.keyboard.press("Enter");
  };
  return {
    expectShown: () => expectHeading(page, words.pin.title),
    field: fieldOf(page, words.pin.newPin),
    enterTwice,
    enterPasscode,
    change: async (pin, passcode) => {
      await enterTwice(pin);
      await enterPasscode(passcode);
    },
    back: () => buttonOf(page, words.common.goBack).click(),
  };
}

export function confirmPage({ page, words }: Window): ConfirmPage {
  return {
    expectShown: () => expectHeading(page, words.tan.title),
    confirm: async (code) => {
      await page.getByRole("textbox", { name: words.code.label }).fill(code);
      await buttonOf(page, words.tan.confirm).click();
    },
  };
}
