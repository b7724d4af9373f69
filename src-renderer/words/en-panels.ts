import { cards } from "./en/cards.ts";
import { browserWait, code, entry, lock, signInAgain } from "./en/common.ts";
import { consent } from "./en/consent.ts";
import * as device from "./en/device.ts";
import * as help from "./en/help.ts";
import * as howTo from "./en/how-to.ts";
import { letter } from "./en/letter.ts";
import * as pin from "./en/pin-change.ts";
import * as pinHelp from "./en/pin-help.ts";
import * as settings from "./en/settings.ts";
import * as token from "./en/token.ts";
import * as update from "./en/update.ts";

/** What the panels and the later screens say (panels.tsx, later-screens.tsx), and is read with them. English decides here too. */
export const enPanels = {
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
