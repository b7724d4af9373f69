import type { Locator } from "playwright";
import { buttonOf, expectHeading, type Window } from "./one-screen.ts";

/** The settings, over every other screen. */
export interface SettingsPage {
  readonly open: () => Promise<void>;
  /** Presses the radio button of a choice, e.g. `Deutsch` or `words.settings.theme.dark`. */
  readonly choose: (name: string) => Promise<void>;
  /** Says what was saved. */
  readonly status: Locator;
  readonly done: () => Promise<void>;
}

/** Help, over every other screen. */
export interface HelpPage {
  readonly open: () => Promise<void>;
  /** One thing that was looked at, with `data-row-state`: `bank`, `clock`, `keychain` … */
  readonly diagnosis: (name: string) => Locator;
  readonly back: () => Promise<void>;
}

export function settingsPage({ page, words }: Window): SettingsPage {
  return {
    open: async () => {
      await buttonOf(page, words.common.settings).click();
      await expectHeading(page, words.settings.title);
    },
    choose: (name) => page.getByRole("radio", { name, exact: true }).check(),
    status: page.getByRole("status"),
    done: () => buttonOf(page, words.common.done).click(),
  };
}

export function helpPage({ page, words }: Window): HelpPage {
  return {
    open: async () => {
      await buttonOf(page, words.common.help).click();
      await expectHeading(page, words.help.title);
    },
    diagnosis: (name) => page.getByTestId(`diagnosis-${name}`),
    back: () => buttonOf(page, words.common.goBack).click(),
  };
}
