import * as cards from "./it/cards.ts";
import * as common from "./it/common.ts";
import * as device from "./it/device.ts";
import * as errors from "./it/errors.ts";
import * as pin from "./it/pin-change.ts";
import * as pinHelp from "./it/pin-help.ts";
import * as proxy from "./it/proxy.ts";
import type { ScreenTexts } from "./window-texts.ts";

/**
 * Italian, with Lei; buttons are orders to the program and say "Cambia", "Invia". One word for one thing: "PIN della
 * carta" is typed at the till, "password del dispositivo" unlocks this computer's key, "codice" comes by "SMS",
 * "associare" is done to a computer and "accedere" by a person. Headings are nouns or infinitives. "Di nuovo" is again.
 */
export const it: ScreenTexts = {
  ...cards,
  ...common,
  ...device,
  ...errors,
  ...pin,
  ...pinHelp,
  ...proxy,
};
