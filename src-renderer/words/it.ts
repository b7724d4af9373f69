import { status } from "./it/cards.ts";
import { common, signIn, start, support, wait } from "./it/common.ts";
import * as errors from "./it/errors.ts";
import * as proxy from "./it/proxy.ts";
import type { ScreenTexts } from "./window-texts.ts";

/**
 * Italian, with Lei; buttons are orders to the program and say "Cambia", "Invia". One word for one thing: "PIN della
 * carta" is typed at the till, "password del dispositivo" unlocks this computer's key, "codice" comes by "SMS",
 * "associare" is done to a computer and "accedere" by a person. Headings are nouns or infinitives. "Di nuovo" is again.
 */
export const it: ScreenTexts = {
  common,
  signIn,
  start,
  status,
  support,
  wait,
  ...errors,
  ...proxy,
};
