import * as cards from "./it/cards.ts";
import * as common from "./it/common.ts";
import * as device from "./it/device.ts";
import * as errors from "./it/errors.ts";
import * as help from "./it/help.ts";
import * as pin from "./it/pin-change.ts";
import * as pinHelp from "./it/pin-help.ts";
import * as proxy from "./it/proxy.ts";
import * as settings from "./it/settings.ts";
import type { WindowTexts } from "./window-texts.ts";

/**
 * Italian, with Lei; buttons are orders to the program and say "Cambia", "Invia". One word for one thing: "PIN della
 * carta" is typed at the till, "password del dispositivo" unlocks this computer's key, "codice" comes by "SMS",
 * "collegare" is done to a computer and "accedere" by a person. "Di nuovo" is again, "da capo" is anew.
 */
export const it: WindowTexts = {
  ...cards,
  ...common,
  ...device,
  ...errors,
  ...help,
  ...pin,
  ...pinHelp,
  ...proxy,
  ...settings,
};
