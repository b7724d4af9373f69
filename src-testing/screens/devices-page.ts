import type { Locator } from "playwright";
import { buttonOf, expectHeading, type Window } from "./one-screen.ts";

/** The devices that can change PINs. */
export interface DevicesPage {
  readonly expectShown: () => Promise<void>;
  /** Each with `data-device-id`. */
  readonly devices: Locator;
  /** Removes another device, and says yes to the question. */
  readonly remove: (name: string) => Promise<void>;
  readonly removeThisComputer: () => Promise<void>;
  readonly changePasscode: () => Promise<void>;
  readonly back: () => Promise<void>;
}

export function devicesPage({ page, words }: Window): DevicesPage {
  const yes = () => buttonOf(page, words.devices.remove).click();
  return {
    expectShown: () => expectHeading(page, words.devices.title),
    devices: page.getByTestId("device"),
    remove: async (name) => {
      await buttonOf(page, words.devices.removeOf({ name })).click();
      await yes();
    },
    removeThisComputer: async () => {
      await buttonOf(page, words.devices.removeThis).click();
      await yes();
    },
    changePasscode: () => buttonOf(page, words.devices.changePasscode).click(),
    back: () => buttonOf(page, words.common.goBack).click(),
  };
}
