import { cards } from "./es/cards.ts";
import { browserWait, code, entry, lock, signInAgain } from "./es/common.ts";
import { consent } from "./es/consent.ts";
import * as device from "./es/device.ts";
import * as help from "./es/help.ts";
import * as howTo from "./es/how-to.ts";
import { letter } from "./es/letter.ts";
import * as pin from "./es/pin-change.ts";
import * as pinHelp from "./es/pin-help.ts";
import * as settings from "./es/settings.ts";
import * as token from "./es/token.ts";
import * as update from "./es/update.ts";
import type { PanelTexts } from "./window-texts.ts";

export const esPanels: PanelTexts = {
  browserWait,
  cards,
  code,
  consent,
  entry,
  letter,
  lock,
  signInAgain,
  ...device,
  ...help,
  ...howTo,
  ...pin,
  ...pinHelp,
  ...settings,
  ...token,
  ...update,
};
