import * as cards from "./de/cards.ts";
import * as common from "./de/common.ts";
import * as device from "./de/device.ts";
import * as errors from "./de/errors.ts";
import * as help from "./de/help.ts";
import * as pin from "./de/pin-change.ts";
import * as pinHelp from "./de/pin-help.ts";
import * as proxy from "./de/proxy.ts";
import * as settings from "./de/settings.ts";
import type { WindowTexts } from "./window-texts.ts";

/**
 * German, with Sie. One word for one thing: "Karten-PIN" is typed at the till, "Gerätepasswort" unlocks this computer's
 * key, "Code" comes by "SMS", "verbinden" is done to a computer and "anmelden" by a person.
 */
export const de: WindowTexts = {
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
