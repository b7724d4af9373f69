import * as help from "./de/help.ts";
import * as howTo from "./de/how-to.ts";
import * as settings from "./de/settings.ts";
import * as update from "./de/update.ts";
import type { PanelTexts } from "./window-texts.ts";

export const dePanels: PanelTexts = {
  ...help,
  ...howTo,
  ...settings,
  ...update,
};
