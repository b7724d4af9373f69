import { status } from "./de/cards.ts";
import { common, signIn, start, support, wait } from "./de/common.ts";
import * as errors from "./de/errors.ts";
import * as proxy from "./de/proxy.ts";
import type { ScreenTexts } from "./window-texts.ts";

/**
 * German, with Sie. One word for one thing: "Karten-PIN" is typed at the till, "Gerätepasswort" unlocks this computer's
 * key, "Code" comes by "SMS", "registrieren" is done to a computer and "anmelden" by a person.
 */
export const de: ScreenTexts = {
  common,
  signIn,
  start,
  status,
  support,
  wait,
  ...errors,
  ...proxy,
};
