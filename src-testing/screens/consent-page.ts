import { buttonOf, expectHeading, type Window } from "./one-screen.ts";

/** It is asked whether data about this computer may be sent, where the backend wants some (`DEVICE_DATA`) and the build has a script. */
export interface ConsentPage {
  readonly expectShown: () => Promise<void>;
  /** Agrees; what was begun goes on. */
  readonly agree: () => Promise<void>;
  /** Says no; what was begun goes on, where the backend takes it without. */
  readonly refuse: () => Promise<void>;
}

export function consentPage({ page, words }: Window): ConsentPage {
  const expectShown = () => expectHeading(page, words.consent.title);
  return {
    expectShown,
    agree: async () => {
      await expectShown();
      await buttonOf(page, words.consent.agree).click();
    },
    refuse: async () => {
      await expectShown();
      await buttonOf(page, words.consent.refuse).click();
    },
  };
}
