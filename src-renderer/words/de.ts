import * as cards from "./de/cards.ts";
import * as common from "./de/common.ts";
import * as device from "./de/device.ts";
import * as errors from "./de/errors.ts";
import * as pin from "./de/pin-change.ts";
import * as pinHelp from "./de/pin-help.ts";
import * as proxy from "./de/proxy.ts";
import type { ScreenTexts } from "./window-texts.ts";

/**
 * German, with Sie. One word for one thing: "Karten-PIN" is typed at the till, "Gerätepasswort" unlocks this computer's
 * key, "Code" comes by "SMS", "registrieren" is done to a computer and "anmelden" by a person.
 */
export const de: ScreenTexts = {
  ...cards,
  ...common,
  ...device,
  ...errors,
  ...pin,
  ...pinHelp,
  ...proxy,
};
