import { buttonOf, expectHeading, fieldOf, type Window } from "./one-screen.ts";

/** The device passcode is changed: `devices.changePasscode()` leads here. */
export interface ChangePasscodePage {
  readonly expectShown: () => Promise<void>;
  /** @param again of the new one */
  readonly change: (current: string, next: string, again?: string) => Promise<void>;
  readonly expectChanged: () => Promise<void>;
  readonly toCards: () => Promise<void>;
  readonly back: () => Promise<void>;
}

/** Nobody can tell a forgotten passcode: the computer is linked again. */
export interface ForgottenPasscodePage {
  /** From the devices. */
  readonly open: () => Promise<void>;
  readonly expectShown: () => Promise<void>;
  readonly linkAgain: () => Promise<void>;
  readonly back: () => Promise<void>;
}

export function changePasscodePage({ page, words }: Window): ChangePasscodePage {
  const { passcode } = words;
  return {
    expectShown: () => expectHeading(page, passcode.changeTitle),
    change: async (current, next, again = next) => {
      await expectHeading(page, passcode.changeTitle);
      await fieldOf(page, passcode.current).fill(current);
      await fieldOf(page, passcode.next).fill(next);
      await fieldOf(page, passcode.nextAgain).fill(again);
      await buttonOf(page, passcode.change).click();
    },
    expectChanged: () => expectHeading(page, passcode.changedTitle),
    toCards: async () => {
      await buttonOf(page, words.outcome.toCards).click();
      await expectHeading(page, words.cards.title);
    },
    back: () => buttonOf(page, words.common.goBack).click(),
  };
}

export function forgottenPasscodePage({ page, words }: Window): ForgottenPasscodePage {
  return {
    open: () => buttonOf(page, words.devices.forgotten).click(),
    expectShown: () => expectHeading(page, words.passcode.forgottenTitle),
    linkAgain: () => buttonOf(page, words.state.linkAgain).click(),
    back: () => buttonOf(page, words.common.goBack).click(),
  };
}
