import { status } from "./fr/cards.ts";
import { common, signIn, start, support, wait } from "./fr/common.ts";
import * as errors from "./fr/errors.ts";
import * as proxy from "./fr/proxy.ts";
import type { ScreenTexts } from "./window-texts.ts";

/**
 * French, with vous, and no-break spaces where French has them. One word for one thing: "code PIN" is the card's, "mot de
 * passe de l’appareil" unlocks this computer's key, "code" alone comes by "SMS" or "courrier", "associer" is done to a computer
 * ("connecter" would be signing in).
 */
export const fr: ScreenTexts = {
  common,
  signIn,
  start,
  status,
  support,
  wait,
  ...errors,
  ...proxy,
};
