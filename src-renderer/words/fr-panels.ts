import { cards } from "./fr/cards.ts";
import { browserWait, code, entry, lock, signInAgain } from "./fr/common.ts";
import { consent } from "./fr/consent.ts";
import * as device from "./fr/device.ts";
import * as help from "./fr/help.ts";
import * as howTo from "./fr/how-to.ts";
import { letter } from "./fr/letter.ts";
import * as pin from "./fr/pin-change.ts";
import * as pinHelp from "./fr/pin-help.ts";
import * as settings from "./fr/settings.ts";
import * as token from "./fr/token.ts";
import * as update from "./fr/update.ts";
import type { PanelTexts } from "./window-texts.ts";

export const frPanels: PanelTexts = {
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
