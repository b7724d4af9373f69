import { cards } from "./de/cards.ts";
import { browserWait, code, entry, lock, signInAgain } from "./de/common.ts";
import { consent } from "./de/consent.ts";
import * as device from "./de/device.ts";
import * as help from "./de/help.ts";
import * as howTo from "./de/how-to.ts";
import { letter } from "./de/letter.ts";
import * as pin from "./de/pin-change.ts";
import * as pinHelp from "./de/pin-help.ts";
import * as settings from "./de/settings.ts";
import * as token from "./de/token.ts";
import * as update from "./de/update.ts";
import type { PanelTexts } from "./window-texts.ts";

export const dePanels: PanelTexts = {
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
