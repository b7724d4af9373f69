import { cards } from "./it/cards.ts";
import { browserWait, code, entry, lock, signInAgain } from "./it/common.ts";
import { consent } from "./it/consent.ts";
import * as device from "./it/device.ts";
import * as help from "./it/help.ts";
import * as howTo from "./it/how-to.ts";
import { letter } from "./it/letter.ts";
import * as pin from "./it/pin-change.ts";
import * as pinHelp from "./it/pin-help.ts";
import * as settings from "./it/settings.ts";
import * as token from "./it/token.ts";
import * as update from "./it/update.ts";
import type { PanelTexts } from "./window-texts.ts";

export const itPanels: PanelTexts = {
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
